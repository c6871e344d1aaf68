/**
 * Generated from roadbook.ts by `npm run docs`: do not edit. What zod makes of a roadbook with nothing wrong in it, as plain code
 * and many times as fast; what is wrong with another, zod says. test/model/clean.test.ts holds the two against each other.
 */
import type { Coordinates, LineStyle, Service, Surface, WaypointType } from './fields.ts';
import type { Kept, Note, Roadbook, Waypoint } from './roadbook.ts';
import type { Tulip, TulipPoint, TulipRoad, TulipSymbol } from './tulip.ts';

/** The roadbook, its defaults filled in; null when zod must be asked. */
export function cleanRoadbook(draft: unknown): Roadbook | null {
  return cleanRoadbookOf(draft) ?? null;
}

/** The same of a tulip. */
export function cleanTulip(draft: unknown): Tulip | null {
  return cleanTulipOf(draft) ?? null;
}

/** The same of a note's symbols. */
export function cleanSymbols(draft: unknown): Note['symbols'] | null {
  return cleanNoteSymbolsOf(draft) ?? null;
}

function isMapping(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
}

function isText(value: unknown, shortest: number, longest: number): value is string {
  return typeof value === 'string' && value.length >= shortest && value.length <= longest;
}

/** Drafts have their keys in the order of the schema, nearly always: then one look at each key is enough. */
function hasOnly(value: object, keys: readonly string[]): boolean {
  let next = 0;
  for (const key in value) {
    while (next < keys.length && keys[next] !== key) next++;
    if (next === keys.length) return Object.keys(value).every((one) => keys.includes(one));
    next++;
  }
  return true;
}

/** Undefined where an item is not clean. */
function list<T>(
  value: unknown,
  least: number,
  most: number,
  one: (item: unknown) => T | undefined,
): T[] | undefined {
  if (!Array.isArray(value) || value.length < least || value.length > most) return undefined;
  const items: T[] = [];
  for (const item of value) {
    const clean = one(item);
    if (clean === undefined) return undefined;
    items.push(clean);
  }
  return items;
}

const keysOfRoadbookStage = ['number', 'name', 'date', 'start', 'releaseMinutes'];

function cleanRoadbookStageOf(value: unknown) {
  if (!isMapping(value) || !hasOnly(value, keysOfRoadbookStage)) return undefined;
  const number = value.number ?? null;
  if (number !== null && !isText(number, 0, 40)) return undefined;
  const name = value.name ?? null;
  if (name !== null && !isText(name, 0, 200)) return undefined;
  const date = value.date ?? null;
  if (
    date !== null &&
    !(
      isText(date, 0, Number.POSITIVE_INFINITY) &&
      /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))$/.test(
        date,
      )
    )
  )
    return undefined;
  const start = value.start ?? null;
  if (
    start !== null &&
    !(
      isText(start, 0, Number.POSITIVE_INFINITY) &&
      /^(?:(?:\d\d[2468][048]|\d\d[13579][26]|\d\d0[48]|[02468][048]00|[13579][26]00)-02-29|\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|(?:02)-(?:0[1-9]|1\d|2[0-8])))T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|([+-](?:[01]\d|2[0-3]):[0-5]\d)))$/.test(
        start,
      )
    )
  )
    return undefined;
  const releaseMinutes = value.releaseMinutes ?? null;
  if (releaseMinutes !== null && !isNumber(releaseMinutes, 0, 100000)) return undefined;
  return { number, name, date, start, releaseMinutes };
}

const keysOfCoordinates = ['latitude', 'longitude', 'elevation'];

function cleanCoordinatesOf(value: unknown): Coordinates | undefined {
  if (!isMapping(value) || !hasOnly(value, keysOfCoordinates)) return undefined;
  const latitude = value.latitude;
  if (!isNumber(latitude, -90, 90)) return undefined;
  const longitude = value.longitude;
  if (!isNumber(longitude, -180, 180)) return undefined;
  const elevation = value.elevation ?? null;
  if (elevation !== null && !isNumber(elevation, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY))
    return undefined;
  return { latitude, longitude, elevation };
}

function isWaypointType(value: unknown): value is WaypointType {
  return (
    value === 'WPV' ||
    value === 'WPE' ||
    value === 'WPM' ||
    value === 'WPN' ||
    value === 'WPP' ||
    value === 'WPS' ||
    value === 'WPC' ||
    value === 'DSS' ||
    value === 'ASS' ||
    value === 'DZ' ||
    value === 'FZ' ||
    value === 'DN' ||
    value === 'FN' ||
    value === 'DT' ||
    value === 'FT' ||
    value === 'CP' ||
    value === 'TC'
  );
}

const keysOfWaypoint = ['type', 'name', 'open', 'clear', 'seconds'];

function cleanWaypointOf(value: unknown): Waypoint | undefined {
  if (!isMapping(value) || !hasOnly(value, keysOfWaypoint)) return undefined;
  const type = value.type;
  if (!isWaypointType(type)) return undefined;
  const name = value.name ?? null;
  if (name !== null && !isText(name, 0, 80)) return undefined;
  const open = value.open ?? null;
  if (open !== null && !isWhole(open, 1, 20000)) return undefined;
  const clear = value.clear ?? null;
  if (clear !== null && !isWhole(clear, 1, 20000)) return undefined;
  const seconds = value.seconds ?? null;
  if (seconds !== null && !isWhole(seconds, 0, 86400)) return undefined;
  return { type, name, open, clear, seconds };
}

function cleanNoteWaypointsOf(value: unknown) {
  return list(value, 0, 32, cleanWaypointOf);
}

function isLineStyle(value: unknown): value is LineStyle {
  return (
    value === 'dual-carriageway' ||
    value === 'road' ||
    value === 'main-track' ||
    value === 'track' ||
    value === 'small-track' ||
    value === 'low-visibility' ||
    value === 'off-piste'
  );
}

function cleanTulipPointOf(value: unknown): TulipPoint | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [first, second]: unknown[] = value;
  return isNumber(first, -4, 4) && isNumber(second, -4, 4) ? [first, second] : undefined;
}

function cleanTulipEntryPathOf(value: unknown) {
  return list(value, 2, 64, cleanTulipPointOf);
}

const keysOfTulipEntry = ['line', 'path'];

function cleanTulipEntryOf(value: unknown) {
  if (!isMapping(value) || !hasOnly(value, keysOfTulipEntry)) return undefined;
  const line = value.line === undefined ? 'track' : value.line;
  if (!isLineStyle(line)) return undefined;
  const path = value.path == null ? null : cleanTulipEntryPathOf(value.path);
  if (path === undefined) return undefined;
  return { line, path };
}

function cleanTulipRoadPathOf(value: unknown) {
  return list(value, 2, 64, cleanTulipPointOf);
}

const keysOfTulipRoad = ['angle', 'line', 'curve', 'path'];

function cleanTulipRoadOf(value: unknown): TulipRoad | undefined {
  if (!isMapping(value) || !hasOnly(value, keysOfTulipRoad)) return undefined;
  const angle = value.angle;
  if (!isNumber(angle, -180, 180)) return undefined;
  const line = value.line === undefined ? 'track' : value.line;
  if (!isLineStyle(line)) return undefined;
  const curve = value.curve === undefined ? 0 : value.curve;
  if (!isNumber(curve, -1, 1)) return undefined;
  const path = value.path == null ? null : cleanTulipRoadPathOf(value.path);
  if (path === undefined) return undefined;
  return { angle, line, curve, path };
}

function cleanTulipRoadsOf(value: unknown) {
  return list(value, 0, 32, cleanTulipRoadOf);
}

const keysOfTulipSymbol = ['symbol', 'at', 'angle', 'scale'];

function cleanTulipSymbolOf(value: unknown): TulipSymbol | undefined {
  if (!isMapping(value) || !hasOnly(value, keysOfTulipSymbol)) return undefined;
  const symbol = value.symbol;
  if (!isText(symbol, 1, 80)) return undefined;
  const at = cleanTulipPointOf(value.at);
  if (at === undefined) return undefined;
  const angle = value.angle === undefined ? 0 : value.angle;
  if (!isNumber(angle, -360, 360)) return undefined;
  const scale = value.scale === undefined ? 1 : value.scale;
  if (!(isNumber(scale, 0, 10) && scale !== 0)) return undefined;
  return { symbol, at, angle, scale };
}

function cleanTulipSymbolsOf(value: unknown) {
  return list(value, 0, 64, cleanTulipSymbolOf);
}

const keysOfTulipLabelsItem = ['text', 'at'];

function cleanTulipLabelsItemOf(value: unknown) {
  if (!isMapping(value) || !hasOnly(value, keysOfTulipLabelsItem)) return undefined;
  const text = value.text;
  if (!isText(text, 0, 200)) return undefined;
  const at = cleanTulipPointOf(value.at);
  if (at === undefined) return undefined;
  return { text, at };
}

function cleanTulipLabelsOf(value: unknown) {
  return list(value, 0, 32, cleanTulipLabelsItemOf);
}

const keysOfTulip = ['entry', 'exit', 'roads', 'roundabout', 'symbols', 'labels'];

function cleanTulipOf(value: unknown): Tulip | undefined {
  if (!isMapping(value) || !hasOnly(value, keysOfTulip)) return undefined;
  const entry = cleanTulipEntryOf(value.entry);
  if (entry === undefined) return undefined;
  const exit = value.exit == null ? null : cleanTulipRoadOf(value.exit);
  if (exit === undefined) return undefined;
  const roads = value.roads === undefined ? [] : cleanTulipRoadsOf(value.roads);
  if (roads === undefined) return undefined;
  const roundabout = value.roundabout === undefined ? false : value.roundabout;
  if (!(typeof roundabout === 'boolean')) return undefined;
  const symbols = value.symbols === undefined ? [] : cleanTulipSymbolsOf(value.symbols);
  if (symbols === undefined) return undefined;
  const labels = value.labels === undefined ? [] : cleanTulipLabelsOf(value.labels);
  if (labels === undefined) return undefined;
  return { entry, exit, roads, roundabout, symbols, labels };
}

const keysOfNotePictures = ['tulip', 'text'];

function cleanNotePicturesOf(value: unknown) {
  if (!isMapping(value) || !hasOnly(value, keysOfNotePictures)) return undefined;
  const tulip = value.tulip ?? null;
  if (tulip !== null && !isText(tulip, 1, Number.POSITIVE_INFINITY)) return undefined;
  const text = value.text ?? null;
  if (text !== null && !isText(text, 1, Number.POSITIVE_INFINITY)) return undefined;
  return { tulip, text };
}

function cleanNoteSymbolsOf(value: unknown) {
  return list(value, 0, 64, (item) => (isText(item, 1, 80) ? item : undefined));
}

function isService(value: unknown): value is Service {
  return (
    value === 'fuel' ||
    value === 'medical' ||
    value === 'helicopter' ||
    value === 'fire' ||
    value === 'police' ||
    value === 'spectators' ||
    value === 'media'
  );
}

function cleanNoteServicesOf(value: unknown) {
  return list(value, 0, 16, (item) => (isService(item) ? item : undefined));
}

function isSurface(value: unknown): value is Surface {
  return (
    value === 'tarmac' ||
    value === 'gravel' ||
    value === 'track' ||
    value === 'stones' ||
    value === 'sandy' ||
    value === 'sand' ||
    value === 'dunes' ||
    value === 'wadi' ||
    value === 'chott' ||
    value === 'off-piste'
  );
}

const keysOfKept = ['format', 'content'];

function cleanKeptOf(value: unknown): Kept | undefined {
  if (!isMapping(value) || !hasOnly(value, keysOfKept)) return undefined;
  const format = value.format;
  if (!isText(format, 0, Number.POSITIVE_INFINITY)) return undefined;
  const content = value.content;
  if (!isText(content, 0, Number.POSITIVE_INFINITY)) return undefined;
  return { format, content };
}

function cleanNoteKeptOf(value: unknown) {
  return list(value, 0, Number.POSITIVE_INFINITY, cleanKeptOf);
}

const keysOfNote = [
  'number',
  'name',
  'distance',
  'partial',
  'at',
  'showAt',
  'waypoints',
  'limitKmh',
  'cap',
  'averageCap',
  'danger',
  'tulip',
  'pictures',
  'text',
  'symbols',
  'stopSeconds',
  'reset',
  'services',
  'surface',
  'change',
  'remark',
  'kept',
];

function cleanNoteOf(value: unknown): Note | undefined {
  if (!isMapping(value) || !hasOnly(value, keysOfNote)) return undefined;
  const number = value.number;
  if (!isWhole(number, 0, 1000000)) return undefined;
  const name = value.name ?? null;
  if (name !== null && !isText(name, 0, Number.POSITIVE_INFINITY)) return undefined;
  const distance = value.distance ?? null;
  if (distance !== null && !isWhole(distance, 0, 20000000)) return undefined;
  const partial = value.partial ?? null;
  if (partial !== null && !isWhole(partial, 0, 20000000)) return undefined;
  const at = value.at == null ? null : cleanCoordinatesOf(value.at);
  if (at === undefined) return undefined;
  const showAt = value.showAt === undefined ? false : value.showAt;
  if (!(typeof showAt === 'boolean')) return undefined;
  const waypoints = value.waypoints === undefined ? [] : cleanNoteWaypointsOf(value.waypoints);
  if (waypoints === undefined) return undefined;
  const limitKmh = value.limitKmh ?? null;
  if (limitKmh !== null && !(isNumber(limitKmh, 0, 300) && limitKmh !== 0)) return undefined;
  const cap = value.cap ?? null;
  if (cap !== null && !isWhole(cap, 0, 360)) return undefined;
  const averageCap = value.averageCap ?? null;
  if (averageCap !== null && !isWhole(averageCap, 0, 360)) return undefined;
  const danger = value.danger ?? null;
  if (danger !== null && !(danger === 1 || danger === 2 || danger === 3)) return undefined;
  const tulip = value.tulip == null ? null : cleanTulipOf(value.tulip);
  if (tulip === undefined) return undefined;
  const pictures =
    value.pictures === undefined ? { tulip: null, text: null } : cleanNotePicturesOf(value.pictures);
  if (pictures === undefined) return undefined;
  const text = value.text ?? null;
  if (text !== null && !isText(text, 0, 10000)) return undefined;
  const symbols = value.symbols === undefined ? [] : cleanNoteSymbolsOf(value.symbols);
  if (symbols === undefined) return undefined;
  const stopSeconds = value.stopSeconds ?? null;
  if (stopSeconds !== null && !isWhole(stopSeconds, 0, 86400)) return undefined;
  const reset = value.reset ?? null;
  if (reset !== null && !isWhole(reset, 0, 20000000)) return undefined;
  const services = value.services === undefined ? [] : cleanNoteServicesOf(value.services);
  if (services === undefined) return undefined;
  const surface = value.surface ?? null;
  if (surface !== null && !isSurface(surface)) return undefined;
  const change = value.change ?? null;
  if (change !== null && !(change === 'MODIF' || change === 'NEWNOTE')) return undefined;
  const remark = value.remark ?? null;
  if (remark !== null && !isText(remark, 0, 10000)) return undefined;
  const kept = value.kept === undefined ? [] : cleanNoteKeptOf(value.kept);
  if (kept === undefined) return undefined;
  return {
    number,
    name,
    distance,
    partial,
    at,
    showAt,
    waypoints,
    limitKmh,
    cap,
    averageCap,
    danger,
    tulip,
    pictures,
    text,
    symbols,
    stopSeconds,
    reset,
    services,
    surface,
    change,
    remark,
    kept,
  };
}

function cleanRoadbookNotesOf(value: unknown) {
  return list(value, 0, Number.POSITIVE_INFINITY, cleanNoteOf);
}

function cleanRoadbookTrackItemOf(value: unknown) {
  return list(value, 0, Number.POSITIVE_INFINITY, cleanCoordinatesOf);
}

function cleanRoadbookTrackOf(value: unknown) {
  return list(value, 0, Number.POSITIVE_INFINITY, cleanRoadbookTrackItemOf);
}

const keysOfRoadbookOrigin = ['format', 'version', 'creator'];

function cleanRoadbookOriginOf(value: unknown) {
  if (!isMapping(value) || !hasOnly(value, keysOfRoadbookOrigin)) return undefined;
  const format = value.format;
  if (!isText(format, 0, Number.POSITIVE_INFINITY)) return undefined;
  const version = value.version ?? null;
  if (version !== null && !isText(version, 0, Number.POSITIVE_INFINITY)) return undefined;
  const creator = value.creator ?? null;
  if (creator !== null && !isText(creator, 0, Number.POSITIVE_INFINITY)) return undefined;
  return { format, version, creator };
}

function cleanRoadbookKeptOf(value: unknown) {
  return list(value, 0, Number.POSITIVE_INFINITY, cleanKeptOf);
}

const keysOfRoadbook = [
  'roadbook',
  'event',
  'stage',
  'units',
  'edition',
  'description',
  'total',
  'fuelRange',
  'notes',
  'track',
  'origin',
  'kept',
];

function cleanRoadbookOf(value: unknown): Roadbook | undefined {
  if (!isMapping(value) || !hasOnly(value, keysOfRoadbook)) return undefined;
  const roadbook = value.roadbook === undefined ? 1 : value.roadbook;
  if (!(roadbook === 1)) return undefined;
  const event = value.event ?? null;
  if (event !== null && !isText(event, 0, 200)) return undefined;
  const stage =
    value.stage === undefined
      ? { number: null, name: null, date: null, start: null, releaseMinutes: null }
      : cleanRoadbookStageOf(value.stage);
  if (stage === undefined) return undefined;
  const units = value.units === undefined ? 'metric' : value.units;
  if (!(units === 'metric' || units === 'imperial')) return undefined;
  const edition = value.edition ?? null;
  if (edition !== null && !(edition === 'organiser' || edition === 'competitor')) return undefined;
  const description = value.description ?? null;
  if (description !== null && !isText(description, 0, 20000)) return undefined;
  const total = value.total ?? null;
  if (total !== null && !isWhole(total, 0, 20000000)) return undefined;
  const fuelRange = value.fuelRange ?? null;
  if (fuelRange !== null && !isWhole(fuelRange, 0, 20000000)) return undefined;
  const notes = cleanRoadbookNotesOf(value.notes);
  if (notes === undefined) return undefined;
  const track = value.track == null ? null : cleanRoadbookTrackOf(value.track);
  if (track === undefined) return undefined;
  const origin = value.origin == null ? null : cleanRoadbookOriginOf(value.origin);
  if (origin === undefined) return undefined;
  const kept = value.kept === undefined ? [] : cleanRoadbookKeptOf(value.kept);
  if (kept === undefined) return undefined;
  return {
    roadbook,
    event,
    stage,
    units,
    edition,
    description,
    total,
    fuelRange,
    notes,
    track,
    origin,
    kept,
  };
}
