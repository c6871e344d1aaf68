import type * as z from 'zod';
import {
  anything,
  embedded,
  flag,
  isMapping,
  items,
  listOf,
  mapping,
  number,
  optionalMapping,
  text,
  words,
} from '../foreign.ts';

/**
 * The shape of an RN2 file as far as it is understood: `{"route": {…}}`, version 4 and 3. Every waypoint is a vertex of the
 * track; `show` makes it a box of the roadbook.
 */
export const Point = optionalMapping({ x: number, y: number });

const Drawn = { start: Point, end: Point, handles: items, typeId: number };

export const Settings = mapping({
  units: text,
  showHeadings: flag,
  tulipLoweredLayout: flag,
  defaultTrackType: number,
});

/** One of the two boxes of a row. Version 4 has one list of elements, version 3 a list for each kind. */
const Box = mapping({
  elements: items,
  track: anything,
  roads: items,
  icons: items,
  texts: items,
  lines: items,
});

/**
 * A row as the editor writes it: other programs have the list of elements itself as a box, or the words alone, or the words
 * under `description`, as the first Rally Navigator had them.
 */
export function rowOf(raw: unknown): unknown {
  if (!isMapping(raw)) return raw;
  const { tulip, description, notes = description } = raw;
  const boxes = { tulip: boxOf(tulip), notes: boxOf(notes) };
  return boxes.tulip === tulip && boxes.notes === raw.notes ? raw : { ...raw, ...boxes };
}

function boxOf(box: unknown): unknown {
  if (Array.isArray(box)) return { elements: box };
  if (typeof box === 'string') return box.trimStart().startsWith('{') ? box : wordsBox(box);
  const isWords = isMapping(box) && typeof box.text === 'string' && box.elements === undefined;
  return isWords ? { ...box, ...wordsBox(String(box.text)) } : box;
}

function wordsBox(words: string): object {
  return words.trim() === '' ? {} : { texts: [{ text: words }] };
}

export const Vertex = mapping({
  show: flag,
  showCoordinates: flag,
  showHeading: flag,
  tulip: Box,
  notes: Box,
  waypointIcon: anything,
});

const Route = mapping({
  version: text,
  name: text,
  description: text,
  startlocation: text,
  endlocation: text,
  units: text,
  waypoints: items,
  settings: Settings,
});

/** An element's own fields; which of them count depends on its type. */
const common = { type: text, z: number };

export const Track = mapping({ roadIn: mapping(Drawn), roadOut: mapping(Drawn) });
export const Road = mapping(Drawn);

export const Icon = mapping({
  ...common,
  id: text,
  name: text,
  legacy_id: number,
  src: text,
  gpx_tags: text,
  isRoundabout: flag,
  options: words,
  x: number,
  y: number,
  angle: number,
  w: number,
  width: number,
  scaleX: number,
  template: mapping({ x: number, y: number }),
});

export const Text = mapping({
  ...common,
  id: text,
  text,
  src: text,
  convert_to: text,
  cap_type: text,
  x: number,
  y: number,
});

export type Settings = z.output<typeof Settings>;
export type Vertex = z.output<typeof Vertex>;
export type Route = z.output<typeof Route>;
export type Box = z.output<typeof Box>;
export type Drawn = z.output<typeof Road>;
export type Icon = z.output<typeof Icon>;
export type Text = z.output<typeof Text>;

/** The route of a file and its path there; null where the file has none. Some tools leave the outer mapping away. */
export function routeOf(value: unknown): { route: Route; path: readonly string[] } | null {
  if (!isMapping(value)) return null;
  if (embedded(value.route)) return { route: Route.parse(value.route), path: ['route'] };
  return listOf(value.waypoints).length > 0 || Array.isArray(value.waypoints)
    ? { route: Route.parse(value), path: [] }
    : null;
}

/** An element of a box by its type, with the value and the path it was read from. */
export type Element = { readonly raw: unknown; readonly path: readonly (string | number)[] } & (
  | { readonly kind: 'track'; readonly track: z.output<typeof Track> }
  | { readonly kind: 'road'; readonly road: Drawn }
  | { readonly kind: 'icon'; readonly icon: Icon }
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'other' }
);

/** The elements of a box from the lowest layer up, in whichever form the version has them, or in both. */
export function elementsOf(box: Box, path: readonly (string | number)[]): Element[] {
  const listed = box.elements.map((raw, i) => element(raw, typeOf(raw), [...path, 'elements', i]));
  const lists = [
    ['roads', 'Road'],
    ['lines', 'Line'],
    ['icons', 'Icon'],
    ['texts', 'Text'],
  ] as const;
  const known = new Set(listed.map(({ raw }) => idOf(raw)));
  const separate = lists.flatMap(([list, type]) =>
    box[list].map((raw, i) => element(raw, type, [...path, list, i])),
  );
  if (box.track !== undefined && box.track !== null)
    separate.push(element(box.track, isMapping(box.track) ? 'Track' : null, [...path, 'track']));
  return layered([...listed, ...separate.filter(({ raw }) => idOf(raw) === null || !known.has(idOf(raw)))]);
}

function element(raw: unknown, type: string | null, path: readonly (string | number)[]): Element {
  switch (type) {
    case 'Track':
      return { kind: 'track', track: Track.parse(raw), raw, path };
    case 'Road':
      return { kind: 'road', road: Road.parse(raw), raw, path };
    case 'Icon':
      return { kind: 'icon', icon: Icon.parse(raw), raw, path };
    case 'Text':
      return { kind: 'text', text: Text.parse(raw), raw, path };
    default:
      return { kind: 'other', raw, path };
  }
}

function idOf(raw: unknown): string | null {
  return isMapping(raw) && typeof raw.eId === 'string' ? raw.eId : null;
}

const types = new Map([
  ...['Track', 'Road', 'Icon', 'Text'].map((type) => [type.toLowerCase(), type] as const),
  // Names of the drawing libraries.
  ['image', 'Icon'],
  ['textbox', 'Text'],
  ['i-text', 'Text'],
]);

/** By its type, in whatever letters; by what it has, where it names none. */
function typeOf(raw: unknown): string | null {
  if (!isMapping(raw)) return null;
  const known = typeof raw.type === 'string' ? types.get(raw.type.toLowerCase()) : undefined;
  if (known !== undefined) return known;
  if (isMapping(raw.roadIn) || isMapping(raw.roadOut)) return 'Track';
  if (raw.gpx_tags || raw.legacy_id || raw.src || (raw.id && raw.name)) return 'Icon';
  if (typeof raw.text === 'string') return 'Text';
  return isMapping(raw.end) ? 'Road' : null;
}

const Layer = mapping({ z: number });

function layered(elements: Element[]): Element[] {
  const height = (one: Element) => Layer.parse(one.raw).z ?? 0;
  return elements
    .map((one) => ({ one, z: height(one) }))
    .sort((a, b) => a.z - b.z)
    .map(({ one }) => one);
}
