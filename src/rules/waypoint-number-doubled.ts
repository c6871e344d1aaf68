import type { Rule } from './rule.ts';
import { labelOf, numberedWaypoints } from './waypoint-number.ts';

/**
 * Every number belongs to one waypoint: crews, marshals and penalties name it by its number.
 *
 * Source: Tulip 1.11 numbers waypoints and checkpoints in sequences of their own.
 */
export const rule: Rule = {
  code: 'RB604',
  name: 'waypoint-number-doubled',
  severity: 'warning',
  needs: 'odometer',
  *check(context) {
    for (const sequence of numberedWaypoints(context)) {
      const seen = new Map<number, (typeof sequence)[number]>();
      for (const one of sequence) {
        const first = seen.get(one.number);
        seen.set(one.number, first ?? one);
        if (first === undefined) continue;
        yield {
          message: `${labelOf(context, one)} has the number of ${labelOf(context, first)}`,
          span: context.locate(['notes', one.note, 'waypoints', one.waypoint, 'name']),
          notes: [
            {
              message: labelOf(context, first),
              span: context.locate(['notes', first.note, 'waypoints', first.waypoint, 'name']),
            },
          ],
          help: 'give each waypoint a number of its own',
        };
      }
    }
  },
};
