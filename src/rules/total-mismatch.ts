import { respellDistance, respelling } from './respell.ts';
import type { Rule } from './rule.ts';

/**
 * The stage is as long as its last note says, resets counted in. Where the figures differ, notes are missing at the end
 * or the stated length is old.
 *
 * Source: OpenRally’s metadata distance, as Rally Navigator (distance of the last box) and Tulip (length without resets)
 * write it.
 */
export const rule: Rule = {
  code: 'RB405',
  name: 'total-mismatch',
  severity: 'warning',
  needs: 'odometer',
  *check(context) {
    const { roadbook, notes, layout, thresholds, locate, say, length } = context;
    const { total } = roadbook;
    const last = layout.places.at(-1);
    if (total === null || !last?.measured || layout.drops.length > 0) return;
    const off = total - last.at;
    if (Math.abs(off) <= thresholds.totalMetres) return;
    const end = notes.length - 1;
    const resets = layout.axes.length > 1 ? ', resets counted in' : '';
    const edit = respelling(context, ['total'], (written) => respellDistance(written, total, last.at));
    yield {
      message: `the stage is stated to be ${length(total)} long, but its last note lies at ${length(last.at)}${resets}`,
      span: locate(['total']),
      notes: [{ message: `last: ${say(end)}`, span: locate(['notes', end, 'distance']) }],
      help:
        off > 0
          ? 'notes may be missing at the end; if not, correct the stated length'
          : 'correct the stated length, or the distances of the notes',
      fix: edit && { title: `write ${edit.text}`, safe: false, edits: [edit] },
    };
  },
};
