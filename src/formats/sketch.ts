/** What the beginning of a text shows: enough to tell formats apart, cheap for any size. */
export interface Sketch {
  /** By the first character that is not white space. */
  readonly syntax: 'xml' | 'json' | 'text' | 'empty';
  /** XML: local name of the root element. */
  readonly root: string | null;
  /** The first keys at the top of a JSON object, or at the left margin of a YAML text, up to one that decides. */
  readonly keys: readonly string[];
  /** The first 64 Ki characters without leading white space. */
  readonly head: string;
}

const headLength = 65_536;
const mostKeys = 64;
/** A native roadbook is told by one of these, and asked for first: behind it nobody needs to look. */
const deciding: ReadonlySet<string> = new Set(['roadbook', 'notes']);

export function sketch(text: string): Sketch {
  const start = text.search(/\S/);
  if (start === -1) return { syntax: 'empty', root: null, keys: [], head: '' };
  const head = text.slice(start, start + headLength);
  if (head.startsWith('<')) return { syntax: 'xml', root: rootOf(head), keys: [], head };
  if (/^[{[]/.test(head)) return { syntax: 'json', root: null, keys: jsonKeys(head), head };
  return { syntax: 'text', root: null, keys: yamlKeys(head), head };
}

/** Skips declarations, comments and a DOCTYPE up to the first tag. */
function rootOf(head: string): string | null {
  const prolog = /\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>)/iy;
  let at = 0;
  while (prolog.test(head)) at = prolog.lastIndex;
  return /^\s*<(?:[\w.-]+:)?([\w.-]+)/.exec(head.slice(at, at + 1000))?.[1] ?? null;
}

/**
 * Keys at depth one. A string that the head cuts off ends the search. Whatever stands there is matched whole, colon or
 * not, so that a long word or string is gone through once.
 */
function jsonKeys(head: string): string[] {
  const keys: string[] = [];
  let depth = 0;
  for (const [token, quoted, plain] of head.matchAll(
    /"((?:[^"\\]|\\.)*)"(?:\s*:)?|"|([A-Za-z_][\w-]*)(?:\s*:)?|[{}[\]]/g,
  )) {
    if (token === '"') break;
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (depth === 1 && token.endsWith(':')) {
      const key = quoted ?? plain ?? '';
      keys.push(key);
      if (deciding.has(key) || keys.length === mostKeys) break;
    }
  }
  return keys;
}

function yamlKeys(head: string): string[] {
  const keys: string[] = [];
  for (const [, quoted, plain] of head.matchAll(/^(?:["']([\w-]+)["']|([A-Za-z_][\w-]*))\s*:(?=\s|$)/gm)) {
    const key = quoted ?? plain ?? '';
    keys.push(key);
    if (deciding.has(key) || keys.length === mostKeys) break;
  }
  return keys;
}

/** What was found, for people: `XML with the root element <kml>`. */
export function describeSketch({ syntax, root, keys, head }: Sketch): string {
  switch (syntax) {
    case 'empty':
      return 'nothing';
    case 'xml':
      if (root === 'Workbook' || (root?.toLowerCase() === 'html' && /<table/i.test(head)))
        return `a ${root === 'Workbook' ? 'spreadsheet' : 'table'} in ${root === 'Workbook' ? 'XML' : 'a web page'}, which must be saved as CSV`;
      if (root?.toLowerCase() === 'html') return 'a web page';
      return root === null ? 'XML without an element' : `XML with the root element <${root.slice(0, 40)}>`;
    case 'json':
      if (head.startsWith('[')) return 'a JSON list';
      return keys.length === 0 ? 'JSON without keys' : `JSON with the keys ${listed(keys)}`;
    case 'text':
      if (keys.length > 0) return `YAML with the keys ${listed(keys)}`;
      return `text that begins “${(head.split('\n', 1)[0] ?? '').slice(0, 40)}”`;
  }
}

function listed(keys: readonly string[]): string {
  const first = keys.slice(0, 5).map((key) => key.slice(0, 40));
  return keys.length > 5 ? `${first.join(', ')}, …` : first.join(', ');
}
