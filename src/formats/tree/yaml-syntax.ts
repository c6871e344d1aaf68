import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import { limits } from '../limits.ts';
import type { YamlError } from './yaml.ts';

interface Cause {
  readonly message: string;
  readonly span: Span;
  readonly help: string | null;
}

/**
 * A syntax error in the words of someone who writes a roadbook, at the character that has to change. The part of the text
 * that was parsed begins at `from`.
 */
export function yamlSyntaxError(error: YamlError, text: string, from = 0): Diagnostic {
  const at = Math.min(error.offset, text.length);
  const here = { start: at, end: Math.min(at + 1, text.length) };
  if (error.message.startsWith('nesting exceeded')) {
    const message = `lists and mappings are nested more than ${limits.depth} deep`;
    return problem('too-deep', { message, span: here });
  }
  const cause =
    tab(text, at) ??
    (/quoted scalar|indentation|flow collection/.test(error.message) ? unclosed(text, at, from) : null) ??
    inLine(error.message, text, at);
  const message = `this is not YAML: ${forTerminal(error.message).slice(0, 200)}`; // it may quote the file
  return problem('syntax', cause ?? { message, span: here });
}

/** A tab before the first word of the line. */
function tab(text: string, at: number): Cause | null {
  const start = lineStart(text, at);
  const found = /^ *\t/.exec(text.slice(start, lineEnd(text, start)));
  if (!found) return null;
  const end = start + found[0].length;
  const span = { start: end - 1, end };
  return { message: 'a tab indents this line', span, help: 'indent with spaces: YAML takes no tabs there' };
}

/** So many lines above the error are searched for what was opened there. */
const linesAbove = 40;

/** A quote or bracket that was opened on this line or one above, and is not closed on its line. */
function unclosed(text: string, at: number, from: number): Cause | null {
  let start = lineStart(text, at);
  for (let lines = 0; lines < linesAbove; lines++) {
    const line = text.slice(start, Math.min(Math.max(at, start), lineEnd(text, start)));
    const open = openIn(line);
    if (open !== null) {
      const sign = line[open] ?? '';
      const closing = sign === '[' ? ']' : sign === '{' ? '}' : sign;
      const what = sign === closing ? 'quote' : 'bracket';
      const span = { start: start + open, end: start + line.trimEnd().length };
      return { message: `the ${what} ${sign} is not closed`, span, help: `close it with ${closing}` };
    }
    if (start <= from) return null;
    start = lineStart(text, start - 1);
  }
  return null;
}

/** A line is searched no further. */
const longestLine = 1000;

/** Where in a line the last quote or bracket stands that the line does not close. */
function openIn(line: string): number | null {
  const open: number[] = [];
  for (const { 0: token, index } of line
    .slice(0, longestLine)
    .matchAll(/(?<![^\s[{,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|["'#].*)|[[\]{}]/g)) {
    if (token === '[' || token === '{') open.push(index);
    else if (token === ']' || token === '}') open.pop();
    else if (token.startsWith('#')) break;
    else if (token.length === 1 || token.at(-1) !== token[0]) return index;
  }
  return open.at(-1) ?? null;
}

function inLine(reason: string, text: string, at: number): Cause | null {
  const start = lineStart(text, at);
  const line = text.slice(start, lineEnd(text, start));
  const [, before = '', value = ''] = /^([\s-]*[\w-]+:\s+)(.*)$/.exec(line.slice(0, longestLine)) ?? [];
  const span = { start: start + before.length, end: start + line.trimEnd().length };
  if (/:\s/.test(value)) {
    const message = 'a text with a colon in it must stand in quotes';
    return { message, span, help: `write ${JSON.stringify(value.trim().slice(0, 60))}` };
  }
  if (/^[@`%]/.test(value)) {
    const message = `a text that begins with ${value[0]} must stand in quotes`;
    return { message, span, help: `write ${JSON.stringify(value.trim().slice(0, 60))}` };
  }
  const words = {
    start: start + (line.length - line.trimStart().length),
    end: start + line.trimEnd().length,
  };
  if (reason.startsWith("expected ':'")) {
    return { message: 'this line has no colon behind its key', span: words, help: 'write `key: value`' };
  }
  if (/indentation/.test(reason)) {
    const help = 'the keys of one note stand exactly below each other';
    return { message: 'this line does not stand below the lines it belongs to', span: words, help };
  }
  return null;
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}
