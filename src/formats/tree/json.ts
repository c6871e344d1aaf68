import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Diagnostic, mostFindings, problem } from '../../text/diagnostic.ts';
import { limits } from '../limits.ts';
import { type Document, documentOf, duplicateKey, isReserved, reservedKey, type Tree } from './document.ts';
import { cleanJson } from './json-clean.ts';
import type { Entry, Node } from './node.ts';

/** A JSON text: at the speed of JSON.parse while nothing is wrong with it, past its errors otherwise. */
export function jsonDocument(text: string): Document {
  return cleanJson(text) ?? documentOf(parseJsonTree(text));
}

/** A JSON text to a tree with places, past its errors as far as can be. */
export function parseJsonTree(text: string): Tree {
  const deep = tooDeepAt(text);
  if (deep !== null) {
    const message = `brackets are nested more than ${limits.depth} deep`;
    return {
      root: null,
      diagnostics: [problem('too-deep', { message, span: { start: deep, end: deep + 1 } })],
    };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const diagnostics = firstOfLines(errors, text).map((error) => syntaxError(error, text.length));
  const root = tree ? convert(tree, diagnostics) : null;
  return { root, diagnostics };
}

/** Where brackets outside strings go deeper than allowed. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (const token of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}[\]]/g)) {
    if (token[0] === '{' || token[0] === '[') depth++;
    else if (token[0] === '}' || token[0] === ']') depth--;
    if (depth > limits.depth) return token.index;
  }
  return null;
}

/** The first error of each line, up to ten: the others follow from it, and so does a missing bracket at the end. */
function firstOfLines(errors: readonly ParseError[], text: string): ParseError[] {
  const first: ParseError[] = [];
  for (const error of errors) {
    const last = first.at(-1);
    const isSame =
      last && (error.offset >= text.length || !text.slice(last.offset, error.offset).includes('\n'));
    if (!isSame) first.push(error);
    if (first.length === 10) break;
  }
  return first;
}

function syntaxError({ error, offset, length }: ParseError, textLength: number): Diagnostic {
  const [message, help] = causes[printParseErrorCode(error)] ?? ['this is not JSON', null];
  const end = Math.min(textLength, offset + Math.max(1, length));
  return problem('syntax', { message, span: { start: Math.min(offset, end), end }, help });
}

const causes: Readonly<Record<string, readonly [message: string, help: string | null]>> = {
  InvalidSymbol: ['JSON does not know this word', 'texts and keys stand in double quotes'],
  InvalidNumberFormat: ['this is no number in JSON', 'write digits and a decimal point: 12.5'],
  PropertyNameExpected: ['a key is missing here', 'no comma before }, and every key in double quotes'],
  ValueExpected: ['a value is missing here', 'no comma before ] or }, and texts in double quotes'],
  ColonExpected: ['a colon is missing behind the key', 'write "key": value'],
  CommaExpected: ['a comma is missing between two entries', 'put a comma before this'],
  CloseBraceExpected: ['a bracket { is not closed', 'close it with }'],
  CloseBracketExpected: ['a bracket [ is not closed', 'close it with ]'],
  EndOfFileExpected: ['the document ends before this', 'leave out what stands behind it'],
  InvalidCommentToken: ['JSON has no comments', 'leave it out; native YAML has comments, behind #'],
  UnexpectedEndOfString: ['the quote " is not closed', 'close it with ", on the same line'],
  UnexpectedEndOfNumber: ['the number is not complete', 'write digits behind the point'],
  InvalidUnicode: ['\\u must be followed by four hexadecimal digits', null],
  InvalidEscapeCharacter: ['JSON does not know this escape', 'write \\\\ for a backslash'],
  InvalidCharacter: ['a control character stands in a text', 'write it as an escape: \\n, \\t'],
};

function convert(node: JsonNode, diagnostics: Diagnostic[]): Node {
  const place = { start: node.offset, end: node.offset + node.length };
  switch (node.type) {
    case 'array':
      return {
        kind: 'list',
        items: (node.children ?? []).map((item) => convert(item, diagnostics)),
        ...place,
      };
    case 'object':
      return { kind: 'mapping', entries: entriesOf(node, diagnostics), ...place };
    default:
      return { kind: 'scalar', value: node.value ?? null, ...place };
  }
}

function entriesOf(object: JsonNode, diagnostics: Diagnostic[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { children } of object.children ?? []) {
    const [keyNode, valueNode] = children ?? [];
    if (keyNode === undefined) continue;
    const key = String(keyNode.value);
    const keySpan = { start: keyNode.offset, end: keyNode.offset + keyNode.length };
    const first = entries.get(key);
    const isTold = diagnostics.length < mostFindings;
    if (isReserved(key)) {
      if (isTold) diagnostics.push(reservedKey(key, keySpan));
    } else if (first) {
      if (isTold) diagnostics.push(duplicateKey(key, keySpan, first.keySpan));
    } else if (valueNode) {
      entries.set(key, { key, keySpan, value: convert(valueNode, diagnostics) });
    }
  }
  return [...entries.values()];
}
