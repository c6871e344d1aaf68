import type { Context } from './context.ts';

/** Capitals in a text: a word of two to five, as abbreviations are, with its place in the text. */
export interface Capitals {
  readonly word: string;
  readonly note: number;
  /** Offset in the note's text. */
  readonly at: number;
}

const word = /(?<![\p{L}\p{N}'’-])\p{Lu}{2,5}(?![\p{L}\p{N}'’-])/gu;

/** Of every text that is not written in capitals throughout. */
export function* capitalsOf({ having }: Context): Iterable<Capitals> {
  for (const { index, note } of having.text) {
    const { text } = note;
    if (text === null || !/\p{Ll}/u.test(text)) continue;
    for (const found of text.matchAll(word)) yield { word: found[0], note: index, at: found.index };
  }
}
