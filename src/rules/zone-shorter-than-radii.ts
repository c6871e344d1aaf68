import type { Rule } from './rule.ts';
import { markPath } from './zone-words.ts';

/**
 * A speed zone is longer than the clear radii of its DZ and FZ together: speed is not counted inside them, so in a shorter
 * zone it is counted nowhere.
 *
 * Source: RoadbookRally, “how to set speed limits” and “speeding penalties”: the tolerance before and behind a zone is the
 * validation radius of its marks.
 */
export const rule: Rule = {
  code: 'RB309',
  name: 'zone-shorter-than-radii',
  severity: 'warning',
  needs: 'odometer',
  *check({ notes, zones: { zones }, layout: { places }, locate, say, length }) {
    for (const { kind, open, changes, close } of zones) {
      if (kind !== 'speed' || close === null || changes.length > 0 || close.note === open.note) continue;
      const entry = notes[open.note]?.waypoints[open.waypoint]?.clear ?? 0;
      const exit = notes[close.note]?.waypoints[close.waypoint]?.clear ?? 0;
      const from = places[open.note];
      const to = places[close.note];
      if (!from?.measured || !to?.measured || from.axis !== to.axis || to.at - from.at >= entry + exit)
        continue;
      yield {
        message: `the speed zone from ${say(open.note)} is ${length(to.at - from.at)} long, shorter than the clear radii of its DZ (${entry} m) and FZ (${exit} m) together`,
        span: locate(markPath(open)),
        notes: [{ message: `FZ at ${say(close.note)}`, span: locate(markPath(close)) }],
        help: 'make the zone longer or the radii smaller',
      };
    }
  },
};
