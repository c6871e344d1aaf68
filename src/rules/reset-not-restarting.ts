import type { Context } from './context.ts';
import type { Rule } from './rule.ts';

/**
 * Behind a reset the count starts again: totals that simply go on show that the reset was forgotten when they were
 * computed, or that it is not meant.
 *
 * Source: RESET as Tulip exports it (distance since the last reset) and as roadbooks print it.
 */
export const rule: Rule = {
  code: 'RB408',
  name: 'reset-not-restarting',
  severity: 'error',
  needs: 'odometer',
  *check(context) {
    const { notes, having, locate, say, length } = context;
    for (const { index, note } of having.reset) {
      const next = notes[index + 1];
      if (note.reset === null || !next || !goesOn(context, index)) continue;
      yield {
        message: `the count is reset to ${length(note.reset)} at ${say(index)}, but ${say(index + 1)} goes on from before`,
        span: locate(['notes', index, 'reset']),
        notes: [{ message: say(index + 1), span: locate(['notes', index + 1, 'distance']) }],
        help: 'count the distances behind the reset from it, or take the reset away',
      };
    }
  },
};

/** Far more likely counted on than counted anew: ten times as far from the reset as from the note before. */
function goesOn({ notes }: Context, index: number): boolean {
  const { distance = null, reset = null } = notes[index] ?? {};
  const next = notes[index + 1]?.distance ?? null;
  if (distance === null || reset === null || next === null || next < distance) return false;
  return next - reset > 10 * Math.max(100, next - distance);
}
