import { headingsAlong, metresAlong, turnOf } from '../../geo/along.ts';
import { earthRadius, sphericalBearing } from '../../geo/sphere.ts';
import { complete } from '../../model/complete.ts';
import type { Coordinates } from '../../model/fields.ts';
import type { Locate, Path, Reading } from '../../model/reading.ts';
import type { RoadbookDraft } from '../../model/roadbook.ts';
import { type Units, unitWords } from '../../model/units.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Source } from '../../text/source.ts';
import { embedded, isMapping } from '../foreign.ts';
import { hasMarkup, plainText } from '../html.ts';
import { readJson, unread } from '../json-text.ts';
import { limits, tooManyNotes } from '../limits.ts';
import { markDiagnostics } from '../marks.ts';
import { type Misread, misreadDiagnostics, misreadIn } from '../misread.ts';
import { routePlaces } from '../route.ts';
import { type Route, routeOf, rowOf, Vertex } from './document.ts';
import { boxOf, type ReadBox } from './note.ts';
import { defaultLine } from './tulip.ts';

/** Versions whose files were met. */
const knownVersions = ['3', '4'];

/** Reads Rally Navigator's RN2 (`.rn2`), version 4 and 3. */
export function readRn2({ text }: Source): Reading {
  const json = readJson(text);
  const found = routeOf(json.value);
  if (!found)
    return unread('rn2', json, 'this JSON has no route with waypoints, which is what an RN2 file is');
  const { route, path: routePath } = found;
  const said = route.settings.units ?? route.units;
  const units = unitWords.get(said?.trim().toLowerCase() ?? '') ?? 'metric';
  const rows = route.waypoints;
  const form = { path: [...routePath, 'waypoints'], vertex: 'waypoint', keys: ['lat', 'lon'] } as const;
  const { places, diagnostics: noPlaces } = routePlaces(rows, form);
  const vertices = placed(route, places, form.path);
  const shown = vertices.flatMap(({ vertex }, index) => (vertex.show ? [index] : []));
  const boxes = boxesOf(route, vertices, shown, units);
  const tooMany = vertices[shown[limits.notes] ?? -1];
  const locate = (path: Path) => json.locate(placeOf(path, boxes, routePath));
  const { roadbook, diagnostics } = complete(draftOf(route, vertices, boxes, units), locate);
  return {
    format: 'rn2',
    roadbook,
    locate,
    diagnostics: [
      ...json.diagnostics,
      ...oddVersion(route, routePath, json.locate),
      ...(tooMany ? [tooManyNotes(json.locate(tooMany.path))] : []),
      ...unknownUnits(said, routePath, json.locate),
      ...(shown.length === 0 ? nothingShown(rows.length, form.path, json.locate) : []),
      ...noPlaces(json.locate),
      ...misreadDiagnostics(misreads(json.value, found, vertices, boxes), sayOf(form.path), json.locate),
      ...boxes.flatMap((box, index) => markDiagnostics(box.problems, index + 1, json.locate)),
      ...diagnostics,
    ],
  };
}

/** A vertex of the track. */
interface Placed {
  readonly vertex: Vertex;
  readonly raw: unknown;
  readonly path: Path;
  /** Null where the file's position is none. */
  readonly at: Coordinates | null;
}

function placed({ waypoints }: Route, places: readonly (Coordinates | null)[], path: Path): Placed[] {
  return waypoints.map((waypoint, index) => {
    const raw = rowOf(waypoint);
    return { vertex: Vertex.parse(raw), raw, path: [...path, index], at: places[index] ?? null };
  });
}

/** Of the settings, every vertex, and the elements of the boxes. */
function misreads(
  value: unknown,
  { route, path }: { route: Route; path: Path },
  vertices: readonly Placed[],
  boxes: readonly Box[],
): Misread[] {
  const whole = path.length === 0 ? value : (embedded(value)?.route ?? null);
  return [
    ...misreadIn(whole, route, path),
    ...vertices.flatMap(({ raw, vertex, path: at }) => (isMapping(raw) ? misreadIn(raw, vertex, at) : [])),
    ...boxes.flatMap(({ misread }) => misread),
  ];
}

/** `waypoint 3 of the route`, `the route`. */
function sayOf(list: Path): (path: Path) => string {
  return (path) => {
    const index = path[list.length];
    return typeof index === 'number' ? `waypoint ${index + 1} of the route` : 'the route';
  };
}

/** A note with its place and distances, and its path in the file. */
interface Box extends ReadBox {
  readonly path: Path;
  /** From the start, resets not subtracted. */
  readonly metres: number;
}

/** The printed distance starts again behind a reset; the box with the reset still shows the old one. */
function boxesOf(
  { settings }: Route,
  vertices: readonly Placed[],
  shown: readonly number[],
  units: Units,
): Box[] {
  const places = vertices.map(({ at }) => at);
  const metres = metresAlong(places, earthRadius.rallyNavigator);
  const headings = headingsAlong(places);
  const boxes: Box[] = [];
  let line = defaultLine(settings);
  let axis = { from: 0, reading: 0 };
  for (const [i, index] of shown.slice(0, limits.notes).entries()) {
    const [here, heading, gone] = [vertices[index], headings[index], metres[index]];
    if (!here || !heading || gone === undefined) continue;
    const next = vertices[shown[i + 1] ?? -1];
    const box = boxOf({
      vertex: here.vertex,
      path: here.path,
      settings,
      units,
      line,
      turn: Math.round(turnOf(heading) * 10) / 10,
      headingOut: heading.out,
      headingToNextBox: here.at && next?.at ? sphericalBearing(here.at, next.at) : null,
    });
    const distance = here.at ? Math.round(gone - axis.from + axis.reading) : null;
    boxes.push({ ...box, path: here.path, metres: gone, draft: { ...box.draft, at: here.at, distance } });
    line = box.line;
    if (typeof box.draft.reset === 'number') axis = { from: gone, reading: box.draft.reset };
  }
  return boxes;
}

function draftOf(
  route: Route,
  vertices: readonly Placed[],
  boxes: readonly Box[],
  units: Units,
): RoadbookDraft {
  const { name, description, startlocation, endlocation, version } = route;
  const fromTo = startlocation && endlocation ? `${startlocation} – ${endlocation}` : null;
  const track = vertices.flatMap(({ at }) => at ?? []);
  const last = boxes.at(-1);
  return {
    stage: { name: wordsOf(name) ?? fromTo },
    units,
    description: wordsOf(description),
    total: last ? Math.round(last.metres) : null,
    notes: boxes.map(({ draft }) => draft),
    track: track.length > 0 ? [track] : null,
    origin: { format: 'rn2', version },
  };
}

function wordsOf(said: string | null): string | null {
  return (said !== null && hasMarkup(said) ? plainText(said) : said)?.trim() || null;
}

/** The place in the file of a field of the roadbook. */
function placeOf([list, index, field, ...rest]: Path, boxes: readonly Box[], route: Path): Path {
  if (list === 'stage') return [...route, 'name'];
  if (list !== 'notes' || typeof index !== 'number')
    return typeof list === 'string' ? [...route, list] : route;
  const box = boxes[index];
  if (!box) return [...route, 'waypoints'];
  if (field === 'at') return [...box.path, coordinates.get(rest[0]) ?? 'lat'];
  const found = box.places.get(String(field));
  if (found) return field === 'waypoints' ? [...found, 'options', ...rest.slice(1)] : found;
  if (field === 'tulip') return [...box.path, 'tulip'];
  return field === 'text' || field === 'symbols' ? [...box.path, 'notes'] : box.path;
}

const coordinates = new Map<unknown, string>([
  ['latitude', 'lat'],
  ['longitude', 'lon'],
  ['elevation', 'ele'],
]);

function oddVersion({ version }: Route, path: Path, locate: Locate): Diagnostic[] {
  if (version === null || knownVersions.includes(version)) return [];
  const message = `RN2 version ${forTerminal(version.slice(0, 20))} is not one that is known (${knownVersions.join(', ')})`;
  return [problem('format-deviation', { message, span: locate([...path, 'version']) })];
}

function unknownUnits(said: string | null, path: Path, locate: Locate): Diagnostic[] {
  if (said === null || said.trim() === '' || unitWords.has(said.trim().toLowerCase())) return [];
  const message = `units must be metric or imperial, not “${forTerminal(said.slice(0, 40))}”: taken as metric`;
  return [problem('unknown-value', { message, span: locate([...path, 'settings', 'units']) })];
}

function nothingShown(count: number, path: Path, locate: Locate): Diagnostic[] {
  if (count === 0) return [];
  const message = `none of the ${count} waypoints of the route is shown as a box, so there is no note`;
  const help = 'a box of the roadbook has “show”: true';
  return [problem('format-deviation', { message, span: locate(path), help })];
}
