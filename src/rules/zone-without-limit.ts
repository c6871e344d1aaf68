import type { Rule } from './rule.ts';
import { markPath } from './zone-words.ts';

/**
 * A speed zone says its limit where it begins: nobody can keep, or be scored by, a limit that is not written.
 *
 * Source: RoadbookRally, “track structure errors”: “DZ must have a speed limit”.
 */
export const rule: Rule = {
  code: 'RB304',
  name: 'zone-without-limit',
  severity: 'error',
  needs: 'odometer',
  *check({ zones: { zones }, notes, locate, say, isBroken }) {
    for (const { kind, open, changes } of zones) {
      if (kind !== 'speed') continue;
      for (const mark of [open, ...changes]) {
        if (notes[mark.note]?.limitKmh !== null || isBroken(['notes', mark.note])) continue;
        yield {
          message: `the speed zone that begins at ${say(mark.note)} has no limit`,
          span: locate(markPath(mark)),
          help: 'write the limit on the note of the DZ',
        };
      }
    }
  },
};
