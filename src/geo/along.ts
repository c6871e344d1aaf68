import type { Coordinates } from '../model/fields.ts';
import { isSamePlace } from './same-place.ts';
import { sphericalBearing, sphericalDistance } from './sphere.ts';

/** Along a line of places, some of them unknown: the line then goes past those. */
type Places = readonly (Coordinates | null)[];

/** How far each place lies from the first: the sum of the legs on a sphere of this radius, metres; never falls. */
export function metresAlong(places: Places, radius: number): number[] {
  let metres = 0;
  let before: Coordinates | null = null;
  return places.map((at) => {
    if (at && before) metres += sphericalDistance(before, at, radius);
    before = at ?? before;
    return metres;
  });
}

/** Degrees from true north, 0 ≤ heading < 360; null where there is no way in or out. */
export interface Headings {
  readonly in: number | null;
  readonly out: number | null;
}

/** The headings of the line into and out of each place; places that follow each other at one spot count as one. */
export function headingsAlong(places: Places): Headings[] {
  const before = spotsBefore(places);
  const behind = spotsBefore(places.toReversed()).reverse();
  return places.map((at, i) => {
    const [from, to] = [before[i], behind[i]];
    return {
      in: at && from ? sphericalBearing(from, at) : null,
      out: at && to ? sphericalBearing(at, to) : null,
    };
  });
}

/** Degrees clockwise from going straight on, −180 < turn ≤ 180; 0 where there is no way in or none out. */
export function turnOf(headings: Headings): number {
  if (headings.in === null || headings.out === null) return 0;
  const turn = (headings.out - headings.in + 360) % 360;
  return turn > 180 ? turn - 360 : turn;
}

/** For each place the last other spot before it. */
function spotsBefore(places: Places): (Coordinates | null)[] {
  let spot: Coordinates | null = null;
  let other: Coordinates | null = null;
  return places.map((at) => {
    if (at && spot && !isSamePlace(at, spot)) other = spot;
    spot = at ?? spot;
    return other;
  });
}
