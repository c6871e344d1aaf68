import type { Note } from '../model/roadbook.ts';
import { isEmpty } from './note-empty.ts';
import type { Rule } from './rule.ts';

/**
 * No note is there twice. The crew would look for the second one further on, and every number behind it is off by one.
 *
 * Source: none; a paste that happened twice.
 */
export const rule: Rule = {
  code: 'RB702',
  name: 'note-doubled',
  severity: 'error',
  needs: 'odometer',
  *check({ notes, locate, say }) {
    for (let index = 1; index < notes.length; index++) {
      const before = notes[index - 1];
      const note = notes[index];
      // An empty note repeats nothing: `note-empty` names it.
      if (!before || !note || isEmpty(note) || !isSameNote(before, note)) continue;
      yield {
        message: `${say(index)} repeats note ${before.number}`,
        span: locate(['notes', index]),
        notes: [{ message: say(index - 1), span: locate(['notes', index - 1]) }],
        help: 'take one of the two away',
      };
    }
  },
};

/** The same place and the same content; its number, partial and the organiser's own remarks do not count. */
export function isSameNote(a: Note, b: Note): boolean {
  return a.distance !== null && a.distance === b.distance && content(a) === content(b);
}

function content(note: Note): string {
  const { number: _number, name: _name, partial: _partial, remark: _remark, kept: _kept, ...said } = note;
  return JSON.stringify(said);
}
