import type { Locate } from '../model/reading.ts';
import { closingQuote } from '../text/quoted.ts';
import type { Span } from '../text/span.ts';

/**
 * Where the values of a JSON text stand, by their paths: the value's own place, or that of its nearest ancestor that is
 * there. Nothing is parsed before the first question, and of the text only what lies on the way: each list and mapping that
 * a path goes through is indexed once, so that a large file with many findings stays cheap. In a damaged text the places
 * are as good as its brackets.
 */
export function jsonPlaces(text: string): Locate {
  const indexes = new Map<number, Index>();
  const indexAt = (start: number) => {
    const index = indexes.get(start) ?? indexOf(text, start);
    indexes.set(start, index);
    return index;
  };
  return (path) => {
    const start = skipSpace(text, 0);
    if (start === text.length) return null;
    let found: Span = { start, end: -1 };
    for (const step of path) {
      const child = indexAt(found.start).get(step);
      if (!child) break;
      found = child;
    }
    return found.end === -1 ? { start, end: endOfValue(text, start) } : found;
  };
}

/** The values of a list by their numbers, of a mapping by their keys; of equal keys the last counts, as in JSON.parse. */
type Index = ReadonlyMap<string | number, Span>;

function indexOf(text: string, start: number): Index {
  const index = new Map<string | number, Span>();
  const opening = text[start];
  if (opening !== '[' && opening !== '{') return index;
  const closing = opening === '[' ? ']' : '}';
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== closing) {
    const key = opening === '[' ? index.size : keyAt(text, at);
    const value = opening === '[' ? at : skipSpace(text, skipSpace(text, endOfValue(text, at)), ':');
    const end = endOfValue(text, value);
    if (key !== null && end > value) index.set(key, { start: value, end });
    at = skipSpace(text, Math.max(end, at + 1), ',');
  }
  return index;
}

function keyAt(text: string, start: number): string | null {
  try {
    const key: unknown = JSON.parse(text.slice(start, endOfValue(text, start)));
    return typeof key === 'string' ? key : null;
  } catch {
    return null;
  }
}

const blank = /\s*/y;
const word = /[^\s,:[\]{}"]*/y;

/** Behind white space; behind one `mark` too, where it stands there. */
function skipSpace(text: string, at: number, mark?: string): number {
  const behind = ends(blank, text, at);
  return mark !== undefined && text[behind] === mark ? ends(blank, text, behind + 1) : behind;
}

function endOfValue(text: string, start: number): number {
  switch (text[start]) {
    case '"':
      return endOfString(text, start) + 1;
    case '[':
    case '{':
      return endOfBrackets(text, start);
    default:
      return ends(word, text, start);
  }
}

function endOfBrackets(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfString(text, at);
        break;
      case 0x5b: // [
      case 0x7b: // {
        depth++;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        if (--depth === 0) return at + 1;
        break;
    }
  }
  return text.length;
}

/** The offset of the quotation mark that closes the string opened at `start`; of the last character where none does. */
export function endOfString(text: string, start: number): number {
  const end = closingQuote(text, start);
  return end === -1 ? text.length - 1 : end;
}

/** Where a sticky pattern that matches nothing at worst ends. */
function ends(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return Math.max(at, pattern.lastIndex);
}
