import type { Rule } from './rule.ts';

/**
 * A safety waypoint is there because of a danger, and its note marks it.
 *
 * Source: OpenRally, cross-country example: “danger !!! with WPS as per FIM”; Tulip 1.11 makes a WPS of a danger 3.
 */
export const rule: Rule = {
  code: 'RB606',
  name: 'safety-waypoint-without-danger',
  severity: 'warning',
  needs: 'odometer',
  *check({ having, locate, say, isBroken }) {
    for (const { index, note } of having.waypoints) {
      const { danger, waypoints } = note;
      const w = waypoints.findIndex(({ type }) => type === 'WPS');
      if (danger !== null || w === -1 || isBroken(['notes', index])) continue;
      yield {
        message: `WPS at ${say(index)} has no danger mark on its note`,
        span: locate(['notes', index, 'waypoints', w, 'type']),
        help: 'mark the danger (3 with a WPS, as a rule), or choose another type of waypoint',
      };
    }
  },
};
