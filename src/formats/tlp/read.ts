import { headingsAlong, metresAlong, turnOf } from '../../geo/along.ts';
import { earthRadius } from '../../geo/sphere.ts';
import { complete } from '../../model/complete.ts';
import type { Coordinates } from '../../model/fields.ts';
import type { Locate, Path, Reading } from '../../model/reading.ts';
import type { NoteDraft, RoadbookDraft } from '../../model/roadbook.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Source } from '../../text/source.ts';
import { isMapping } from '../foreign.ts';
import { plainText } from '../html.ts';
import { readJson, unread } from '../json-text.ts';
import { limits, tooManyNotes } from '../limits.ts';
import { markDiagnostics } from '../marks.ts';
import { type Misread, misreadDiagnostics, misreadIn } from '../misread.ts';
import { addUpPartials } from '../partials.ts';
import { routePlaces } from '../route.ts';
import { type Document, documentOf, isNote, Row, rowAsWritten } from './document.ts';
import { type ReadRow, rowOf } from './note.ts';
import { numberWaypoints } from './numbering.ts';

/** What the program writes until the author gives a name and a description. */
const placeholders = ['Name your roadbook', 'Describe your roadbook'];

/** Reads Tulip's TLP (`.tlp`): drid's (schema 2) and storm-factory's (2016 to 2020). */
export function readTlp({ text }: Source): Reading {
  const json = readJson(text);
  const found = documentOf(json.value);
  if (!found)
    return unread(
      'tlp',
      json,
      'this JSON has no list of instructions or waypoints, which is what a TLP file is',
    );
  const form = { path: [found.key], vertex: 'row', keys: ['lat', 'long'] } as const;
  const { places, diagnostics: noPlaces } = routePlaces(found.rows, form);
  const rows = placed(found.rows, places, found.key);
  const { notes, tooMany } = notesOf(rows);
  numberWaypoints(notes);
  const locate = (path: Path) => json.locate(placeOf(path, notes, found.key));
  const draft = draftOf(found.document, rows, notes);
  const addedUp = addUpPartials(draft.notes, locate);
  const { roadbook, diagnostics } = complete(draft, locate);
  return {
    format: 'tlp',
    roadbook,
    locate,
    diagnostics: [
      ...json.diagnostics,
      ...oddVersion(found.document, json.locate),
      ...(tooMany ? [tooManyNotes(json.locate(tooMany))] : []),
      ...(notes.length === 0 ? nothingShown(rows.length, found.key, json.locate) : []),
      ...noPlaces(json.locate),
      ...misreadDiagnostics(misreads(json.value, found.document, rows, notes), sayOf, json.locate),
      ...notes.flatMap((note, index) => markDiagnostics(note.problems, index + 1, json.locate)),
      ...measuredNotes(notes, json.locate),
      ...addedUp,
      ...diagnostics,
    ],
  };
}

/** A vertex of the route. */
interface Placed {
  readonly row: Row;
  readonly raw: unknown;
  readonly path: Path;
  readonly at: Coordinates | null;
}

function placed(rows: readonly unknown[], places: readonly (Coordinates | null)[], key: string): Placed[] {
  return rows.map((one, index) => {
    const raw = rowAsWritten(one);
    return { row: Row.parse(raw), raw, path: [key, index], at: places[index] ?? null };
  });
}

/** Of the head, every row, and the objects in the boxes of notes. */
function misreads(
  value: unknown,
  document: Document,
  rows: readonly Placed[],
  notes: readonly PlacedNote[],
): Misread[] {
  return [
    ...misreadIn(value, document, []),
    ...rows.flatMap(({ raw, row, path }) => (isMapping(raw) ? misreadIn(raw, row, path) : [])),
    ...notes.flatMap(({ misread }) => misread),
  ];
}

function sayOf([, index]: Path): string {
  return typeof index === 'number' ? `row ${index + 1} of the route` : 'the roadbook';
}

/** A note with its distances, and its path in the file. */
interface PlacedNote extends ReadRow {
  readonly path: Path;
  readonly row: Row;
  /** From the start, whole metres. */
  readonly gone: number | null;
  /** The file states no distance. */
  readonly measured: boolean;
}

/**
 * Distances are stored from the start; the page counts from the last reset. Where the file has none they are measured
 * along the route, by Tulip's earth radius.
 */
function notesOf(rows: readonly Placed[]): { notes: PlacedNote[]; tooMany: Path | null } {
  const places = rows.map(({ at }) => at);
  const metres = metresAlong(places, earthRadius.tulip);
  const headings = headingsAlong(places);
  const oldLines = rows.some(({ row }) => [row.entryTrackType, row.exitTrackType].some(isOldLine));
  const notes: PlacedNote[] = [];
  let lastReset = 0;
  for (const [index, { row, path, at }] of rows.entries()) {
    if (!isNote(row)) continue;
    if (notes.length === limits.notes) return { notes, tooMany: path };
    const drawnTurn = row.relativeAngle ?? row.angles.relativeAngle;
    const turn = drawnTurn ?? turnOf(headings[index] ?? { in: null, out: null });
    const note = rowOf({ row, path, oldLines, turn: turnRounded(turn) });
    const stated = metresOf(row.kmFromStart ?? row.distances.kmFromStart);
    // Another program may count from the reset already.
    if (stated !== null && stated < lastReset) lastReset = 0;
    const gone = stated ?? (at ? Math.round(metres[index] ?? 0) : null);
    const distance = gone === null ? null : gone - lastReset;
    const draft: NoteDraft = { ...note.draft, at, distance, partial: partialOf(row, gone, notes.at(-1)) };
    notes.push({ ...note, draft, path, row, gone, measured: stated === null });
    if (typeof draft.reset === 'number' && gone !== null) lastReset = gone;
  }
  return { notes, tooMany: null };
}

/** −180 to 180, to a tenth of a degree. */
function turnRounded(degrees: number): number {
  return Math.round((((((degrees + 180) % 360) + 360) % 360) - 180) * 10) / 10;
}

/** The stated partial, unless it is the difference of the totals but for rounding. */
function partialOf(row: Row, gone: number | null, before: PlacedNote | undefined): number | null {
  const stated = metresOf(row.kmFromPrev ?? row.distances.kmFromPrev);
  if (stated === null || gone === null) return stated;
  return Math.abs(gone - (before?.gone ?? 0) - stated) <= 1 ? null : stated;
}

function metresOf(km: number | null): number | null {
  return km === null ? null : Math.round(km * 1000);
}

/** The older program had a road and a main road; where one is met, `track` means its small track. */
function isOldLine(type: string | null): boolean {
  return type === 'road' || type === 'mainRoad';
}

function draftOf(document: Document, rows: readonly Placed[], notes: readonly PlacedNote[]): RoadbookDraft {
  const words = (html: string | null) => {
    const text = plainText(html ?? '');
    return text === '' || placeholders.includes(text) ? null : text;
  };
  const track = rows.flatMap(({ at }) => at ?? []);
  return {
    stage: { name: words(document.name) },
    description: words(document.desc),
    total: metresOf(document.totalDistance) || null,
    fuelRange: metresOf(document.fuelRange) || null,
    notes: notes.map(({ draft, waypoints }) => ({ ...draft, waypoints })),
    track: track.length > 0 ? [track] : null,
    origin: {
      format: 'tlp',
      version: document.schemaVersion,
      creator: document.appVersion === null ? null : `Tulip ${document.appVersion}`,
    },
  };
}

const documentKeys = new Map<unknown, string>([
  ['stage', 'name'],
  ['description', 'desc'],
  ['total', 'totalDistance'],
  ['fuelRange', 'fuelRange'],
  ['origin', 'appVersion'],
]);

const rowKeys = new Map<unknown, string>([
  ['distance', 'kmFromStart'],
  ['partial', 'kmFromPrev'],
  ['cap', 'heading'],
  ['averageCap', 'capAvg'],
  ['tulip', 'tulipJson'],
  ['text', 'noteJson'],
  ['symbols', 'noteJson'],
  ['waypoints', 'notification'],
]);

const waypointKeys = new Map<unknown, string>([
  ['type', 'type'],
  ['open', 'openRadius'],
  ['clear', 'validationRadius'],
  ['seconds', 'time'],
]);

/** The place in the file of a field of the roadbook. */
function placeOf([list, index, field, ...rest]: Path, notes: readonly PlacedNote[], key: string): Path {
  if (list !== 'notes' || typeof index !== 'number') return [documentKeys.get(list) ?? key];
  const note = notes[index];
  if (!note) return [key];
  if (field === 'at') return [...note.path, rest[0] === 'longitude' ? 'long' : 'lat'];
  const found = note.places.get(String(field));
  if (found) return found;
  const inside = field === 'waypoints' ? waypointKeys.get(rest[1]) : undefined;
  return [...note.path, rowKeys.get(field) ?? '', inside ?? ''];
}

function measuredNotes(notes: readonly PlacedNote[], locate: Locate): Diagnostic[] {
  const measured = notes.filter((note) => note.measured && note.draft.distance !== null);
  const [first] = measured;
  if (!first) return [];
  const message = `${measured.length} of ${notes.length} notes state no distance: measured along the route`;
  return [problem('distance-derived', { message, span: locate(first.path) })];
}

function oddVersion({ schemaVersion }: Document, locate: Locate): Diagnostic[] {
  if (schemaVersion === null || Number(schemaVersion) <= 2) return [];
  const message = `TLP schema ${forTerminal(schemaVersion.slice(0, 20))} is newer than the one that is known (2)`;
  return [problem('format-deviation', { message, span: locate(['schemaVersion']) })];
}

function nothingShown(count: number, key: string, locate: Locate): Diagnostic[] {
  if (count === 0) return [];
  const message = `none of the ${count} rows of the route is an instruction, so there is no note`;
  const help = 'a note of the roadbook has “instruction”: true';
  return [problem('format-deviation', { message, span: locate([key]), help })];
}
