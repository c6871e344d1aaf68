import type { Rule } from './rule.ts';
import { markPath } from './zone-words.ts';

/**
 * Starts and finishes of selective sections take turns: no DSS inside a section, no ASS outside one.
 *
 * Source: RoadbookRally, “track structure errors”: “exactly one DSS and ASS”, here for each selective section.
 */
export const rule: Rule = {
  code: 'RB503',
  name: 'section-mark-doubled',
  severity: 'error',
  needs: 'odometer',
  *check({ sections: { marks }, locate, say }) {
    for (const [i, mark] of marks.entries()) {
      const before = marks[i - 1];
      if (before?.type !== mark.type) continue;
      const other = mark.type === 'DSS' ? 'ASS' : 'DSS';
      yield {
        message: `${mark.type} at ${say(mark.note)} follows ${mark.type} at ${say(before.note)} with no ${other} between them`,
        span: locate(markPath(mark)),
        notes: [{ message: `${before.type} at ${say(before.note)}`, span: locate(markPath(before)) }],
        help: `take one ${mark.type} away, or put the ${other} that is missing`,
      };
    }
  },
};
