import type { Rule } from './rule.ts';
import { markPath } from './zone-words.ts';

/**
 * A selective section that finishes (ASS) has started (DSS): without a start nothing is timed.
 *
 * Source: RoadbookRally, “track structure errors”: “exactly one DSS and ASS”, here for each selective section.
 */
export const rule: Rule = {
  code: 'RB501',
  name: 'section-start-missing',
  severity: 'error',
  needs: 'odometer',
  *check({ sections: { marks }, locate, say }) {
    for (const [i, mark] of marks.entries()) {
      const before = marks[i - 1];
      if (mark.type !== 'ASS' || before !== undefined) continue;
      const later = marks.find(({ type }) => type === 'DSS');
      yield {
        message: later
          ? `ASS at ${say(mark.note)} comes before the first DSS, at ${say(later.note)}`
          : `ASS at ${say(mark.note)} finishes a selective section that no DSS starts`,
        span: locate(markPath(mark)),
        notes: later ? [{ message: 'the first DSS', span: locate(markPath(later)) }] : [],
        help: later ? 'put DSS before ASS' : 'mark the note where the selective section starts with DSS',
      };
    }
  },
};
