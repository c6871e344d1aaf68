import { isOpenRallyBefore } from './openrally-age.ts';
import type { Rule } from './rule.ts';
import { markPath } from './zone-words.ts';

/**
 * A neutralisation says how long it takes: its clock starts when DN is validated, and whoever leaves FN early is
 * penalised.
 *
 * Source: RoadbookRally, “what happens at a DN”; OpenRally 1.0 made the seconds a must (0.x had none).
 */
export const rule: Rule = {
  code: 'RB308',
  name: 'neutralisation-without-time',
  severity: 'warning',
  needs: 'odometer',
  *check({ roadbook, notes, zones: { zones }, locate, say, isBroken }) {
    if (isOpenRallyBefore(roadbook, [1, 0, 0])) return;
    for (const { kind, open } of zones) {
      const seconds = notes[open.note]?.waypoints[open.waypoint]?.seconds ?? 0;
      if (kind !== 'neutralisation' || seconds > 0 || isBroken(['notes', open.note])) continue;
      yield {
        message: `the neutralisation that begins at ${say(open.note)} does not say how long it takes`,
        span: locate(markPath(open)),
        help: 'write its time at the DN, as the itinerary has it',
      };
    }
  },
};
