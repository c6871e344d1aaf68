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
  *check({ roadbook, notes, locate, say }) {
    // The names of plain GPX waypoints may be any numbers.
    if (roadbook.origin?.format === 'gpx') return;
    const gaps: number[] = [];
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
      };
    }
    const [first, ...others] = gaps;
    if (first === undefined) return;
    const from = (notes[first - 1]?.number ?? 0) + 1;
    const to = (notes[first]?.number ?? 0) - 1;
    yield {
      message: `${from === to ? `note ${from} is` : `notes ${from} to ${to} are`} missing before ${say(first)}${others.length > 0 ? `, and there are ${others.length} more gaps` : ''}`,
      span: locate(['notes', first, 'number']),
      notes: [{ message: say(first - 1), span: locate(['notes', first - 1, 'number']) }],
      help: 'look whether a note was lost, or number the notes again',
    };
  },
};
