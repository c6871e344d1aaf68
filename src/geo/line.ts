import type { Coordinates } from '../model/fields.ts';

export type Place = Pick<Coordinates, 'latitude' | 'longitude'>;

/**
 * A track laid out for asking how far places lie off it: longitudes without a jump at the date line, in groups of blocks of
 * legs with their bounds, so that a question looks at near blocks alone.
 */
export interface Line {
  readonly latitudes: Float64Array;
  readonly longitudes: Float64Array;
  readonly groups: readonly Group[];
}

interface Group extends Block {
  readonly blocks: readonly Block[];
}

/** Legs `first` to `last` − 1; leg i runs from point i to i + 1. Degrees. */
interface Block {
  readonly first: number;
  readonly last: number;
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** A place in the line's longitudes, and metres per degree of longitude there. */
export interface Nearby {
  readonly latitude: number;
  readonly longitude: number;
  readonly metresPerDegreeEast: number;
}

/** A degree of a great circle on the mean sphere, metres. */
const metresPerDegree = 111_195;
const legsPerBlock = 64;
const blocksPerGroup = 64;

export function lineOf(track: readonly Place[]): Line {
  const latitudes = Float64Array.from(track, ({ latitude }) => latitude);
  const longitudes = Float64Array.from(track, ({ longitude }) => longitude);
  for (let i = 1; i < longitudes.length; i++) {
    longitudes[i] = besides(longitudes[i - 1] ?? 0, longitudes[i] ?? 0);
  }
  const blocks: Block[] = [];
  for (let first = 0; first < track.length - 1; first += legsPerBlock) {
    blocks.push(blockOf(latitudes, longitudes, first, Math.min(first + legsPerBlock, track.length - 1)));
  }
  const groups: Group[] = [];
  for (let i = 0; i < blocks.length; i += blocksPerGroup)
    groups.push(groupOf(blocks.slice(i, i + blocksPerGroup)));
  return { latitudes, longitudes, groups };
}

/** The blocks that may hold a point within so many metres of a place, in order along the line. */
export function blocksWithin({ groups }: Line, place: Nearby, metres: number): Block[] {
  const isNear = (block: Block) => leastOffset(block, place) <= metres;
  return groups.flatMap((group) => (isNear(group) ? group.blocks.filter(isNear) : []));
}

/** The block that a place is likely to be nearest to; null for a line without legs. */
export function likelyBlock({ groups }: Line, place: Nearby): Block | null {
  const group = nearestBox(groups, place);
  return group && nearestBox(group.blocks, place);
}

function nearestBox<T extends Block>(boxes: readonly T[], place: Nearby): T | null {
  let nearest: T | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const offset = leastOffset(box, place);
    if (offset < least) {
      least = offset;
      nearest = box;
    }
  }
  return nearest;
}

export function placeOn({ longitudes }: Line, { latitude, longitude }: Place): Nearby {
  const metresPerDegreeEast = metresPerDegree * Math.cos((latitude * Math.PI) / 180);
  return { latitude, longitude: besides(longitudes[0] ?? 0, longitude), metresPerDegreeEast };
}

/** The nearest point of a leg: metres off, and share of the leg, whose squared length is given. */
export interface Nearest {
  readonly offset: number;
  readonly fraction: number;
  readonly length: number;
}

/** On the plane that touches the earth at the place. */
export function nearestOn(
  { latitudes, longitudes }: Line,
  leg: number,
  { latitude, longitude, metresPerDegreeEast }: Nearby,
): Nearest {
  const x = ((longitudes[leg] ?? 0) - longitude) * metresPerDegreeEast;
  const y = ((latitudes[leg] ?? 0) - latitude) * metresPerDegree;
  const dx = ((longitudes[leg + 1] ?? 0) - longitude) * metresPerDegreeEast - x;
  const dy = ((latitudes[leg + 1] ?? 0) - latitude) * metresPerDegree - y;
  const length = dx * dx + dy * dy;
  const fraction = length === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / length));
  return { offset: Math.hypot(x + fraction * dx, y + fraction * dy), fraction, length };
}

/** No point of the block lies nearer than this, metres. */
function leastOffset({ south, north, west, east }: Block, place: Nearby): number {
  const dLat = Math.max(0, south - place.latitude, place.latitude - north);
  const dLon = Math.max(0, west - place.longitude, place.longitude - east);
  return Math.hypot(dLat * metresPerDegree, dLon * place.metresPerDegreeEast);
}

function blockOf(latitudes: Float64Array, longitudes: Float64Array, first: number, last: number): Block {
  const lat = latitudes.subarray(first, last + 1);
  const lon = longitudes.subarray(first, last + 1);
  return {
    first,
    last,
    south: Math.min(...lat),
    north: Math.max(...lat),
    west: Math.min(...lon),
    east: Math.max(...lon),
  };
}

function groupOf(blocks: readonly Block[]): Group {
  const [start] = blocks;
  return {
    blocks,
    first: start?.first ?? 0,
    last: blocks.at(-1)?.last ?? 0,
    south: Math.min(...blocks.map(({ south }) => south)),
    north: Math.max(...blocks.map(({ north }) => north)),
    west: Math.min(...blocks.map(({ west }) => west)),
    east: Math.max(...blocks.map(({ east }) => east)),
  };
}

/** The same meridian, within half a turn of another. */
function besides(meridian: number, longitude: number): number {
  return longitude - 360 * Math.round((longitude - meridian) / 360);
}
