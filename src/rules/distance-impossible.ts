import { ellipsoidalDistance, mostDistance } from '../geo/ellipsoid.ts';
import type { Rule } from './rule.ts';

/**
 * No way is shorter than the straight line: where a partial is, the distance or the coordinates are wrong. Only for
 * roadbooks without a track, which says more.
 *
 * Source: geometry; 30 m and one in a hundred are left for rounding and for the producers’ different earths.
 */
export const rule: Rule = {
  code: 'RB411',
  name: 'distance-impossible',
  severity: 'warning',
  needs: 'geometry',
  *check({ notes, ground, layout: { places, drops }, locate, say, length }) {
    if (ground !== null) return;
    for (let index = 1; index < notes.length; index++) {
      const from = notes[index - 1]?.at ?? null;
      const to = notes[index]?.at ?? null;
      const place = places[index];
      if (from === null || to === null || !place?.measured || !places[index - 1]?.measured) continue;
      if (isPossible(place.partial, mostDistance(from, to))) continue;
      const straight = ellipsoidalDistance(from, to);
      if (isPossible(place.partial, straight) || drops.some(({ note }) => note === index)) continue;
      yield {
        message: `it is ${length(place.partial)} from ${say(index - 1)} to ${say(index)} on the page, but ${length(straight)} in a straight line`,
        span: locate(['notes', index, 'distance']),
        notes: [{ message: say(index - 1), span: locate(['notes', index - 1, 'distance']) }],
        help: 'correct the distance, or the coordinates of one of the two notes',
      };
    }
  },
};

function isPossible(partial: number, straight: number): boolean {
  return partial >= straight - Math.max(30, straight / 100);
}
