import { liaisonsOf } from './liaisons.ts';
import { isOpenRallyBefore } from './openrally-age.ts';
import type { Rule } from './rule.ts';

/**
 * A time control says how long the crew has to the next one: early and late are both penalised.
 *
 * Source: OpenRally 1.0, `timecontrol allowed`: minutes to the next time control.
 */
export const rule: Rule = {
  code: 'RB505',
  name: 'liaison-without-time',
  severity: 'warning',
  needs: 'odometer',
  *check(context) {
    const { roadbook, locate, say, isBroken } = context;
    if (isOpenRallyBefore(roadbook, [1, 0, 0])) return;
    for (const { from, to, waypoint, seconds } of liaisonsOf(context)) {
      if ((seconds ?? 0) > 0 || isBroken(['notes', from])) continue;
      yield {
        message: `the time control at ${say(from)} does not say how long the crew has to the next one, at ${say(to)}`,
        span: locate(['notes', from, 'waypoints', waypoint, 'type']),
        help: 'write the time allowed at the control, as the itinerary has it',
      };
    }
  },
};
