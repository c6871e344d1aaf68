import type { Rule } from './rule.ts';

/**
 * Every note says at which distance it lies: without a GPS that is how the crew finds it.
 *
 * Source: OpenRally, cross-country example: “minimum <wpt> must have a distance”.
 */
export const rule: Rule = {
  code: 'RB402',
  name: 'distance-missing',
  severity: 'error',
  needs: 'odometer',
  *check({ notes, locate, say, isBroken }) {
    if (notes.length > 1 && notes.every(({ distance }) => distance === null)) {
      if (isBroken(['notes'])) return;
      yield {
        message: `none of the ${notes.length} notes has a distance`,
        span: locate(['notes', 0]),
        help: 'export the roadbook with its distances, or with the track they can be measured on',
      };
      return;
    }
    for (const [index, note] of notes.entries()) {
      if (note.distance !== null || isBroken(['notes', index])) continue;
      yield {
        message: `${say(index)} has no distance`,
        span: locate(['notes', index]),
        help: 'write the total distance that the page prints at this note',
      };
    }
  },
};
