import type { Note, Waypoint } from '../model/roadbook.ts';
import type { Rule } from './rule.ts';

/**
 * The clear radii of two waypoints in a row do not overlap: a crew would validate the second before it has left the first.
 * The straight line is never longer than the way, so the odometer’s distance proves it.
 *
 * Source: RoadbookRally, “track structure errors”: consecutive clear radii must not overlap.
 */
export const rule: Rule = {
  code: 'RB603',
  name: 'clear-radii-overlap',
  severity: 'warning',
  needs: 'odometer',
  *check({ having, layout: { places }, locate, say, length }) {
    let last: { index: number; waypoint: Waypoint } | null = null;
    for (const { index, note } of having.waypoints) {
      const own = passed(note);
      const waypoint = note.waypoints[own];
      if (!waypoint) continue;
      const before = last;
      last = { index, waypoint };
      const from = before === null ? null : places[before.index];
      const to = places[index];
      if (before === null || !from?.measured || !to?.measured || from.axis !== to.axis) continue;
      const radii = (before.waypoint.clear ?? 0) + (waypoint.clear ?? 0);
      if (before.waypoint.clear === null || waypoint.clear === null || to.at - from.at >= radii) continue;
      yield {
        message: `${waypoint.type} at ${say(index)} lies ${length(to.at - from.at)} behind ${before.waypoint.type} at ${say(before.index)}: their clear radii of ${waypoint.clear} and ${before.waypoint.clear} m overlap`,
        span: locate(['notes', index, 'waypoints', own, 'clear']),
        notes: [
          {
            message: `${before.waypoint.type} at ${say(before.index)}`,
            span: locate(['notes', before.index]),
          },
        ],
        help: 'make the radii smaller, or the waypoints further apart',
      };
    }
  },
};

/** The waypoint of a note that is validated by passing it. */
function passed({ waypoints }: Note): number {
  return waypoints.findIndex(({ type }) => /^(WP.|DSS|ASS|CP)$/.test(type));
}
