import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { htmlEntities } from './html-entities.ts';

/** A text that a parser can follow to its end, of the same length as the file's. */
export interface Repaired {
  readonly text: string;
  /** Puts back what was replaced, in what the parser gives. */
  readonly restored: (data: string) => string;
  readonly problems: readonly Diagnostic[];
}

/**
 * Stands in for what a parser would lose the rest of the document over: an ampersand that begins no reference, which it takes
 * for one that ends at the next semicolon, and half a surrogate pair, which it cannot name.
 */
export function repaired(text: string): Repaired {
  const whole = /[\ud800-\udfff]/.test(text) ? text.replace(half, '\ufffd') : text;
  const { bare: places, named } = ampersands(whole);
  const problems = [...halves(text, whole), ...named];
  if (places.length === 0) return { text: whole, restored: (data) => data, problems };
  const mark = unused(whole);
  const pieces: string[] = [];
  let at = 0;
  for (const place of places) {
    pieces.push(whole.slice(at, place), mark);
    at = place + 1;
  }
  pieces.push(whole.slice(at));
  return {
    text: pieces.join(''),
    restored: (data) => (data.includes(mark) ? data.replaceAll(mark, '&') : data),
    problems: [...problems, ...places.map(bareAmpersand)],
  };
}

const half = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const reference = /&(?:#\d+|#x[\da-fA-F]+|([A-Za-z_:][\w:.-]*));/y;

/** What an ampersand means nothing in. */
const sections = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

/** Ampersands that begin no reference, and names of HTML; those in sections left out. Linear, whatever is not closed. */
function ampersands(text: string): { bare: number[]; named: Diagnostic[] } {
  const bare: number[] = [];
  const named: Diagnostic[] = [];
  const next = sections.map(([open]) => text.indexOf(open));
  let at = text.indexOf('&');
  while (at !== -1) {
    const section = nearestBefore(next, at);
    if (section === -1) {
      reference.lastIndex = at;
      const found = reference.exec(text);
      if (found === null) bare.push(at);
      else if (Object.hasOwn(htmlEntities, found[1] ?? '')) named.push(htmlEntity(at, found[1] ?? ''));
      at = text.indexOf('&', at + 1);
      continue;
    }
    const [open, close] = sections[section] ?? ['', ''];
    const end = text.indexOf(close, (next[section] ?? 0) + open.length);
    if (end === -1) break;
    for (const [i, [begin]] of sections.entries()) {
      const start = next[i] ?? -1;
      if (start !== -1 && start < end) next[i] = text.indexOf(begin, end);
    }
    if (at < end) at = text.indexOf('&', end);
  }
  return { bare, named };
}

/** Which of the offsets is the first, if it lies before `end`; −1 when none does. */
function nearestBefore(offsets: readonly number[], end: number): number {
  let nearest = -1;
  for (const [i, offset] of offsets.entries()) {
    if (offset === -1 || offset > end) continue;
    if (nearest === -1 || offset < (offsets[nearest] ?? end)) nearest = i;
  }
  return nearest;
}

/** A character for private use that the text does not have. */
function unused(text: string): string {
  for (let code = 0xe000; code <= 0xf8ff; code++) {
    const character = String.fromCharCode(code);
    if (!text.includes(character)) return character;
  }
  return '\ufffd';
}

function htmlEntity(start: number, name: string): Diagnostic {
  const span = { start, end: start + name.length + 2 };
  const text = `&#${htmlEntities[name]?.charCodeAt(0)};`;
  return problem('syntax', {
    message: `&${name}; is HTML and not XML: a strict reader refuses the whole file`,
    span,
    fix: { title: `write ${text}`, safe: true, edits: [{ span, text }] },
  });
}

function bareAmpersand(start: number): Diagnostic {
  const span = { start, end: start + 1 };
  return problem('syntax', {
    message: 'a bare & must be written as &amp;',
    span,
    fix: { title: 'write &amp;', safe: true, edits: [{ span, text: '&amp;' }] },
  });
}

function halves(text: string, whole: string): Diagnostic[] {
  if (text === whole) return [];
  const start = text.search(new RegExp(half.source));
  return [
    problem('syntax', { message: 'half a character: it is not Unicode', span: { start, end: start + 1 } }),
  ];
}
