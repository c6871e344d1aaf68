import type { Coordinates } from '../model/fields.ts';
import { Coordinates as Place } from '../model/fields.ts';
import type { Locate, Path } from '../model/reading.ts';
import { type Diagnostic, problem } from '../text/diagnostic.ts';
import { type Axis, degreesFrom } from './degrees.ts';
import { isMapping, number } from './foreign.ts';
import { type Misread, misreadDiagnostics, misreadIn } from './misread.ts';

/** Where the vertices of a route lie; null where the file does not say, or says what cannot be. */
export interface RoutePlaces {
  readonly places: readonly (Coordinates | null)[];
  readonly diagnostics: (locate: Locate) => Diagnostic[];
}

/** A route of an editor's file: the path of its list, what it calls a vertex, and its own keys for a position. */
export interface RouteForm {
  readonly path: Path;
  readonly vertex: string;
  readonly keys: readonly [latitude: string, longitude: string];
}

/** Other programs' keys, also those of the first files of Tulip. */
const keys = { latitude: ['lat', 'latitude'], longitude: ['lon', 'lng', 'long', 'longitude'] } as const;

/**
 * Positions under whatever keys programs write them, in any form that people write degrees in. 0, 0 lies in the Gulf of Guinea
 * and stands for unknown, unless another vertex lies near. Elevations of 0 are unknown: editors write it until they look it up.
 */
export function routePlaces(rows: readonly unknown[], form: RouteForm): RoutePlaces {
  const found = rows.map((row) => placeIn(row));
  const isNull = (at: Coordinates | null) => at?.latitude === 0 && at.longitude === 0;
  const isNear = (at: Coordinates) => Math.abs(at.latitude) < 5 && Math.abs(at.longitude) < 5;
  const others = found.filter((at) => at !== null && !isNull(at));
  const isMeant = others.length === 0 || others.some((at) => at !== null && isNear(at));
  const places = found.map((at) => (isNull(at) && !isMeant ? null : at));
  const diagnostics = (locate: Locate) => [
    ...otherKeys(rows, form, locate),
    ...misreadDiagnostics(
      rows.flatMap((row, i) => (isMapping(row) ? oddElevation(row.ele, [...form.path, i, 'ele']) : [])),
      (path) => `${form.vertex} ${Number(path[form.path.length]) + 1} of the route`,
      locate,
    ),
    ...places.flatMap((at, i) => (at ? [] : noPlace(i, isNull(found[i] ?? null), form, locate))),
  ];
  return { places, diagnostics };
}

function oddElevation(raw: unknown, path: Path): Misread[] {
  return typeof raw === 'number' || raw === undefined ? [] : misreadIn(raw, number.parse(raw), path);
}

function placeIn(row: unknown): Coordinates | null {
  if (!isMapping(row)) return null;
  const ele = number.parse(row.ele);
  const place = {
    latitude: degreesOf(row, 'latitude'),
    longitude: degreesOf(row, 'longitude'),
    elevation: ele === 0 ? null : ele,
  };
  return Place.safeParse(place).data ?? null;
}

function degreesOf(row: Readonly<Record<string, unknown>>, axis: Axis): number | null {
  const said = row[keyOf(row, axis) ?? ''];
  return typeof said === 'string' ? degreesFrom(said, axis) : number.parse(said);
}

function keyOf(row: Readonly<Record<string, unknown>>, axis: Axis): string | null {
  return keys[axis].find((key) => row[key] !== undefined && row[key] !== null) ?? null;
}

function otherKeys(
  rows: readonly unknown[],
  { path, vertex, keys: own }: RouteForm,
  locate: Locate,
): Diagnostic[] {
  for (const [i, row] of rows.entries()) {
    if (!isMapping(row)) continue;
    const said = [keyOf(row, 'latitude'), keyOf(row, 'longitude')];
    // The first Tulip wrote lng.
    if (said.every((key, k) => key === null || key === own[k] || (own[k] === 'long' && key === 'lng')))
      continue;
    const message = `${vertex} ${i + 1} of the route has its position under ${said.join(' and ')}, not ${own.join(' and ')}`;
    const help = 'it is read all the same; the program that the format belongs to may not';
    return [problem('format-deviation', { message, span: locate([...path, i]), help })];
  }
  return [];
}

function noPlace(
  index: number,
  isNull: boolean,
  { path, vertex, keys: own }: RouteForm,
  locate: Locate,
): Diagnostic {
  const what = `${vertex} ${index + 1} of the route`;
  const why = isNull
    ? `${what} lies at 0, 0, far from the others: its position is taken as unknown`
    : `${what} has no position: ${own.join(' or ')} is missing or not on the globe`;
  return problem('bad-coordinate', {
    message: why,
    span: locate([...path, index]),
    help: 'the route is drawn and measured past it, so distances behind it may be short',
  });
}
