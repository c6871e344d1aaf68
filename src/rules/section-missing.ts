import type { Rule } from './rule.ts';

/**
 * A roadbook with waypoints has a selective section to which they belong.
 *
 * Source: RoadbookRally, “track structure errors”: exactly one DSS and ASS.
 */
export const rule: Rule = {
  code: 'RB504',
  name: 'section-missing',
  severity: 'warning',
  needs: 'odometer',
  *check({ having, sections, locate, say }) {
    if (sections.marks.length > 0) return;
    for (const { index, note } of having.waypoints) {
      const { waypoints } = note;
      const w = waypoints.findIndex(({ type }) => type.startsWith('WP'));
      if (w === -1) continue;
      yield {
        message: `there are waypoints, the first a ${waypoints[w]?.type} at ${say(index)}, but no DSS and no ASS`,
        span: locate(['notes', index, 'waypoints', w, 'type']),
        help: 'mark the start of the selective section with DSS and its finish with ASS',
      };
      return;
    }
  },
};
