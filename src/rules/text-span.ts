import type { Span } from '../text/span.ts';
import type { Context } from './context.ts';

/** The place of a word inside a note's text; the whole text's where the file writes it differently. */
export function wordSpan({ locate, textAt }: Context, note: number, word: string, at: number): Span | null {
  const whole = locate(['notes', note, 'text']);
  if (whole === null) return null;
  const written = textAt(whole);
  // Quotes and escapes shift it by a little; another word of the same letters may stand before it.
  for (const from of [at, at + 1]) {
    if (written.startsWith(word, from))
      return { start: whole.start + from, end: whole.start + from + word.length };
  }
  const found = written.indexOf(word);
  if (found === -1 || written.indexOf(word, found + 1) !== -1) return whole;
  return { start: whole.start + found, end: whole.start + found + word.length };
}
