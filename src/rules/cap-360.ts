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
  *check({ notes, locate, textAt, say }) {
    for (const [index, note] of notes.entries()) {
      for (const field of ['cap', 'averageCap'] as const) {
        if (note[field] !== 360) continue;
        const span = locate(['notes', index, field]);
        yield {
          message: `${field === 'cap' ? 'the CAP' : 'the average CAP'} of ${say(index)} is 360, which is 0`,
          span,
          help: 'write north as 0',
          fix:
            span && textAt(span) === '360'
              ? { title: 'write 0', safe: true, edits: [{ span, text: '0' }] }
              : null,
        };
      }
    }
  },
};
