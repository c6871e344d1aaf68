import type { Having } from './having.ts';

/** Capitals in a text: a word of two to five, as abbreviations are, with its place in the text. */
export interface Capitals {
  readonly word: string;
  readonly note: number;
  /** Offset in the note's text. */
  readonly at: number;
}

const word = /(?<![\p{L}\p{N}'’-])\p{Lu}{2,5}(?![\p{L}\p{N}'’-])/gu;

/** Two capitals side by side, told without Unicode's tables: most texts have none, and this finds it soonest. */
const possible = /[A-Z\u00c0-\uffff]{2}/;

/** Of every text that is not written in capitals throughout. */
export function capitalsOf({ text: having }: Having): Capitals[] {
  const all: Capitals[] = [];
  for (const { index, note } of having) {
    const { text } = note;
    if (text === null || !possible.test(text) || !/\p{Ll}/u.test(text)) continue;
    for (const found of text.matchAll(word)) all.push({ word: found[0], note: index, at: found.index });
  }
  return all;
}
