import type { Path } from '../../model/reading.ts';
import { degreesFrom } from '../degrees.ts';
import { figureOf, type Measure } from '../measures.ts';
import type { OrbUnits } from './instruction.ts';
import { isMapping } from './rows.ts';
import { isRole, resetTag } from './tags.ts';

/** What stands in a row otherwise than the draft has it, and was understood; said once for each key. */
export interface Odd {
  readonly key: string;
  readonly path: Path;
  /** `“1,5” is taken as 1.5`. */
  readonly what: string;
}

type Fields = Record<string, unknown>;

/** Other programs' and people's keys, and the draft's; a key counts only where the draft's own is not there. */
const aliases: Readonly<Record<string, string>> = {
  ...{ dist: 'distance', total: 'distance', odo: 'distance', kms: 'km' },
  ...{ speedLimit: 'speed_limit', speedlimit: 'speed_limit', 'speed-limit': 'speed_limit' },
  ...{ speed: 'speed_limit', limit: 'speed_limit', bearing: 'heading', course: 'heading' },
  ...{ text: 'note', description: 'note', comment: 'note', instruction: 'note' },
};
const twins: Readonly<Record<string, string>> = { distance: 'km', heading: 'cap', note: 'notes' };

/**
 * A row with figures as numbers, lists as lists, places as the draft writes them, and the keys that people write for its own.
 * What it cannot make anything of stays, for the schema to refuse.
 */
export function rowAsMeant(raw: unknown, units: OrbUnits): { row: unknown; odd: Odd[] } {
  if (!isMapping(raw)) return { row: raw, odd: [] };
  const odd: Odd[] = [];
  const row: Fields = { ...raw };
  const put = (key: string, path: Path, value: unknown, what: string) => {
    row[key] = value;
    odd.push({ key: String(path[0]), path, what });
  };
  for (const [alias, key] of Object.entries(aliases)) {
    const value = row[alias];
    const isFree = row[key] === undefined && row[twins[key] ?? ''] === undefined;
    if (!isFree || !(typeof value === 'string' || typeof value === 'number')) continue;
    delete row[alias];
    put(key, [alias], value, `is taken as ${key}`);
  }
  for (const [key, measure] of figures) {
    const value = row[key];
    const figure = typeof value === 'string' ? figureIn(value, measure, units) : null;
    if (figure !== null) put(key, [key], figure, `“${value}” is taken as ${figure}`);
  }
  for (const key of ['tags', 'symbols']) {
    const list = listIn(row[key]);
    if (list !== null) put(key, [key], list, `is taken as the list ${list.join(', ')}`);
  }
  for (const key of ['note', 'notes']) {
    const value = row[key];
    if (Array.isArray(value) && value.every((line) => typeof line === 'string'))
      put(key, [key], value.join('\n'), 'is a list: its items are taken as lines');
  }
  const type = typeof row.type === 'string' ? row.type.trim().toLowerCase() : null;
  if (type !== null && type !== row.type && isRole(type)) put('type', ['type'], type, `is taken as ${type}`);
  marksIn(row, put);
  placesIn(row, put);
  return { row, odd };
}

type Put = (key: string, path: Path, value: unknown, what: string) => void;

const figures: readonly (readonly [string, Measure])[] = [
  ['distance', 'distance'],
  ['km', 'distance'],
  ['heading', 'degrees'],
  ['cap', 'degrees'],
  ['speed_limit', 'speed'],
];

/** In the units of the file, whatever unit stands behind it. */
function figureIn(text: string, measure: Measure, units: OrbUnits): number | null {
  const isImperial = measure === 'speed' ? units.speed === 'mph' : units.distance === 'mi';
  const plain = figureOf(text, null, 'metric');
  if (plain !== null) return plain;
  const figure = figureOf(text, measure, isImperial ? 'imperial' : 'metric');
  if (figure === null) return null;
  if (measure === 'distance' && units.distance === 'm') return figure * 1000;
  return measure === 'speed' && units.speed === 'ms' ? figure / 3.6 : figure;
}

/** A list of words that is written as one text, or of mappings that name them; null where it is a list already. */
function listIn(value: unknown): string[] | null {
  if (typeof value === 'string') return value.split(/\s*[,|;]\s*/).filter((word) => word !== '');
  if (!Array.isArray(value) || value.every((item) => typeof item === 'string' || typeof item === 'number'))
    return null;
  const words = value.map((item: unknown) =>
    isMapping(item) ? (item.id ?? item.symbol ?? item.name) : item,
  );
  const known = words.filter((word) => word !== null);
  return known.every((word) => typeof word === 'string' || typeof word === 'number')
    ? known.map(String)
    : null;
}

/** `danger: 2` or `!!`, and `reset: true`, which the draft says by a symbol and a tag. */
function marksIn(row: Fields, put: Put): void {
  const marks = /^(?:([123])|(!{1,3}))$/.exec(String(row.danger ?? ''));
  if (marks) {
    const id = `danger${marks[1] ?? marks[2]?.length}`;
    delete row.danger;
    put(
      'symbols',
      ['danger'],
      [id, ...(Array.isArray(row.symbols) ? row.symbols : [])],
      `is taken as the symbol ${id}`,
    );
  }
  if (row.reset === true || row.reset === 'yes') {
    delete row.reset;
    put(
      'tags',
      ['reset'],
      [...(Array.isArray(row.tags) ? row.tags : []), resetTag],
      `is taken as the tag ${resetTag}`,
    );
  }
}

/** `location.coords` and `waypoint` in the forms that people write a position in. */
function placesIn(row: Fields, put: Put): void {
  const { location, waypoint } = row;
  if (isMapping(location)) {
    const { coords, ...rest } = location;
    const place = coords === undefined ? placeIn(rest) : isPair(coords) ? null : placeIn(coords);
    const { lat: _a, lon: _b, latitude: _c, longitude: _d, lng: _e, ...others } = rest;
    if (place)
      put('location', ['location'], { ...others, coords: place }, `is taken as coords ${place.join(', ')}`);
  }
  if (waypoint === undefined || waypoint === null) return;
  const isOwn = isMapping(waypoint) && typeof waypoint.lat === 'number' && typeof waypoint.lon === 'number';
  const place = isOwn ? null : placeIn(waypoint);
  if (!place) return;
  const { latitude: _c, longitude: _d, lng: _e, ...others } = isMapping(waypoint) ? waypoint : {};
  const [lat, lon] = place;
  put('waypoint', ['waypoint'], { ...others, lat, lon }, `is taken as lat ${lat}, lon ${lon}`);
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number');
}

/** Latitude and longitude in a list, a text or a mapping; null where they are not both there. */
function placeIn(value: unknown): [number, number] | null {
  if (typeof value === 'string') return placeIn(value.split(/\s*[,;]\s*|\s+/));
  if (Array.isArray(value))
    return value.length === 2 || value.length === 3 ? placeOf(value[0], value[1]) : null;
  if (!isMapping(value)) return null;
  return placeOf(value.lat ?? value.latitude, value.lon ?? value.longitude ?? value.lng);
}

function placeOf(latitude: unknown, longitude: unknown): [number, number] | null {
  const lat = typeof latitude === 'string' ? degreesFrom(latitude, 'latitude') : latitude;
  const lon = typeof longitude === 'string' ? degreesFrom(longitude, 'longitude') : longitude;
  return typeof lat === 'number' && typeof lon === 'number' ? [lat, lon] : null;
}

const unitNames: Readonly<Record<string, string>> = {
  ...{ kms: 'km', kilometers: 'km', kilometres: 'km', metric: 'km', miles: 'mi', mile: 'mi', imperial: 'mi' },
  ...{ metres: 'm', meters: 'm', degrees: 'deg', '°': 'deg', radians: 'rad' },
  ...{ 'km/h': 'kmh', kph: 'kmh', 'mi/h': 'mph', 'm/s': 'ms' },
};

/** `meta` with its units in the words of the draft: `KM`, `miles`, `km/h`, `imperial` for miles and mph. */
export function metaAsMeant(raw: unknown): { meta: unknown; odd: Odd[] } {
  if (!isMapping(raw)) return { meta: raw, odd: [] };
  const word = (said: unknown) => {
    const lower = typeof said === 'string' ? said.trim().toLowerCase() : said;
    return typeof lower === 'string' ? (unitNames[lower] ?? lower) : said;
  };
  const { units } = raw;
  const isImperial = typeof units === 'string' && units.trim().toLowerCase() === 'imperial';
  const meant = isMapping(units)
    ? Object.fromEntries(Object.entries(units).map(([key, said]) => [key, word(said)]))
    : isImperial
      ? { distance: 'mi', speed: 'mph' }
      : word(units);
  if (JSON.stringify(meant) === JSON.stringify(units)) return { meta: raw, odd: [] };
  const what = `are taken as ${typeof meant === 'string' ? meant : Object.values(meant ?? {}).join(', ')}`;
  return { meta: { ...raw, units: meant }, odd: [{ key: 'units', path: ['meta', 'units'], what }] };
}
