import type { Path } from '../model/reading.ts';
import type { Note } from '../model/roadbook.ts';
import type { Rule } from './rule.ts';

/**
 * A competitor edition has nothing in it that is the organiser’s: no coordinates but those that may be shown, no track, no
 * remarks, and nothing kept from the file it came from.
 *
 * Source: RoadbookRally and the FIM definitions: the coordinates of a masked waypoint are not revealed; design of the
 * `edition` field.
 */
export const rule: Rule = {
  code: 'RB802',
  name: 'edition-leaks',
  severity: 'error',
  needs: 'odometer',
  *check({ roadbook, notes, locate, say }) {
    if (roadbook.edition !== 'competitor') return;
    const help = 'hand out a competitor edition that was made from the organiser’s, not edited by hand';
    if ((roadbook.track ?? []).length > 0)
      yield { message: 'the competitor edition has the track in it', span: locate(['track']), help };
    if (roadbook.kept.length > 0) {
      const message = 'the competitor edition has fields of its source file in it';
      yield { message, span: locate(['kept']), help };
    }
    for (const { what, field, has } of leaks) {
      const found = [...notes.keys()].filter((index) => has(notes[index]));
      const [first] = found;
      if (first === undefined) continue;
      const path: Path = ['notes', first, field];
      const more = found.length > 1 ? ` and of ${found.length - 1} more notes` : '';
      yield {
        message: `the competitor edition has ${what} of ${say(first)}${more} in it`,
        span: locate(path),
        help,
      };
    }
  },
};

const leaks: readonly { what: string; field: keyof Note; has: (note: Note | undefined) => boolean }[] = [
  { what: 'the coordinates', field: 'at', has: (note) => note != null && note.at !== null && !note.showAt },
  { what: 'the organiser’s remark', field: 'remark', has: (note) => note?.remark != null },
  { what: 'fields of the source file', field: 'kept', has: (note) => (note?.kept.length ?? 0) > 0 },
];
