import { zoneMarks } from '../model/zones.ts';
import type { Rule } from './rule.ts';
import { markPath, zoneNames } from './zone-words.ts';

/**
 * An FZ, FN or FT ends a zone that began before it.
 *
 * Source: RoadbookRally, “track structure errors”: DZ and FZ, DN and FN come in pairs.
 */
export const rule: Rule = {
  code: 'RB302',
  name: 'zone-not-opened',
  severity: 'error',
  needs: 'odometer',
  *check({ zones, notes, locate, say }) {
    for (const stray of zones.strays) {
      const { open: opening, close: closing } = zoneMarks[stray.kind];
      const later = notes.findIndex(
        ({ waypoints }, i) => i > stray.note && waypoints.some((w) => w.type === opening),
      );
      yield {
        message: `${closing} at ${say(stray.note)} ends a ${zoneNames[stray.kind]} that no ${opening} begins`,
        span: locate(markPath(stray)),
        notes:
          later === -1
            ? []
            : [{ message: `the next ${opening} comes at ${say(later)}`, span: locate(['notes', later]) }],
        help: `mark the note where the zone begins with ${opening}, or take the ${closing} away`,
      };
    }
  },
};
