import type { UsualRadii } from './profile.ts';
import type { Rule } from './rule.ts';

/**
 * The radii of a waypoint are those of its type. They differ from event to event, so the profile has them.
 *
 * Source: the profile’s (see profile.ts): defaults of the editor Tulip 1.11, dakar.com, the OpenRally examples.
 */
export const rule: Rule = {
  code: 'RB602',
  name: 'radius-unusual',
  severity: 'info',
  needs: 'odometer',
  *check({ having, profile, locate, say }) {
    for (const { index, note } of having.waypoints) {
      const { waypoints } = note;
      for (const [w, waypoint] of waypoints.entries()) {
        const usual: UsualRadii | undefined = profile.radii[waypoint.type];
        // Swapped radii are `radius-inverted`.
        if ((waypoint.open ?? Number.POSITIVE_INFINITY) < (waypoint.clear ?? 0)) continue;
        for (const side of ['open', 'clear'] as const) {
          const radius = waypoint[side];
          const range = usual?.[side] ?? null;
          if (radius === null || range === null || (radius >= range[0] && radius <= range[1])) continue;
          const expected = range[0] === range[1] ? `${range[0]} m` : `${range[0]} to ${range[1]} m`;
          yield {
            message: `${waypoint.type} at ${say(index)} has ${side === 'open' ? 'an open' : 'a clear'} radius of ${radius} m; usual is ${expected}`,
            span: locate(['notes', index, 'waypoints', w, side]),
            help: `usual as the profile ${profile.name} has it; the file’s own figure counts`,
          };
        }
      }
    }
  },
};
