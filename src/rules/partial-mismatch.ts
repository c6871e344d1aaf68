import { expectedPartial } from '../model/complete-clean.ts';
import type { Fix } from '../text/diagnostic.ts';
import type { Context } from './context.ts';
import { respellDistance, respelling } from './respell.ts';
import type { Rule } from './rule.ts';

/**
 * The partial at a note is what its total says: the total less that of the note before, or less what a reset there set
 * the count to. One wrong total shows in two partials, by the same amount; then the total is named once.
 *
 * Source: the page states the same length twice (RoadbookRally, “roadbook contents terminology”, boxes 1 and 2).
 */
export const rule: Rule = {
  code: 'RB404',
  name: 'partial-mismatch',
  severity: 'error',
  needs: 'odometer',
  *check(context) {
    const { notes, thresholds, locate, say, length } = context;
    for (let index = 1; index < notes.length; index++) {
      const off = excess(context, index);
      const note = notes[index];
      if (!note || off === null || Math.abs(off) <= thresholds.partialMetres) continue;
      const nextOff = note.reset === null ? excess(context, index + 1) : null;
      const partial = length(note.partial ?? 0);
      if (nextOff !== null && Math.abs(off + nextOff) <= thresholds.partialMetres) {
        yield {
          message: `the total of ${say(index)} contradicts the partials before and behind it: they put it at ${length((note.distance ?? 0) + off)}`,
          span: locate(['notes', index, 'distance']),
          notes: [
            { message: `partial ${partial}`, span: locate(['notes', index, 'partial']) },
            {
              message: `partial ${length(notes[index + 1]?.partial ?? 0)}`,
              span: locate(['notes', index + 1, 'partial']),
            },
          ],
          help: 'correct the total, or both partials',
          fix: totalFix(context, index, (note.distance ?? 0) + off),
        };
        index++;
        continue;
      }
      yield {
        message: `the partial of ${say(index)} is ${partial}, but the totals are ${length((note.partial ?? 0) - off)} apart`,
        span: locate(['notes', index, 'partial']),
        notes: [{ message: say(index - 1), span: locate(['notes', index - 1, 'distance']) }],
        help: 'correct the partial, or the total',
        fix: partialFix(context, index, (note.partial ?? 0) - off),
      };
    }
  },
};

/** How much longer the stated partial is than the totals have it, metres; null where either is unknown. */
function excess({ notes }: Context, index: number): number | null {
  const note = notes[index];
  const expected = note ? expectedPartial(notes[index - 1], note) : null;
  return note && note.partial !== null && expected !== null ? note.partial - expected : null;
}

/** Certain: the totals before and behind agree with everything but this partial. */
function partialFix(context: Context, index: number, wanted: number): Fix | null {
  const partial = context.notes[index]?.partial ?? 0;
  const spell = (written: string) => respellDistance(written, partial, wanted);
  const edit = respelling(context, ['notes', index, 'partial'], spell);
  return edit && { title: `write ${edit.text}`, safe: true, edits: [edit] };
}

/** Likely: two partials speak against one total. */
function totalFix(context: Context, index: number, wanted: number): Fix | null {
  const distance = context.notes[index]?.distance ?? 0;
  const spell = (written: string) => respellDistance(written, distance, wanted);
  const edit = respelling(context, ['notes', index, 'distance'], spell);
  return edit && { title: `write ${edit.text}`, safe: false, edits: [edit] };
}
