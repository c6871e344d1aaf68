import { passedWaypoints } from './passed-waypoints.ts';
import type { Rule } from './rule.ts';
import { visitsOf } from './visits.ts';

/**
 * Once the waypoint before it is validated, the way enters the open radius of a waypoint once: when it leads to it. If it
 * touches the circle earlier, guidance begins and draws the crew off the way.
 *
 * Source: RoadbookRally, “what should be considered when designing a track”: the open radius must not reach parts of the
 * track that a rider passes earlier.
 */
export const rule: Rule = {
  code: 'RB608',
  name: 'open-radius-entered-early',
  severity: 'warning',
  needs: 'geometry',
  *check(context) {
    const { ground, sections, locate, say, length } = context;
    if (ground === null) return;
    const passed = passedWaypoints(context, ground);
    for (const [i, { note, waypoint, detail, at, along }] of passed.entries()) {
      const before = passed[i - 1];
      if (detail.open === null || before === undefined || !sections.isSelective(note)) continue;
      const from = before.along + (before.detail.clear ?? 0);
      const visits = visitsOf(ground, at, detail.open).filter(
        (visit) => visit.to > from && visit.from <= along,
      );
      const [first, second] = visits;
      // Inside already where the waypoint before is validated: that is no visit of its own.
      if (first === undefined || second === undefined || first.from <= from) continue;
      yield {
        message: `the way enters the open radius of ${detail.type} at ${say(note)} (${detail.open} m) ${length(along - first.from)} before it and leaves it again`,
        span: locate(['notes', note, 'waypoints', waypoint, 'open']),
        notes: [
          {
            message: `the waypoint before it is ${before.detail.type} at ${say(before.note)}`,
            span: locate(['notes', before.note]),
          },
        ],
        help: 'make the open radius smaller, or set a waypoint between the two',
      };
    }
  },
};
