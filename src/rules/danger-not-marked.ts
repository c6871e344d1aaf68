import type { Note } from '../model/roadbook.ts';
import type { Rule } from './rule.ts';

/**
 * A danger that is drawn or written is also the note’s danger: instruments warn by that field alone.
 *
 * Source: Tulip 1.11 derives the danger of a note from its glyphs `danger-1` to `danger-3`.
 */
export const rule: Rule = {
  code: 'RB705',
  name: 'danger-not-marked',
  severity: 'warning',
  needs: 'odometer',
  *check({ notes, locate, say, isBroken }) {
    for (let index = 0; index < notes.length; index++) {
      const note = notes[index];
      if (!note) continue;
      const shown = dangerShown(note);
      if (shown === null || shown.level <= (note.danger ?? 0) || isBroken(['notes', index])) continue;
      yield {
        message: `${shown.where} of ${say(index)} shows danger ${shown.level}, but the note ${note.danger === null ? 'has no danger' : `is danger ${note.danger}`}`,
        span: locate(['notes', index, ...(note.danger === null ? shown.path : ['danger'])]),
        help: `mark the note as danger ${shown.level}`,
      };
    }
  },
};

interface Shown {
  readonly level: number;
  readonly where: string;
  readonly path: readonly (string | number)[];
}

/** The highest danger that a note shows by symbols or exclamation marks. */
function dangerShown({ text, symbols, tulip }: Note): Shown | null {
  if (text === null && symbols.length === 0 && tulip === null) return null;
  const shown: Shown[] = [];
  const add = (level: number, where: string, ...path: (string | number)[]) => {
    if (level > 0) shown.push({ level, where, path });
  };
  for (const [i, id] of symbols.entries()) add(levelOfSymbol(id), 'a symbol', 'symbols', i);
  for (const [i, { symbol }] of (tulip?.symbols ?? []).entries())
    add(levelOfSymbol(symbol), 'the tulip', 'tulip', 'symbols', i);
  for (const [i, label] of (tulip?.labels ?? []).entries())
    add(marksIn(label.text), 'the tulip', 'tulip', 'labels', i);
  add(marksIn(text ?? ''), 'the text', 'text');
  return shown.reduce<Shown | null>((most, one) => (one.level > (most?.level ?? 0) ? one : most), null);
}

/** One mark alone is punctuation. */
function marksIn(words: string): number {
  return /(?<![!?])!{2,3}(?![!?])/.exec(words)?.[0].length ?? 0;
}

function levelOfSymbol(id: string): number {
  return Number(/^danger-([123])(?:-global)?$/.exec(id)?.[1] ?? 0);
}
