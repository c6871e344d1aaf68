import { passedWaypoints } from './passed-waypoints.ts';
import type { Rule } from './rule.ts';
import { visitsOf } from './visits.ts';

/**
 * The track crosses the clear radius of a waypoint once. If it comes through before the waypoint’s turn, devices disagree
 * whether it was validated.
 *
 * Source: RoadbookRally, “track structure errors”: a track that crosses a clear radius several times is warned about.
 */
export const rule: Rule = {
  code: 'RB609',
  name: 'clear-radius-crossed-again',
  severity: 'warning',
  needs: 'geometry',
  *check(context) {
    const { ground, sections, locate, say, length } = context;
    if (ground === null) return;
    const passed = passedWaypoints(context, ground);
    for (const { note, waypoint, detail, at, along } of passed) {
      if (detail.clear === null || !detail.type.startsWith('WP') || !sections.isSelective(note)) continue;
      const start = passed.findLast((one) => one.note < note && one.detail.type === 'DSS')?.along ?? 0;
      const earlier = visitsOf(ground, at, detail.clear).filter(
        ({ from, to }) => to < along && from >= start,
      );
      const [first] = earlier;
      if (first === undefined) continue;
      yield {
        message: `the track comes through the clear radius of ${detail.type} at ${say(note)} (${detail.clear} m) ${length(along - first.to)} before its turn`,
        span: locate(['notes', note, 'waypoints', waypoint, 'clear']),
        help: 'move the waypoint away from where the track passes twice',
      };
    }
  },
};
