import type { Note } from '../model/roadbook.ts';
import { isSameNote } from './note-doubled.ts';
import type { Rule } from './rule.ts';

/**
 * Two notes are further apart than the page can print: at one and the same figure a crew reads one of them.
 *
 * Source: the rbtool of rally-roadbook (less than 5 m to the note before is an error); the page’s step of 10 m.
 */
export const rule: Rule = {
  code: 'RB406',
  name: 'notes-too-close',
  severity: 'warning',
  needs: 'odometer',
  *check(context) {
    const { notes, thresholds, locate, say, length } = context;
    for (let index = 1; index < notes.length; index++) {
      const before = notes[index - 1];
      const note = notes[index];
      if (!before || !note) continue;
      const apart = (note.distance ?? 0) - (before.distance ?? 0);
      if (apart < 0 || apart >= thresholds.nearMetres) continue;
      if (!canBeClose(before, note) || isSameNote(before, note)) continue;
      yield {
        message: `${say(index)} lies ${apart === 0 ? 'at the same distance as' : `only ${apart} m behind`} note ${before.number}`,
        span: locate(['notes', index, 'distance']),
        notes: [{ message: say(index - 1), span: locate(['notes', index - 1, 'distance']) }],
        help: `put them into one note, or move one: the page prints steps of ${length(10)}`,
      };
    }
  },
};

/** Both have a distance on the same count; the start of a section may stand where a control or a reset does. */
function canBeClose(before: Note, note: Note): boolean {
  if (before.distance === null || note.distance === null || before.reset !== null) return false;
  const isStart = ({ waypoints }: Note) => waypoints.some(({ type }) => type === 'DSS' || type === 'TC');
  return !isStart(note) && !isStart(before);
}
