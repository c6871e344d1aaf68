import type { Note } from '../model/roadbook.ts';
import type { Rule } from './rule.ts';

/**
 * A note shows the crew something: a tulip, words, a symbol, a heading, a mark.
 *
 * Source: none; a row with a distance alone says where, but not what.
 */
export const rule: Rule = {
  code: 'RB701',
  name: 'note-empty',
  severity: 'warning',
  needs: 'odometer',
  *check({ notes, locate, say, isBroken }) {
    const empty = notes.flatMap((note, i) => (isEmpty(note) && !isBroken(['notes', i]) ? [i] : []));
    const [first] = empty;
    if (first === undefined) return;
    const help = 'draw its tulip or write what is there, or take the note away';
    if (empty.length > 3 && empty.length > notes.length / 2) {
      yield {
        message: `${empty.length} of ${notes.length} notes show nothing but a distance, the first is ${say(first)}`,
        span: locate(['notes', first]),
        help,
      };
      return;
    }
    for (const index of empty) {
      const but = notes[index]?.distance === null ? '' : ' but a distance';
      yield { message: `${say(index)} shows nothing${but}`, span: locate(['notes', index]), help };
    }
  },
};

/** It shows nothing but, at most, a distance. */
export function isEmpty(note: Note): boolean {
  const { text, name, tulip, pictures, symbols, cap, averageCap, danger, waypoints, kept } = note;
  const { limitKmh, stopSeconds, reset, services } = note;
  const isDrawn = tulip !== null || pictures.tulip !== null || pictures.text !== null;
  const isMarked = danger !== null || limitKmh !== null || stopSeconds !== null || reset !== null;
  const isListed = symbols.length + waypoints.length + services.length + kept.length > 0;
  if (isDrawn || isMarked || isListed || cap !== null || averageCap !== null) return false;
  return (text ?? name ?? '').trim() === '';
}
