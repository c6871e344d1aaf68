import type { Rule } from './rule.ts';

/**
 * Inside a speed zone the limit is written at the DZ; on a later note the same limit says nothing new.
 *
 * Source: RoadbookRally, “track structure errors”: a limit inside a zone is a change, and marked by another DZ. Tulip’s
 * “fill zone limits” writes such repetitions.
 */
export const rule: Rule = {
  code: 'RB310',
  name: 'limit-repeated',
  severity: 'info',
  needs: 'odometer',
  *check({ notes, zones: { zones }, locate, removal, say, speed }) {
    for (const { kind, open, changes, close } of zones) {
      if (kind !== 'speed') continue;
      const repeated: number[] = [];
      let mark = open.note;
      for (let index = open.note + 1; index < (close?.note ?? notes.length); index++) {
        if (changes.some(({ note }) => note === index)) mark = index;
        else if (notes[index]?.limitKmh != null && notes[index]?.limitKmh === notes[mark]?.limitKmh)
          repeated.push(index);
      }
      const [first, ...others] = repeated;
      if (first === undefined) continue;
      const edits = repeated.map((index) => removal(['notes', index, 'limitKmh']));
      const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
      yield {
        message: `the limit of ${speed(notes[first]?.limitKmh ?? 0)} at ${say(first)} holds since ${say(open.note)} already${more}`,
        span: locate(['notes', first, 'limitKmh']),
        help: 'the DZ says it for the whole zone',
        fix: edits.includes(null)
          ? null
          : {
              title: 'take the repeated limit away',
              safe: true,
              edits: edits.filter((edit) => edit !== null),
            },
      };
    }
  },
};
