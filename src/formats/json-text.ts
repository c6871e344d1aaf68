import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Locate, Path, Reading } from '../model/reading.ts';
import { type Diagnostic, problem } from '../text/diagnostic.ts';

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
  const locate = locator(text);
  const deep = tooDeepAt(text);
  if (deep !== null) return { value: undefined, locate: () => null, diagnostics: [tooDeep(deep)] };
  try {
    return { value: JSON.parse(text), locate, diagnostics: [] };
  } catch {
    return repaired(text, locate);
  }
}

function repaired(text: string, locate: Locate): JsonText {
  const errors: ParseError[] = [];
  const tree = treeOf(text, errors);
  if (tree === null) return { value: undefined, locate: () => null, diagnostics: [tooDeep(0)] };
  const first = errors[0];
  const found = first ? wrong[printParseErrorCode(first.error)] : undefined;
  const start = first?.offset ?? 0;
  const diagnostic = problem('syntax', {
    message: `this is not JSON: ${found ?? 'a character that JSON does not allow'}`,
    span: { start, end: Math.min(text.length, start + (first?.length ?? 0)) },
    help: 'what could be understood is read; save the file again in its editor',
  });
  return { value: tree && valueAt(tree, maxDepth), locate, diagnostics: [diagnostic] };
}

/** The reading of a JSON text that is not this format: `missing` says what it should have had. */
export function unread(format: string, { locate, diagnostics }: JsonText, missing: string): Reading {
  const nothing = problem('not-a-roadbook', { message: missing, span: locate([]) });
  // A text that is broken so badly has been reported already.
  return { format, roadbook: null, locate, diagnostics: diagnostics.length > 0 ? diagnostics : [nothing] };
}

/** Null where the nesting of a damaged text exhausts the stack: the parser recurses, and nothing else of it is kept. */
function treeOf(text: string, errors: ParseError[] = []): Node | undefined | null {
  try {
    return parseTree(text, errors, { disallowComments: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
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

/**
 * A mapping has no prototype, so that a key `__proto__` is a key like any other; of equal keys the last counts. What lies
 * deeper than the limit is left out.
 */
function valueAt(node: Node, depth: number): unknown {
  if (depth === 0) return null;
  if (node.type === 'array') return (node.children ?? []).map((item) => valueAt(item, depth - 1));
  if (node.type !== 'object') return node.value;
  const mapping: Record<string, unknown> = Object.create(null);
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (key && value) mapping[String(key.value)] = valueAt(value, depth - 1);
  }
  return mapping;
}

/** The tree of places is built when the first place is asked for. */
function locator(text: string): Locate {
  let tree: Node | null | undefined;
  return (path: Path) => {
    if (tree === undefined) tree = treeOf(text) ?? null;
    let node = tree;
    for (const step of path) {
      const next: Node | undefined = node ? childOf(node, step) : undefined;
      if (!next) break;
      node = next;
    }
    return node ? { start: node.offset, end: node.offset + node.length } : null;
  };
}

function childOf(node: Node, step: string | number): Node | undefined {
  if (typeof step === 'number') return node.type === 'array' ? node.children?.[step] : undefined;
  return node.children?.findLast((property) => property.children?.[0]?.value === step)?.children?.[1];
}

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

/** The offset of the quotation mark that closes the string opened at `start`; the end of the text where none does. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}
