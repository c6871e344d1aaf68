import { symbolOf } from '../../model/lexicon.ts';
import type { Path } from '../../model/reading.ts';
import type { NoteDraft, WaypointDraft } from '../../model/roadbook.ts';
import { forTerminal } from '../../text/escape.ts';
import { isMapping } from '../foreign.ts';
import { readHtml } from '../html.ts';
import { type FoundMark, fieldsOfMarks, type MarkedFields, type MarkProblem } from '../marks.ts';
import { type Misread, misreadIn } from '../misread.ts';
import { inLines } from '../reading-order.ts';
import { Glyph, type Notification, type Row, SideRoad, Stroke } from './document.ts';
import { glyphName, markOfGlyph, symbolOfGlyph, waypointsOfGlyph, wordOfGlyph } from './glyphs.ts';
import { knownTypes, limitOf, waypointsOf } from './notification.ts';
import { isLost, isLostRoad, tulipOf } from './tulip.ts';

/** A row and what its file and neighbours say of it. */
export interface RowContext {
  readonly row: Row;
  readonly path: Path;
  readonly oldLines: boolean;
  readonly turn: number;
}

/** A note without its place, distance and numbers of waypoints, and where its fields stand in the file. */
export interface ReadRow extends Pick<MarkedFields, 'places' | 'problems'> {
  readonly draft: NoteDraft;
  readonly waypoints: WaypointDraft[];
  /** What of the objects in its boxes could not be read as it is written. */
  readonly misread: readonly Misread[];
}

/** What stands in the description: words, or a glyph by its name. */
type Item =
  | { readonly word: string; readonly name?: undefined }
  | { readonly word?: undefined; readonly name: string };

export function rowOf({ row, path, oldLines, turn }: RowContext): ReadRow {
  const drawn = glyphsOf(row.tulipJson?.glyphs ?? []);
  const noted = glyphsOf(row.noteJson.glyphs);
  const heading = row.heading ?? row.angles.heading;
  const wordsOf = (glyph: Glyph) => objectWords(glyph, heading, row.capAvg);
  const notePath = [...path, noted.length > 0 ? 'noteJson' : 'notes'];
  const lines = noted.length > 0 ? placedLines(noted, wordsOf) : htmlLines(row.notes);
  const names = lines.flat().flatMap(({ name }) => name ?? []);
  const drawnNames = drawn.flatMap((glyph) => nameOf(glyph) ?? []);
  const mark = (where: Path) => (name: string) => {
    const found = markOfGlyph(name, row.stopTimeSec);
    return found ? [{ ...found, path: where }] : [];
  };
  const marks: FoundMark[] = [
    ...names.flatMap(mark(notePath)),
    ...drawnNames.flatMap(mark([...path, 'tulipJson', 'glyphs'])),
  ];
  const { notification } = row;
  const stated = notification ? waypointsOf(notification) : null;
  const limit = notification && !marks.some((one) => one.mark === 'limit') ? limitOf(notification) : null;
  if (limit !== null) marks.push({ mark: 'limit', kmh: limit, path: [...path, 'notification'] });
  const { fields, places, problems } = fieldsOfMarks(marks);
  const caps = [...drawn, ...noted].flatMap(({ subType }) => subType ?? []);
  const draft: NoteDraft = {
    ...fields,
    text: textOf(lines),
    showAt: row.showCoordinates ?? false,
    cap: (row.showHeading ?? true) || caps.includes('CAP') ? rounded(heading) : null,
    averageCap: caps.some((cap) => cap === 'CAP-A' || cap === 'CAP-C') ? rounded(row.capAvg) : null,
    tulip: tulipOf({ row, oldLines, turn, wordsOf }),
    kept: [...(row.tulipJson?.glyphs ?? []), ...row.noteJson.glyphs].flatMap(keptOf),
  };
  const waypoints = stated ?? waypointsOfGlyphs(names) ?? safety(draft) ?? [];
  draft.symbols = names.filter((name) => !isSaid(name, waypoints)).map(symbolOfGlyph);
  const misread = [
    ...(row.tulipJson?.tracks ?? []).flatMap((raw, i) =>
      misreadRoad(raw, [...path, 'tulipJson', 'tracks', i]),
    ),
    ...misreadGlyphs(row.tulipJson?.glyphs ?? [], [...path, 'tulipJson', 'glyphs']),
    ...misreadGlyphs(row.noteJson.glyphs, [...path, 'noteJson', 'glyphs']),
  ];
  const lostRoads = (row.tulipJson?.tracks ?? []).flatMap((raw, i) =>
    isLostRoad(raw) ? [lostRoad([...path, 'tulipJson', 'tracks', i])] : [],
  );
  const lost = row.tulipJson && isLost(row.tulipJson.exit) ? [lostExit([...path, 'tulipJson', 'exit'])] : [];
  const unfit = notification ? unfitNotification(notification, stated !== null, path) : [];
  return { draft, waypoints, places, misread, problems: [...problems, ...lost, ...lostRoads, ...unfit] };
}

function lostRoad(path: Path): MarkProblem {
  const message = 'a side road of the tulip cannot be made out: it is left out, or drawn as far as it can be';
  return { name: 'format-deviation', message, path };
}

function lostExit(path: Path): MarkProblem {
  const message = 'the way out of the tulip cannot be made out: it is drawn as the route turns';
  return { name: 'format-deviation', message, path };
}

function misreadRoad(raw: unknown, path: Path): Misread[] {
  const road = SideRoad.parse(raw);
  const strokes = road.paths.length > 0 ? road.paths : [raw];
  return [
    ...misreadIn(raw, road, path),
    ...strokes.flatMap((stroke, i) => misreadIn(stroke, Stroke.parse(stroke), [...path, 'paths', i])),
  ];
}

function misreadGlyphs(glyphs: readonly unknown[], path: Path): Misread[] {
  return glyphs.flatMap((raw, i) =>
    typeof raw === 'string' ? [] : misreadIn(raw, { ...Glyph.parse(raw), type: undefined }, [...path, i]),
  );
}

/** A notification that has no type that is known, and radii below 0. */
function unfitNotification(notification: Notification, isKnown: boolean, path: Path): MarkProblem[] {
  const { type, openRadius, validationRadius } = notification;
  const says = Object.values(notification).some((value) => value !== null && value !== '');
  if (!isKnown) return says ? [unknownType(type ?? '', path)] : [];
  const radii = { openRadius, validationRadius };
  return Object.entries(radii).flatMap(([key, value]): MarkProblem[] => {
    if (value === null || value >= 0) return [];
    const message = `${key} must be at least 0, not ${value}`;
    return [{ name: 'value-out-of-range', message, path: [...path, 'notification', key] }];
  });
}

function unknownType(type: string, path: Path): MarkProblem {
  return {
    name: 'unknown-value',
    message:
      type === ''
        ? 'the notification has no type'
        : `“${forTerminal(type.slice(0, 60))}” is not a type of waypoint`,
    path: [...path, 'notification', 'type'],
    help: `one of: ${knownTypes.join(', ')}`,
  };
}

function glyphsOf(glyphs: readonly unknown[]): Glyph[] {
  return glyphs.map((raw) => Glyph.parse(raw));
}

/** The description of the present program: objects placed freely in a box. */
function placedLines(glyphs: readonly Glyph[], wordsOf: (glyph: Glyph) => string | null): Item[][] {
  const placed = glyphs.flatMap((glyph): (Item & { x: number; y: number })[] => {
    const at = { x: glyph.left ?? 0, y: glyph.top ?? 0 };
    const name = nameOf(glyph);
    if (name !== null) return [{ name, ...at }];
    // A CAP box is the heading of the note, which is a field.
    const word = glyph.subType === null ? wordsOf(glyph) : null;
    return word === null ? [] : [{ word, ...at }];
  });
  return inLines(placed);
}

/** The description of the older program: rich text with images in it; the first files have a list of them besides. */
function htmlLines({ text, glyphs }: Row['notes']): Item[][] {
  const lines: Item[][] = [[]];
  for (const part of readHtml(text ?? '')) {
    if (part.kind === 'break') lines.push([]);
    else
      lines
        .at(-1)
        ?.push(part.kind === 'text' ? { word: part.text.trim() } : { name: glyphName(part.source) });
  }
  const shown = new Set(lines.flat().map(({ name }) => name));
  const listed = glyphs.flatMap((one) => (typeof one === 'string' ? glyphName(one) : []));
  return [...lines, listed.filter((name) => !shown.has(name)).map((name) => ({ name }))];
}

function textOf(lines: readonly (readonly Item[])[]): string | null {
  const words = lines.map((line) =>
    line.flatMap(({ word, name }) => word ?? wordOfGlyph(name ?? '') ?? []).join(' '),
  );
  return words.filter((line) => line !== '').join('\n') || null;
}

/** True for a glyph that has become a field or a word of the note: it is not repeated as a symbol. */
function isSaid(name: string, waypoints: readonly WaypointDraft[]): boolean {
  const types = waypointsOfGlyph(name);
  if (types.length > 0) return types.every((type) => waypoints.some((one) => one.type === type));
  return markOfGlyph(name, null) !== null || wordOfGlyph(name) !== null;
}

/** A control's glyph in the description makes it one where no notification says so. */
function waypointsOfGlyphs(names: readonly string[]): WaypointDraft[] | null {
  const types = [...new Set(names.flatMap(waypointsOfGlyph))];
  return types.length > 0 ? types.map((type) => ({ type })) : null;
}

/** Tulip's rule: danger 3 that has no notification is a safety waypoint. */
function safety({ danger }: NoteDraft): WaypointDraft[] | null {
  return danger === 3 ? [{ type: 'WPS' }] : null;
}

function nameOf({ type, src }: Glyph): string | null {
  return type === 'image' ? glyphName(src ?? '') : null;
}

/** The words of an object; of a CAP box the heading that it shows, by the row rather than as it was last drawn. */
function objectWords(glyph: Glyph, heading: number | null, average: number | null): string | null {
  if (glyph.subType === null) return glyph.text?.replace(/\s+/g, ' ').trim() || null;
  const degrees = rounded(glyph.subType === 'CAP' ? heading : average);
  const figures = degrees === null ? innerText(glyph) : String(degrees).padStart(3, '0');
  const suffix = /^CAP-([AC])$/.exec(glyph.subType)?.[1];
  return figures === null ? null : [figures, suffix].filter(Boolean).join(' ');
}

/** The words of the first object inside that has any. */
function innerText(glyph: Glyph): string | null {
  for (const raw of [...glyph.objects, ...glyph.paths]) {
    const inner = Glyph.parse(raw);
    const found = inner.text?.trim() || innerText(inner);
    if (found) return found;
  }
  return null;
}

/** Drawings and whatever else the model has no word for, and glyphs that only have a name. */
function keptOf(raw: unknown): { format: string; content: string }[] {
  if (!isMapping(raw)) return [];
  const glyph = Glyph.parse(raw);
  const name = nameOf(glyph);
  const isKnown =
    name === null
      ? glyph.text !== null || glyph.subType !== null
      : symbolOf(symbolOfGlyph(name)) !== null || isSaid(name, []);
  return isKnown ? [] : [{ format: 'tlp', content: JSON.stringify(raw) }];
}

function rounded(degrees: number | null): number | null {
  return degrees === null ? null : Math.round(degrees);
}
