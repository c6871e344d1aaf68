import { randomBytes } from 'node:crypto';
import { checked, filled, withChecksum } from './checksum.ts';
import type { Fault } from './fault.ts';
import { words } from './words.ts';

/** A release code is 16 random bytes; in words they are 16, and two that check them. */
export const codeBytes = 16;
export const codeWords = codeBytes + 2;

export function newCode(): Uint8Array {
  return randomBytes(codeBytes);
}

/** The words of a code, separated by spaces. */
export function wordsOf(code: Uint8Array): string {
  return Array.from(withChecksum(code), (byte) => words[byte]).join(' ');
}

export interface ReadCode {
  readonly code: Uint8Array;
  /** Words, counted from 1, that were mistyped or missing and are mended. */
  readonly mended: readonly number[];
}

/**
 * A code as it was typed or heard: capitals, accents, numbering and punctuation do not matter, three letters of a word are
 * enough, a typo is mended, and up to two words that nobody heard may stand as `?`. A word of the list in the place of
 * another is a fault that says which it must be, and never mended in silence.
 */
export function readCode(text: string): ReadCode | Fault {
  const typed = tokensOf(text);
  if (typed.length !== codeWords) return { fault: 'code-length', words: typed.length, wanted: codeWords };
  const bytes = new Uint8Array(codeWords);
  const missing: number[] = [];
  const mended: number[] = [];
  for (const [i, token] of typed.entries()) {
    const byte = byteOf(token);
    bytes[i] = byte ?? 0;
    if (byte === null) missing.push(i);
    if (byte === null || !words[byte]?.startsWith(token)) mended.push(i + 1);
  }
  if (missing.length > 2) return { fault: 'code-words-unknown', at: missing.map((i) => i + 1) };
  if (missing.length === 0) {
    const found = checked(bytes);
    if (!found.fits) return { fault: 'code-checksum', suspect: found.at === null ? null : found.at + 1 };
  }
  const whole = filled(bytes, missing);
  if (whole === null) return { fault: 'code-checksum', suspect: null };
  return { code: whole.slice(0, codeBytes), mended };
}

/** Whole words and `?`, without capitals, accents and figures. */
function tokensOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[a-z]+|\?/g) ?? [];
}

/** The place of a word in the list: as typed, by its first three letters, or the only one that is near; else null. */
export function byteOf(token: string): number | null {
  const exact = words.indexOf(token);
  if (exact !== -1) return exact;
  if (token.length < 3) return null;
  const begun = words.findIndex((word) => word.startsWith(token));
  if (begun !== -1) return begun;
  const distances = words.map((word) => distance(token, word));
  const least = Math.min(...distances);
  const near = distances.indexOf(least);
  const isSure = least <= 2 && distances.lastIndexOf(least) === near && token.length > least + 2;
  return isSure ? near : null;
}

/** Letters changed, left out, added, or swapped with their neighbour (Damerau). */
function distance(a: string, b: string): number {
  let older: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (older[j - 2] ?? Number.POSITIVE_INFINITY) + 1
          : changed;
      row.push(Math.min((row[j - 1] ?? 0) + 1, (above[j] ?? 0) + 1, changed, swapped));
    }
    older = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
