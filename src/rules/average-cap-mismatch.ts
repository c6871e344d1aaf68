import { ellipsoidalDistance } from '../geo/ellipsoid.ts';
import { sphericalBearing } from '../geo/sphere.ts';
import { turn } from './ground.ts';
import type { Rule } from './rule.ts';

/**
 * The average CAP is the heading from the note to the next one.
 *
 * Source: Tulip 1.11: bearing from this note to the next note.
 */
export const rule: Rule = {
  code: 'RB714',
  name: 'average-cap-mismatch',
  severity: 'warning',
  needs: 'geometry',
  *check({ notes, having, thresholds, locate, say }) {
    for (const { index, note } of having.averageCap) {
      const { at, averageCap } = note;
      const next = notes[index + 1]?.at ?? null;
      if (averageCap === null || at === null || next === null || ellipsoidalDistance(at, next) < 50) continue;
      const heading = sphericalBearing(at, next);
      if (Math.abs(turn(heading, averageCap)) <= thresholds.capDegrees / 2) continue;
      yield {
        message: `the average CAP of ${say(index)} is ${averageCap}, but ${say(index + 1)} lies at ${Math.round(heading) % 360}`,
        span: locate(['notes', index, 'averageCap']),
        help: 'correct the average CAP, or the coordinates of one of the two notes',
      };
    }
  },
};
