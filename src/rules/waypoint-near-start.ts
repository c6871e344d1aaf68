import type { Rule } from './rule.ts';

/**
 * The first waypoint lies at least 100 m and its clear radius behind the start: nearer, it is validated in the start area,
 * or not at all.
 *
 * Source: RoadbookRally, “what should be considered when designing a track”.
 */
export const rule: Rule = {
  code: 'RB507',
  name: 'waypoint-near-start',
  severity: 'warning',
  needs: 'odometer',
  *check({ notes, sections, layout: { places }, thresholds, locate, say, length }) {
    for (const mark of sections.marks) {
      if (mark.type !== 'DSS') continue;
      const after = notes.findIndex(({ waypoints }, i) => i > mark.note && waypoints.some(isWaypoint));
      const w = notes[after]?.waypoints.findIndex(isWaypoint) ?? -1;
      const { type = null, clear = null } = notes[after]?.waypoints[w] ?? {};
      const start = places[mark.note];
      const there = places[after];
      if (!start || !there?.measured || start.axis !== there.axis) continue;
      const least = thresholds.startMetres + (clear ?? 0);
      if (there.at - start.at >= least) continue;
      yield {
        message: `${type} at ${say(after)} lies ${length(there.at - start.at)} behind the start, less than ${length(least)}`,
        span: locate(['notes', after, 'waypoints', w, 'type']),
        notes: [{ message: `DSS at ${say(mark.note)}`, span: locate(['notes', mark.note]) }],
        help: 'move the waypoint further into the section, or give it a smaller clear radius',
      };
    }
  },
};

function isWaypoint({ type }: { readonly type: string }): boolean {
  return type.startsWith('WP');
}
