import type { Rule } from './rule.ts';

/**
 * Where a speed zone ends, so does its limit: FZ has none of its own, unless a new zone begins on the same note.
 *
 * Source: RoadbookRally, “track structure errors”: FZ must not have a speed limit.
 */
export const rule: Rule = {
  code: 'RB307',
  name: 'limit-at-zone-end',
  severity: 'warning',
  needs: 'odometer',
  *check({ having, locate, removal, say, speed }) {
    for (const { index, note } of having.limitKmh) {
      const { limitKmh, waypoints } = note;
      if (limitKmh === null || !waypoints.some(({ type }) => type === 'FZ')) continue;
      if (waypoints.some(({ type }) => type === 'DZ' || type === 'DN' || type === 'DT')) continue;
      const edit = removal(['notes', index, 'limitKmh']);
      yield {
        message: `FZ at ${say(index)} has a limit of ${speed(limitKmh)}, but there the zone ends`,
        span: locate(['notes', index, 'limitKmh']),
        help: 'take the limit away; if it is a new one, mark the note with DZ too',
        fix: edit && { title: 'take the limit away', safe: false, edits: [edit] },
      };
    }
  },
};
