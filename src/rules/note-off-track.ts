import { median } from './ground.ts';
import type { Rule } from './rule.ts';

/**
 * Every note lies on the track: one that does not has wrong coordinates, or belongs to another variant of the route.
 *
 * Source: RoadbookRally builds a roadbook on its track; the threshold `offTrackMetres` is a custom.
 */
export const rule: Rule = {
  code: 'RB410',
  name: 'note-off-track',
  severity: 'warning',
  needs: 'geometry',
  *check({ ground, thresholds, locate, say }) {
    if (ground === null) return;
    const offsets = ground.notes.flatMap((projection) => (projection === null ? [] : [projection.offset]));
    // A rough track lies beside every note.
    const most = Math.max(thresholds.offTrackMetres, 5 * median(offsets));
    for (const [index, projection] of ground.notes.entries()) {
      if (projection === null || projection.offset <= most) continue;
      yield {
        message: `${say(index)} lies ${Math.round(projection.offset)} m off the track`,
        span: locate(['notes', index, 'at']),
        help: 'correct its coordinates, or the track',
      };
    }
  },
};
