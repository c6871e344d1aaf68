import { closingQuote } from '../../text/quoted.ts';
import { limits } from '../limits.ts';
import { type Document, isReserved } from './document.ts';
import type { Entry, Node } from './node.ts';

/** A JSON text in which nothing is wrong, at the speed of JSON.parse; null for any other, which json.ts reads. */
export function cleanJson(text: string): Document | null {
  const value = parseCleanJson(text);
  if (value === undefined) return null;
  let root: Node | null = null;
  return { value, root: () => (root ??= nodeAt(text, skipSpace(text, 0))), diagnostics: [] };
}

/** The plain value of a clean JSON text; undefined for one that needs a closer look. */
function parseCleanJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  // JSON.parse drops the first of two equal keys in silence: then the text has more keys than the value.
  return keysIn(value, 0) === keysOf(text) ? value : undefined;
}

/** Keys of all objects in a value; NaN, equal to nothing, when it is too deep or has a reserved one. */
function keysIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth >= limits.depth) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') count += keysIn(item, depth + 1);
    return count;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (isReserved(key)) return Number.NaN;
    count += 1 + keysIn(inner, depth + 1);
  }
  return count;
}

/** Strings with a colon behind them, in a text that is known to be JSON. */
function keysOf(text: string): number {
  let count = 0;
  let at = text.indexOf('"');
  while (at !== -1) {
    let next = closingQuote(text, at) + 1;
    while (text.charCodeAt(next) <= 0x20) next++;
    if (text.charCodeAt(next) === 0x3a) count++;
    at = text.indexOf('"', next);
  }
  return count;
}

/** The value that begins at `start`, with places, in a text that is known to be JSON. */
function nodeAt(text: string, start: number): Node {
  switch (text[start]) {
    case '{':
      return mappingAt(text, start);
    case '[':
      return listAt(text, start);
    default: {
      const end = text[start] === '"' ? closingQuote(text, start) + 1 : endOfWord(text, start);
      return { kind: 'scalar', value: JSON.parse(text.slice(start, end)), start, end };
    }
  }
}

function mappingAt(text: string, start: number): Node {
  const entries: Entry[] = [];
  let at = skipSpace(text, start + 1);
  while (text[at] !== '}') {
    const keySpan = { start: at, end: closingQuote(text, at) + 1 };
    const colon = skipSpace(text, keySpan.end);
    const value = nodeAt(text, skipSpace(text, colon + 1));
    entries.push({ key: JSON.parse(text.slice(keySpan.start, keySpan.end)), keySpan, value });
    at = behindComma(text, value.end);
  }
  return { kind: 'mapping', entries, start, end: at + 1 };
}

function listAt(text: string, start: number): Node {
  const items: Node[] = [];
  let at = skipSpace(text, start + 1);
  while (text[at] !== ']') {
    const item = nodeAt(text, at);
    items.push(item);
    at = behindComma(text, item.end);
  }
  return { kind: 'list', items, start, end: at + 1 };
}

/** At what stands behind a value and its comma, or at the bracket. */
function behindComma(text: string, end: number): number {
  const at = skipSpace(text, end);
  return text[at] === ',' ? skipSpace(text, at + 1) : at;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) <= 0x20) at++;
  return at;
}

function endOfWord(text: string, start: number): number {
  const word = /[-+.\w]*/y;
  word.lastIndex = start;
  word.test(text);
  return word.lastIndex;
}
