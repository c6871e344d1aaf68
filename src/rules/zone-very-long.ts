import type { Rule } from './rule.ts';
import { markPath } from './zone-words.ts';

/**
 * A speed zone is as long as a village or a park: one that goes on and on has probably lost its FZ, and a later DZ was
 * taken for a change of limit.
 *
 * Source: none; the threshold `zoneMetres` is a custom.
 */
export const rule: Rule = {
  code: 'RB311',
  name: 'zone-very-long',
  severity: 'warning',
  needs: 'odometer',
  *check({ zones: { zones }, layout: { places, drops }, thresholds, locate, say, length }) {
    for (const { kind, open, changes, close } of zones) {
      if (kind !== 'speed' || close === null || drops.length > 0) continue;
      const marks = [open, ...changes, close];
      for (const [i, mark] of marks.slice(0, -1).entries()) {
        const next = marks[i + 1] ?? close;
        const long = (places[next.note]?.at ?? 0) - (places[mark.note]?.at ?? 0);
        if (long <= thresholds.zoneMetres) continue;
        yield {
          message: `the speed zone that begins at ${say(mark.note)} is ${length(long)} long`,
          span: locate(markPath(mark)),
          notes: [
            {
              message: `it ends with ${next === close ? 'FZ' : 'the next DZ'} at ${say(next.note)}`,
              span: locate(markPath(next)),
            },
          ],
          help: 'look whether an FZ is missing',
        };
      }
    }
  },
};
