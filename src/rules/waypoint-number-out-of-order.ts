import type { Rule } from './rule.ts';
import { labelOf, numberedWaypoints } from './waypoint-number.ts';

/**
 * Waypoints are numbered in the order in which they must be passed.
 *
 * Source: RoadbookRally, “waypoints”: they are validated in ascending order; Tulip 1.11 numbers them so.
 */
export const rule: Rule = {
  code: 'RB605',
  name: 'waypoint-number-out-of-order',
  severity: 'warning',
  needs: 'odometer',
  *check(context) {
    for (const sequence of numberedWaypoints(context)) {
      for (const [i, one] of sequence.entries()) {
        const before = sequence[i - 1];
        if (before === undefined || one.number >= before.number) continue;
        // A number that was there before is `waypoint-number-doubled`.
        if (sequence.slice(0, i).some(({ number }) => number === one.number)) continue;
        yield {
          message: `${labelOf(context, one)} comes after ${labelOf(context, before)}`,
          span: context.locate(['notes', one.note, 'waypoints', one.waypoint, 'name']),
          notes: [
            {
              message: labelOf(context, before),
              span: context.locate(['notes', before.note, 'waypoints', before.waypoint, 'name']),
            },
          ],
          help: 'number the waypoints in the order of the notes',
        };
      }
    }
  },
};
