import { type JSONVisitor, type ParseError, printParseErrorCode, visit } from 'jsonc-parser';
import type { Locate, Reading } from '../model/reading.ts';
import { type Diagnostic, problem } from '../text/diagnostic.ts';
import { endOfString, jsonPlaces } from './json-places.ts';

/** Lists and mappings inside each other; real files have about ten. */
const maxDepth = 100;

/** A JSON text as a value and the places of its parts. */
export interface JsonText {
  /** Undefined where nothing could be read. Only own keys are the file's; read them through a schema. */
  readonly value: unknown;
  /** By the path of a value in the text; nearest ancestor where it has none. */
  readonly locate: Locate;
  readonly diagnostics: readonly Diagnostic[];
}

/** Never throws. A text that is not JSON is reported at its first error and read as far as it makes sense. */
export function readJson(text: string): JsonText {
  const locate = jsonPlaces(text);
  const deep = tooDeepAt(text);
  if (deep !== null) return { value: undefined, locate: () => null, diagnostics: [tooDeep(deep)] };
  try {
    return { value: JSON.parse(text), locate, diagnostics: [] };
  } catch {
    return repaired(text, locate);
  }
}

function repaired(text: string, locate: Locate): JsonText {
  const found = recovered(text);
  if (found === null) return { value: undefined, locate: () => null, diagnostics: [tooDeep(0)] };
  const { value, error } = found;
  const what = error ? wrong[printParseErrorCode(error.error)] : undefined;
  const start = error?.offset ?? 0;
  const diagnostic = problem('syntax', {
    message: `this is not JSON: ${what ?? 'a character that JSON does not allow'}`,
    span: { start, end: Math.min(text.length, start + (error?.length ?? 0)) },
    help: 'what could be understood is read; save the file again in its editor',
  });
  return { value, locate, diagnostics: [diagnostic] };
}

/** The reading of a JSON text that is not this format: `missing` says what it should have had. */
export function unread(format: string, { locate, diagnostics }: JsonText, missing: string): Reading {
  const nothing = problem('not-a-roadbook', { message: missing, span: locate([]) });
  // A text that is broken so badly has been reported already.
  return { format, roadbook: null, locate, diagnostics: diagnostics.length > 0 ? diagnostics : [nothing] };
}

/** What a parser that goes past errors makes of a text, and the first error. */
interface Recovered {
  readonly value: unknown;
  readonly error: ParseError | null;
}

/**
 * A mapping has no prototype, so that a key `__proto__` is a key like any other. What lies deeper than the limit is left
 * out; null where the nesting of the damaged text exhausts the stack, for the parser recurses.
 */
function recovered(text: string): Recovered | null {
  const root: unknown[] = [];
  const open: (unknown[] | Record<string, unknown>)[] = [root];
  const keys: string[] = [];
  let error: ParseError | null = null;
  let ignored = 0;
  const put = (value: unknown) => {
    const parent = open.at(-1);
    if (ignored > 0 || !parent) return;
    if (Array.isArray(parent)) parent.push(value);
    else parent[keys.at(-1) ?? ''] = value;
  };
  const begin = (container: unknown[] | Record<string, unknown>) => {
    if (open.length > maxDepth) ignored++;
    put(container);
    if (ignored > 0) return;
    open.push(container);
    keys.push('');
  };
  const end = () => {
    if (ignored > 0) ignored--;
    else if (open.pop()) keys.pop();
  };
  const visitor: JSONVisitor = {
    onObjectBegin: () => begin(Object.create(null)),
    onObjectProperty: (name) => {
      if (ignored === 0) keys[keys.length - 1] = name;
    },
    onObjectEnd: end,
    onArrayBegin: () => begin([]),
    onArrayEnd: end,
    onLiteralValue: put,
    onError: (code, offset, length) => {
      error ??= { error: code, offset, length };
    },
  };
  try {
    visit(text, visitor, { disallowComments: true });
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
  return { value: root[0], error };
}

function tooDeep(at: number): Diagnostic {
  return problem('too-deep', {
    message: `more than ${maxDepth} lists and mappings are inside each other`,
    span: { start: at, end: at + 1 },
    help: 'no roadbook needs that many: the file is damaged or was made to do harm',
  });
}

const wrong: Readonly<Record<string, string>> = {
  InvalidSymbol: 'an unknown word',
  InvalidNumberFormat: 'a number that is not written as JSON writes numbers',
  PropertyNameExpected: 'a key is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'the closing } is missing',
  CloseBracketExpected: 'the closing ] is missing',
  EndOfFileExpected: 'more text after the end',
  InvalidCommentToken: 'a comment',
  UnexpectedEndOfComment: 'a comment without an end',
  UnexpectedEndOfString: 'text without a closing quotation mark',
  UnexpectedEndOfNumber: 'a number without its end',
  InvalidUnicode: 'an escape \\u without four hexadecimal digits',
  InvalidEscapeCharacter: 'an escape that JSON does not know',
  InvalidCharacter: 'a control character inside text',
};

/** Where the nesting goes beyond the limit, or null: strings are skipped, so a large picture costs nothing. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        at = endOfString(text, at);
        break;
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > maxDepth) return at;
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
    }
  }
  return null;
}
