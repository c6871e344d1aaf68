import type { MarkedZone } from '../model/zones.ts';
import { zoneMarks } from '../model/zones.ts';
import type { Rule } from './rule.ts';
import { markPath, zoneNames } from './zone-words.ts';

/**
 * Zones of different kinds lie apart, begin and end together, or lie one inside the other. A speed zone that ends inside
 * a neutralisation leaves open which limit holds; a neutralisation that ends inside a transfer, which clock runs.
 *
 * Source: Tulip 1.11 ends every limit at FN and FT, so its exports cannot cross; no regulation read speaks of it.
 */
export const rule: Rule = {
  code: 'RB303',
  name: 'zones-crossed',
  severity: 'error',
  needs: 'odometer',
  *check({ zones: { zones }, locate, say }) {
    for (const [i, first] of zones.entries()) {
      for (const second of zones.slice(i + 1)) {
        if (!first.close || !second.close || !isCrossed(first, second)) continue;
        yield {
          message: `the ${zoneNames[second.kind]} from ${say(second.open.note)} begins inside the ${zoneNames[first.kind]} from ${say(first.open.note)} but ends behind it`,
          span: locate(markPath(second.open)),
          notes: [
            {
              message: `${zoneMarks[first.kind].close} at ${say(first.close.note)}`,
              span: locate(markPath(first.close)),
            },
            {
              message: `${zoneMarks[second.kind].close} at ${say(second.close.note)}`,
              span: locate(markPath(second.close)),
            },
          ],
          help: `end the ${zoneNames[second.kind]} first, or begin it where the ${zoneNames[first.kind]} ends`,
        };
      }
    }
  },
};

function isCrossed(first: MarkedZone, second: MarkedZone): boolean {
  if (!first.close || !second.close || first.kind === second.kind) return false;
  return (
    first.open.note < second.open.note &&
    second.open.note < first.close.note &&
    first.close.note < second.close.note
  );
}
