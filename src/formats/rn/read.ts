import { headingsAlong, metresAlong } from '../../geo/along.ts';
import { earthRadius } from '../../geo/sphere.ts';
import { complete } from '../../model/complete.ts';
import type { Coordinates } from '../../model/fields.ts';
import type { Path, Reading } from '../../model/reading.ts';
import type { NoteDraft } from '../../model/roadbook.ts';
import { metresFromPrinted, unitWords } from '../../model/units.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { isMapping } from '../foreign.ts';
import { hasMarkup, plainText } from '../html.ts';
import { readJson, unread } from '../json-text.ts';
import { limits, tooManyNotes } from '../limits.ts';
import { type Misread, misreadDiagnostics, misreadIn } from '../misread.ts';
import { type RoutePlaces, routePlaces } from '../route.ts';
import { documentOf, type RnDocument, Waypoint } from './document.ts';

/** Reads a record of the first Rally Navigator as well as can be: its text, places and distances. */
export function readRn({ text }: Source): Reading {
  const { document, json } = documentOf(readJson(text));
  if (!document) {
    return unread(
      'rn',
      json,
      'this record has no `data` with a list of waypoints, which is what an RN file is',
    );
  }
  const { head, details, path } = document;
  const units = unitWords.get((head.units ?? details.settings.units ?? '').trim().toLowerCase()) ?? 'metric';
  const range = head.fuel_range ?? details.summary.fuelrange ?? 0;
  const { notes, rows, track, total, misread, noPlaces } = rowsOf(document);
  const locate = ([list, index]: Path) => {
    const row = list === 'notes' && typeof index === 'number' ? rows[index] : undefined;
    return json.locate(row === undefined ? path : [...path, 'waypoints', row]);
  };
  const { roadbook, diagnostics } = complete(
    {
      stage: { name: head.name || details.name || null },
      description: wordsOf(head.description || details.description),
      units,
      total,
      fuelRange: range > 0 ? metresFromPrinted(range, units) : null,
      notes: notes.slice(0, limits.notes),
      track: track.length > 0 ? [track] : null,
      origin: { format: 'rn', version: details.dataVersion },
    },
    locate,
  );
  const tooMany = notes.length > limits.notes ? [tooManyNotes(locate(['notes', limits.notes]))] : [];
  const say = (at: Path) => {
    const index = at[path.length + 1];
    return typeof index === 'number' ? `waypoint ${index + 1} of the route` : 'the record';
  };
  const isHidden = notes.length === 0 && details.waypoints.length > 0;
  const hidden = isHidden ? [nothingShown(details.waypoints.length, json.locate(path))] : [];
  const inner = [...hidden, ...noPlaces(json.locate), ...misreadDiagnostics(misread, say, json.locate)];
  return {
    format: 'rn',
    roadbook,
    locate,
    diagnostics: [...json.diagnostics, ...tooMany, ...inner, ...diagnostics],
  };
}

function nothingShown(count: number, span: Span | null): Diagnostic {
  const message = `none of the ${count} waypoints of the route is shown, so there is no note`;
  return problem('format-deviation', { message, span, help: 'a note of the roadbook has “show”: true' });
}

interface Rows {
  readonly notes: NoteDraft[];
  /** Of each note, its index among the waypoints. */
  readonly rows: readonly number[];
  readonly track: Coordinates[];
  readonly total: number | null;
  readonly misread: readonly Misread[];
  readonly noPlaces: RoutePlaces['diagnostics'];
}

/**
 * Its readers measured distances themselves; here they are summed by the rule of the present Rally Navigator. Resets are
 * icons, whose meaning is not known.
 */
function rowsOf({ details, path, misread: whole }: RnDocument): Rows {
  const waypoints = details.waypoints.map((raw) => Waypoint.parse(raw));
  const list = [...path, 'waypoints'];
  const form = { path: list, vertex: 'waypoint', keys: ['lat', 'lon'] } as const;
  const { places, diagnostics: noPlaces } = routePlaces(details.waypoints, form);
  const ofWaypoints = waypoints.flatMap((read, i) => {
    const raw = details.waypoints[i];
    return isMapping(raw) ? misreadIn(raw, read, [...list, i]) : [];
  });
  const misread = [...whole, ...ofWaypoints];
  const metres = metresAlong(places, earthRadius.rallyNavigator).map(Math.round);
  const headings = headingsAlong(places);
  const rows = waypoints.flatMap(({ show }, index) => (show ? [index] : []));
  const notes = rows.map((row): NoteDraft => {
    const at = places[row] ?? null;
    const heading = details.settings.showheadings ? (headings[row]?.out ?? null) : null;
    return {
      at,
      distance: at && (metres[row] ?? null),
      cap: heading === null ? null : Math.round(heading),
      text: wordsOf(waypoints[row]?.description ?? null),
      kept: keptOf(details.waypoints[row]),
    };
  });
  const track = places.flatMap((at) => at ?? []);
  return { notes, rows, track, total: metres[rows.at(-1) ?? -1] ?? null, misread, noPlaces };
}

function wordsOf(said: string | null): string | null {
  return (said !== null && hasMarkup(said) ? plainText(said) : said)?.trim() || null;
}

/** What a waypoint draws: nothing tells the scale of its roads or the meaning of its icons. */
const drawings = ['icons', 'trayIcons', 'streetSignIcons', 'roads', 'freelines', 'backgroundimage'];

function keptOf(waypoint: unknown): { format: string; content: string }[] {
  if (!isMapping(waypoint)) return [];
  const drawn = Object.entries(waypoint).filter(([key, value]) => {
    return drawings.includes(key) && value !== null && !(Array.isArray(value) && value.length === 0);
  });
  return drawn.length === 0 ? [] : [{ format: 'rn', content: JSON.stringify(Object.fromEntries(drawn)) }];
}
