import type { Edit, Fix } from '../text/diagnostic.ts';
import type { Context } from './context.ts';
import { respelling, respellNumber } from './respell.ts';
import type { Rule } from './rule.ts';

/**
 * Notes are numbered one by one: by their numbers crews and organisers speak about them, and a gap shows a note that was
 * lost.
 *
 * Source: none; Rally Navigator and Tulip number boxes without gaps.
 */
export const rule: Rule = {
  code: 'RB703',
  name: 'note-number-out-of-order',
  severity: 'warning',
  needs: 'odometer',
  *check(context) {
    const { roadbook, notes, locate, say } = context;
    // The names of plain GPX waypoints may be any numbers.
    if (roadbook.origin?.format === 'gpx') return;
    const gaps: number[] = [];
    let isOrdered = true;
    for (let index = 1; index < notes.length; index++) {
      const number = notes[index]?.number ?? 0;
      const before = notes[index - 1]?.number ?? 0;
      if (number > before + 1) gaps.push(index);
      if (number > before) continue;
      yield {
        message: `note ${number} comes after note ${before}`,
        span: locate(['notes', index, 'number']),
        notes: [{ message: say(index - 1), span: locate(['notes', index - 1, 'number']) }],
        help: 'number the notes in their order',
        fix: isOrdered ? renumbering(context) : null,
      };
      isOrdered = false;
    }
    const [first, ...others] = gaps;
    // Numbers in disorder leave gaps of themselves.
    if (first === undefined || !isOrdered) return;
    const renumbered = renumbering(context);
    const from = (notes[first - 1]?.number ?? 0) + 1;
    const to = (notes[first]?.number ?? 0) - 1;
    yield {
      message: `${from === to ? `note ${from} is` : `notes ${from} to ${to} are`} missing before ${say(first)}${others.length > 0 ? `; gaps in all: ${gaps.length}` : ''}`,
      span: locate(['notes', first, 'number']),
      notes: [{ message: say(first - 1), span: locate(['notes', first - 1, 'number']) }],
      help: 'look whether a note was lost, or number the notes again',
      // A gap may be a lost note: numbering again would hide it.
      fix: renumbered ? { ...renumbered, safe: false } : null,
    };
  },
};

/** All notes numbered from the first one's number on; null where a number is not written in the file. */
function renumbering(context: Context): Fix | null {
  const first = context.notes[0]?.number ?? 1;
  const edits: Edit[] = [];
  for (const [index, { number }] of context.notes.entries()) {
    if (number === first + index) continue;
    const spell = (written: string) => respellNumber(written, number, first + index);
    const edit = respelling(context, ['notes', index, 'number'], spell);
    if (edit === null) return null;
    edits.push(edit);
  }
  return { title: 'number the notes in their order', safe: true, edits };
}
