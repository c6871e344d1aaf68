import { ellipsoidalDistance } from '../geo/ellipsoid.ts';
import type { Place } from '../geo/line.ts';
import { isSamePlace } from '../geo/same-place.ts';
import { sphericalBearing } from '../geo/sphere.ts';
import { lengthsAlong, type Projection, projector } from '../geo/track.ts';
import type { Roadbook } from '../model/roadbook.ts';

/** The way on the ground, for the rules that need coordinates. Metres along the track, degrees from true north. */
export interface Ground {
  readonly track: readonly Place[];
  /** Distance of each point of the track from its first. */
  readonly lengths: Float64Array;
  /** Where each note lies on the track; null for one without coordinates. */
  readonly notes: readonly (Projection | null)[];
  /** The place so far along the track. */
  readonly placeAt: (along: number) => Place;
}

/** Null without a track, or when the notes' coordinates are placeholders: all the same. */
export function groundOf({ track, notes }: Roadbook): Ground | null {
  const line = (track ?? []).flat();
  if (line.length < 2) return null;
  const placed = notes.flatMap(({ at }, note) => (at === null ? [] : [{ at, note }]));
  const [first] = placed;
  const isReal = first !== undefined && placed.some(({ at }) => !isSamePlace(at, first.at));
  if (!isReal) return null;
  const lengths = lengthsAlong(line, ellipsoidalDistance);
  const found = projector(line, lengths).inOrder(placed.map(({ at }) => at));
  const projections: (Projection | null)[] = notes.map(() => null);
  for (const [i, { note }] of placed.entries()) projections[note] = found[i] ?? null;
  return { track: line, lengths, notes: projections, placeAt: (along) => placeAt(line, lengths, along) };
}

function placeAt(line: readonly Place[], lengths: Float64Array, along: number): Place {
  let low = 0;
  let high = line.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lengths[middle] ?? 0) <= along) low = middle;
    else high = middle;
  }
  const from = line[low] ?? { latitude: 0, longitude: 0 };
  const to = line[high] ?? from;
  const leg = (lengths[high] ?? 0) - (lengths[low] ?? 0);
  const share = leg === 0 ? 0 : Math.max(0, Math.min(1, (along - (lengths[low] ?? 0)) / leg));
  return {
    latitude: from.latitude + share * (to.latitude - from.latitude),
    longitude: from.longitude + share * (to.longitude - from.longitude),
  };
}

/** Heading of the track from one distance along it to another; null where they are the same place. */
export function headingBetween({ placeAt }: Ground, from: number, to: number): number | null {
  const a = placeAt(from);
  const b = placeAt(to);
  return ellipsoidalDistance(a, b) < 1 ? null : sphericalBearing(a, b);
}

/** From one heading to another the short way, −180 to 180, right positive. */
export function turn(from: number, to: number): number {
  return ((((to - from) % 360) + 540) % 360) - 180;
}

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
