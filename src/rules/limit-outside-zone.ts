import type { Note } from '../model/roadbook.ts';
import type { Context } from './context.ts';
import type { Rule } from './rule.ts';

/**
 * Inside a selective section a speed limit holds in a zone: between DZ and FZ, or with a neutralisation or transfer that
 * has a limit. On a liaison the law of the road sets limits, and a note may repeat it.
 *
 * Source: RoadbookRally, “track structure errors”: a speed limit outside a DZ zone is not allowed.
 */
export const rule: Rule = {
  code: 'RB305',
  name: 'limit-outside-zone',
  severity: 'warning',
  needs: 'odometer',
  *check(context) {
    const { having, sections, locate, say, speed } = context;
    if (sections.marks.length === 0) return;
    for (const { index, note } of having.limitKmh) {
      if (note.limitKmh === null || ends(note) || !sections.isSelective(index)) continue;
      if (isInZone(context, index)) continue;
      yield {
        message: `the limit of ${speed(note.limitKmh)} at ${say(index)} stands in no speed zone`,
        span: locate(['notes', index, 'limitKmh']),
        help: 'begin the zone on this note with DZ and end it with FZ, or take the limit away',
      };
    }
  },
};

/** A limit on a closing mark is `limit-at-zone-end`. */
function ends({ waypoints }: Note): boolean {
  return waypoints.some(({ type }) => type === 'FZ' || type === 'FN' || type === 'FT');
}

function isInZone({ zones: { zones } }: Context, note: number): boolean {
  return zones.some(
    ({ open, close }) => open.note <= note && note <= (close?.note ?? Number.POSITIVE_INFINITY),
  );
}
