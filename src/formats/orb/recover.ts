import type { Diagnostic } from '../../text/diagnostic.ts';
import type { Tree } from '../tree/document.ts';
import type { Entry, Node } from '../tree/node.ts';
import { parseYaml, YamlError } from '../tree/yaml.ts';
import { yamlSyntaxError } from '../tree/yaml-syntax.ts';

/** Where a word stands that may look like a number, by the key above it; null is a row that is read by itself. */
const textKeys = new Map<string | null, readonly string[]>([
  ['meta', ['id', 'title', 'event', 'date', 'version', 'openroadbook']],
  ['event', ['name', 'stage']],
  ['stages', ['id', 'name', 'description']],
  ['location', ['name']],
  ...[null, 'instructions', 'entries'].map(
    (rows) => [rows, ['id', 'note', 'notes', 'landmark', 'tags', 'symbols']] as const,
  ),
]);
const holdsText = (parent: string | null, key: string) => textKeys.get(parent)?.includes(key) ?? false;

/** A YAML text to a tree; past a syntax error, the head and every row of a main route that can still be read. */
export function readOrbTree(text: string): Tree {
  try {
    return parseYaml(text, { holdsText });
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return recovered(text) ?? { root: null, diagnostics: [yamlSyntaxError(error, text)] };
  }
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** As one stage: what stands before the first stage or entry, and each row by itself. Null where there are no rows. */
function recovered(text: string): Tree | null {
  const { key, rows } = rowParts(text);
  const first = rows[0];
  if (first === undefined) return null;
  const diagnostics: Diagnostic[] = [];
  const read = ({ start, end }: Part): Node | null => {
    try {
      const tree = parseYaml(text.slice(start, end), { offset: start, holdsText });
      diagnostics.push(...tree.diagnostics);
      return tree.root;
    } catch (error) {
      if (!(error instanceof YamlError)) throw error;
      diagnostics.push(yamlSyntaxError(error, text, start));
      return null;
    }
  };
  const headEnd = /^(?:stages|entries|instructions)[ \t]*:/m.exec(text)?.index ?? 0;
  const head = read({ start: 0, end: headEnd });
  const items = rows.flatMap((part): readonly Node[] => {
    const root = read(part);
    return root?.kind === 'list' ? root.items : [];
  });
  const end = rows.at(-1)?.end ?? first.end;
  const list: Entry = {
    key,
    keySpan: { start: headEnd, end: headEnd },
    value: { kind: 'list', items, start: first.start, end },
  };
  const entries = [...(head?.kind === 'mapping' ? head.entries : []), list];
  return { root: { kind: 'mapping', entries, start: 0, end: text.length }, diagnostics };
}

/** The dashes under `instructions:` and `entries:`, but not those of branches; by indentation alone. */
function rowParts(text: string): { key: string; rows: Part[] } {
  const rows: Part[] = [];
  let key = 'entries';
  let list: number | null = null; // indentation of the rows
  let awaited = false; // the next line decides it
  let branches: number | null = null;
  let start: number | null = null;
  const close = (end: number) => {
    if (start !== null) rows.push({ start, end });
    start = null;
  };
  for (const line of text.matchAll(/^([ \t]*)(-[ \t]|-$|)(.*)$/gm)) {
    const [, indent = '', dash = '', rest = ''] = line;
    const depth = indent.length;
    if (dash === '' && (rest === '' || rest.startsWith('#'))) continue;
    if (branches !== null && (depth < branches || (depth === branches && dash === ''))) branches = null;
    if (awaited && dash !== '') list = depth;
    awaited = false;
    if (list !== null && (depth < list || (depth === list && dash === ''))) {
      close(line.index);
      list = null;
    }
    if (depth === list && dash !== '') {
      close(line.index);
      start = line.index;
    }
    if (branches === null && list === null) {
      if (/^branches[ \t]*:/.test(rest)) branches = depth + dash.length;
      const found = /^(instructions|entries)[ \t]*:[ \t]*(?:#.*)?\r?$/.exec(rest);
      awaited = branches === null && found !== null;
      if (awaited) key = found?.[1] ?? key;
    }
  }
  close(text.length);
  return { key, rows };
}
