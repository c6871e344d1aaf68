import { turn } from './ground.ts';
import { exitHeadings, leastTurn } from './headings.ts';
import { respelling } from './respell.ts';
import type { Rule } from './rule.ts';

/**
 * The CAP is the heading in which the track leaves the note, or that of the way to the next one: one of them it must be.
 *
 * Source: nwroadbooks, “following the CAP” (heading when leaving the tick mark); Tulip 1.11 and Rally Navigator take the
 * bearing to the next point of the track.
 */
export const rule: Rule = {
  code: 'RB712',
  name: 'cap-against-track',
  severity: 'error',
  needs: 'geometry',
  *check(context) {
    const { having, ground, thresholds, locate, say } = context;
    if (ground === null) return;
    for (const { index, note } of having.cap) {
      const { cap } = note;
      if (cap === null) continue;
      const headings = exitHeadings(ground, index);
      const off = leastTurn(headings, cap);
      if (off === null || Math.abs(off) <= thresholds.capDegrees) continue;
      const [heading = 0] = headings.sort((a, b) => Math.abs(turn(a, cap)) - Math.abs(turn(b, cap)));
      const isReversed = Math.abs(off) > 150;
      const text = String((cap + 180) % 360);
      const turned = (written: string) => (isReversed && written === String(cap) ? text : null);
      const edit = respelling(context, ['notes', index, 'cap'], turned);
      yield {
        message: `the CAP of ${say(index)} is ${cap}, but the track leaves it at ${Math.round(heading) % 360}`,
        span: locate(['notes', index, 'cap']),
        help: isReversed
          ? `${text} would be the other way round`
          : 'correct the CAP, or the place of the note',
        fix: edit && { title: `write ${text}`, safe: false, edits: [edit] },
      };
    }
  },
};
