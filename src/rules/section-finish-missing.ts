import type { Rule } from './rule.ts';
import { markPath } from './zone-words.ts';

/**
 * A selective section that starts (DSS) finishes (ASS): without a finish the clock never stops.
 *
 * Source: RoadbookRally, “track structure errors”: “exactly one DSS and ASS”, here for each selective section.
 */
export const rule: Rule = {
  code: 'RB502',
  name: 'section-finish-missing',
  severity: 'error',
  needs: 'odometer',
  *check({ sections: { marks }, locate, say }) {
    const last = marks.at(-1);
    if (last?.type !== 'DSS') return;
    // ASS before DSS, one of each: section-start-missing has said it.
    if (marks.length === 2 && marks[0]?.type === 'ASS') return;
    yield {
      message: `the selective section that starts at ${say(last.note)} has no ASS`,
      span: locate(markPath(last)),
      help: 'mark the note where it finishes with ASS',
    };
  },
};
