import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import {
  type Document,
  documentOf,
  duplicateKey,
  isReserved,
  maxDepth,
  reservedKey,
  type Tree,
} from './document.ts';
import type { Entry, Node } from './node.ts';

/** A JSON text: at the speed of JSON.parse while nothing is wrong with it, past its errors otherwise. */
export function jsonDocument(text: string): Document {
  const value = parseCleanJson(text);
  if (value === undefined) return documentOf(parseJsonTree(text));
  let tree: Tree | null = null;
  const root = () => {
    tree ??= parseJsonTree(text);
    return tree.root;
  };
  return { value, root, diagnostics: [] };
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
  if (depth >= maxDepth) return Number.NaN;
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
    let end = text.indexOf('"', at + 1);
    while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
    let next = end + 1;
    while (text.charCodeAt(next) <= 0x20) next++;
    if (text.charCodeAt(next) === 0x3a) count++;
    at = text.indexOf('"', next);
  }
  return count;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(quote - 1 - backslashes) === 0x5c) backslashes++;
  return backslashes % 2 === 1;
}

/** A JSON text to a tree with places, past its errors as far as can be. */
function parseJsonTree(text: string): Tree {
  const deep = tooDeepAt(text);
  if (deep !== null) {
    const message = `brackets are nested more than ${maxDepth} deep`;
    return {
      root: null,
      diagnostics: [problem('too-deep', { message, span: { start: deep, end: deep + 1 } })],
    };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const diagnostics = errors.slice(0, 20).map(syntaxError);
  const root = tree ? convert(tree, diagnostics) : null;
  return { root, diagnostics };
}

/** Where brackets outside strings go deeper than allowed. */
function tooDeepAt(text: string): number | null {
  let depth = 0;
  for (const token of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}[\]]/g)) {
    if (token[0] === '{' || token[0] === '[') depth++;
    else if (token[0] === '}' || token[0] === ']') depth--;
    if (depth > maxDepth) return token.index;
  }
  return null;
}

function syntaxError({ error, offset, length }: ParseError): Diagnostic {
  const words = printParseErrorCode(error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return problem('syntax', {
    message: `this is not JSON: ${words}`,
    span: { start: offset, end: offset + Math.max(1, length) },
    help: helpFor[printParseErrorCode(error)] ?? null,
  });
}

const helpFor: Readonly<Record<string, string>> = {
  CommaExpected: 'put a comma between two entries',
  PropertyNameExpected: 'no comma stands before a closing bracket, and every key is in double quotes',
  ValueExpected: 'no comma stands before a closing bracket',
  InvalidCommentToken: 'JSON has no comments; YAML has them, behind #',
  CloseBraceExpected: 'a bracket { is not closed',
  CloseBracketExpected: 'a bracket [ is not closed',
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
    if (isReserved(key)) {
      diagnostics.push(reservedKey(key, keySpan));
    } else if (first) {
      diagnostics.push(duplicateKey(key, keySpan, first.keySpan));
    } else if (valueNode) {
      entries.set(key, { key, keySpan, value: convert(valueNode, diagnostics) });
    }
  }
  return [...entries.values()];
}
