import { byteOf, codeWords } from '../seal/code.ts';
import { words } from '../seal/words.ts';

/** A code while it is typed: the words that are there, and the letters of the next. */
export interface TypedCode {
  readonly words: readonly string[];
  readonly letters: string;
}

export const nothingTyped: TypedCode = { words: [], letters: '' };

/**
 * One key further. A space, a comma or Enter ends a word, which is mended at once where it is sure; backspace takes a letter,
 * or the whole word before. What is no letter and no `?` counts for nothing, so a code may be pasted with numbers and breaks.
 */
export function typing(typed: TypedCode, key: string): TypedCode {
  const { words: before, letters } = typed;
  if (key === '\u007f' || key === '\b') {
    return letters === ''
      ? { words: before.slice(0, -1), letters: '' }
      : { words: before, letters: letters.slice(0, -1) };
  }
  if (/^[\s,;.-]$/.test(key))
    return letters === '' ? typed : { words: [...before, mended(letters)], letters: '' };
  if (!/^[\p{L}?]$/u.test(key) || letters.length >= 20) return typed;
  return { words: before, letters: letters + key.toLowerCase() };
}

/** True when every word is there: nobody need press Enter. The last ends itself when its letters tell it. */
export function isWhole({ words: before, letters }: TypedCode): boolean {
  return before.length + (words.includes(letters) ? 1 : 0) >= codeWords;
}

export function textOf({ words: before, letters }: TypedCode): string {
  return [...before, letters].join(' ').trim();
}

/** What stands on the screen: how many words are there, the last of them, and what is being typed. */
export function shownCode({ words: before, letters }: TypedCode): string {
  const last = before.at(-1);
  return `word ${Math.min(before.length + 1, codeWords)} of ${codeWords}: ${last === undefined ? '' : `${last} `}${letters}`;
}

function mended(letters: string): string {
  const byte = byteOf(letters);
  return (byte === null ? letters : words[byte]) ?? letters;
}
