import { respelling } from './respell.ts';
import type { Rule } from './rule.ts';

/**
 * North is written one way in a roadbook: 0, as a repeater shows it.
 *
 * Source: OpenRally allows 0 to 360; rally-roadbook 0 to 359; Tulip 1.11 writes 360 where it rounds 359.6.
 */
export const rule: Rule = {
  code: 'RB711',
  name: 'cap-360',
  severity: 'info',
  needs: 'odometer',
  *check(context) {
    const { having, locate, say } = context;
    for (const field of ['cap', 'averageCap'] as const) {
      for (const { index, note } of having[field]) {
        if (note[field] !== 360) continue;
        const north = (written: string) => (written === '360' ? '0' : null);
        const edit = respelling(context, ['notes', index, field], north);
        yield {
          message: `${field === 'cap' ? 'the CAP' : 'the average CAP'} of ${say(index)} is 360, which is 0`,
          span: locate(['notes', index, field]),
          help: 'write north as 0',
          fix: edit && { title: 'write 0', safe: true, edits: [edit] },
        };
      }
    }
  },
};
