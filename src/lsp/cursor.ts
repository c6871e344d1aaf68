import type { Span } from '../text/span.ts';

/** Where a cursor stands in a native document. */
export interface Cursor {
  /** The keys whose value it stands in, innermost first; `''` where a key itself is to be written. */
  readonly keys: readonly string[];
  /** The word that it touches; empty where it touches none. */
  readonly word: Span;
}

/** How far back an open bracket is looked for, UTF-16 code units, and a parent, lines: a note is never that long. */
const farthestBracket = 2000;
const farthestParent = 200;
/** How many brackets stand around a value at most; a tulip's road path needs six. */
const deepestBracket = 16;

const letter = /[\p{L}\p{N}-]/u;
const ownKey = /^((?:\s|- )*)["']?([\w-]+)["']?\s*:(?:\s|$)/;

/**
 * Reads the place from the text before it alone, by brackets and indentation: while someone types, the document as a
 * whole is rarely YAML.
 */
export function cursorAt(text: string, offset: number): Cursor {
  let start = offset;
  while (letter.test(text[start - 1] ?? '')) start--;
  let end = offset;
  while (letter.test(text[end] ?? '')) end++;
  return { keys: inComment(text, start) ? [] : keysAt(text, start), word: { start, end } };
}

function inComment(text: string, at: number): boolean {
  return /(?:^|\s)#/.test(text.slice(lineStart(text, at), at));
}

function keysAt(text: string, at: number): string[] {
  const keys: string[] = [];
  for (let depth = 0; depth < deepestBracket; depth++) {
    const flow = openBracket(text, at);
    if (flow === null) return [...keys, ...blockKeys(text, at)];
    if (text[flow.at] === '{') keys.push(ownKey.exec(text.slice(flow.part, at))?.[2] ?? '');
    at = flow.at;
  }
  return keys;
}

/** The bracket that is open at a place, and where the part between commas begins that the place belongs to. */
function openBracket(text: string, at: number): { at: number; part: number } | null {
  let closed = 0;
  let part: number | null = null;
  for (let i = at - 1; i >= Math.max(0, at - farthestBracket); i--) {
    const c = text[i];
    if (c === ']' || c === '}') closed++;
    else if (c === ',' && closed === 0) part ??= i + 1;
    else if (c === '[' || c === '{') {
      if (closed === 0) return { at: i, part: part ?? i + 1 };
      closed--;
    }
  }
  return null;
}

/** By indentation: the key of the line itself, then of each line above that stands further left. */
function blockKeys(text: string, at: number): string[] {
  const keys: string[] = [];
  let start = lineStart(text, at);
  let line = text.slice(start, at);
  const own = ownKey.exec(line);
  if (own !== null) keys.push(own[2] ?? '');
  let { left, isItem } = indentation(line);
  for (let lines = 0; start > 0 && left >= 0 && lines < farthestParent; lines++) {
    const end = start - 1;
    start = lineStart(text, end);
    line = text.slice(start, end);
    const [, before, key] = ownKey.exec(line) ?? [];
    if (before === undefined || key === undefined) continue;
    if (before.length > left || (before.length === left && !isItem)) continue;
    keys.push(key);
    ({ left, isItem } = indentation(line));
    if (left === 0) break;
  }
  return keys;
}

/** The column where a line begins, and whether it begins an item of a list, which may stand as far left as its key. */
function indentation(line: string): { left: number; isItem: boolean } {
  const left = line.length - line.trimStart().length;
  return { left, isItem: line[left] === '-' };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
