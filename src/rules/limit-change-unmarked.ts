import type { Rule } from './rule.ts';

/**
 * A new limit inside a speed zone begins with a DZ of its own: devices switch the limit there, and only there.
 *
 * Source: RoadbookRally, “track structure errors”: a speed limit change inside a zone must be marked with another DZ.
 */
export const rule: Rule = {
  code: 'RB306',
  name: 'limit-change-unmarked',
  severity: 'error',
  needs: 'odometer',
  *check({ notes, zones: { zones }, locate, say, speed }) {
    for (const { kind, open, changes, close } of zones) {
      if (kind !== 'speed') continue;
      let mark = open.note;
      for (let index = open.note + 1; index < (close?.note ?? notes.length); index++) {
        if (changes.some(({ note }) => note === index)) mark = index;
        const limit = notes[mark]?.limitKmh ?? null;
        const own = notes[index]?.limitKmh ?? null;
        const isTimed = notes[index]?.waypoints.some(({ type }) => type === 'DN' || type === 'DT') ?? false;
        if (own === null || limit === null || own === limit || isTimed) continue;
        yield {
          message: `the limit changes from ${speed(limit)} to ${speed(own)} at ${say(index)} without a DZ`,
          span: locate(['notes', index, 'limitKmh']),
          notes: [
            { message: `${speed(limit)} since ${say(mark)}`, span: locate(['notes', mark, 'limitKmh']) },
          ],
          help: 'mark the note with DZ if the limit changes there, or correct it',
        };
      }
    }
  },
};
