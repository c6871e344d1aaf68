import { type Diagnostic, mostFindings } from '../../text/diagnostic.ts';
import type { Tree } from '../tree/document.ts';
import type { Entry, Node } from '../tree/node.ts';
import { parseYaml, YamlError } from '../tree/yaml.ts';
import { yamlSyntaxError } from '../tree/yaml-syntax.ts';
import { holdsText } from './text-keys.ts';

/** A YAML text to a tree; past a syntax error, every note that can still be read. */
export function readYamlTree(text: string): Tree {
  try {
    return parseYaml(text, { holdsText });
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return recovered(text) ?? { root: null, diagnostics: [yamlSyntaxError(error, text)] };
  }
}

/** Reads the header and each item under `notes:` for itself. Null when the text has no such list. */
function recovered(text: string): Tree | null {
  const parts = partsOf(text);
  if (parts === null) return null;
  const diagnostics: Diagnostic[] = [];
  const read = (part: Part): Node | null => {
    if (diagnostics.length >= mostFindings) return null;
    const tree = mended(text, part);
    diagnostics.push(...tree.diagnostics);
    return tree.root;
  };
  const entries = parts.header.flatMap((part): readonly Entry[] => {
    const root = read(part);
    return root?.kind === 'mapping' ? root.entries : [];
  });
  const items = parts.notes.flatMap((part): readonly Node[] => {
    const root = read(part);
    return root?.kind === 'list' ? root.items : [];
  });
  const { key } = parts;
  const value: Node = { kind: 'list', items, start: key.end + 1, end: parts.notes.at(-1)?.end ?? key.end };
  const root: Node = {
    kind: 'mapping',
    entries: [...entries.filter((entry) => entry.key !== 'notes'), { key: 'notes', keySpan: key, value }],
    start: 0,
    end: text.length,
  };
  return { root, diagnostics };
}

/** So many lines of one part are given up before the whole part is. */
const mostLines = 4;

/** Reads a part; a line that makes no sense is reported and blanked out, so that the rest of its note is kept. */
function mended(text: string, { start, end }: Part): Tree {
  let part = text.slice(start, end);
  const found: Diagnostic[] = [];
  for (let lines = 0; lines <= mostLines; lines++) {
    try {
      const { root, diagnostics } = parseYaml(part, { offset: start, holdsText });
      return { root, diagnostics: [...found, ...diagnostics] };
    } catch (error) {
      if (!(error instanceof YamlError)) throw error;
      const syntax = yamlSyntaxError(error, text, start);
      // What follows from the first error is not worth telling.
      if (lines === 0) found.push(syntax);
      part = withoutLine(part, (syntax.span?.start ?? start) - start);
    }
  }
  return { root: null, diagnostics: found };
}

/** The same length with the line at `at` left blank, so that every other place stays. */
function withoutLine(part: string, at: number): string {
  const start = at <= 0 ? 0 : part.lastIndexOf('\n', at - 1) + 1;
  const end = part.indexOf('\n', at);
  const line = part.slice(start, end === -1 ? part.length : end);
  return part.slice(0, start) + ' '.repeat(line.length) + part.slice(start + line.length);
}

interface Part {
  readonly start: number;
  readonly end: number;
}

/** Cuts at `notes:` on the left margin and at every dash that stands where the first one under it does. */
function partsOf(text: string): { header: Part[]; key: Part; notes: Part[] } | null {
  const found = /^notes[ \t]*:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*?([ \t]*)-[ \t]/m.exec(text);
  if (!found) return null;
  const indent = found[1] ?? '';
  const key = { start: found.index, end: found.index + 'notes'.length };
  const first = found.index + found[0].length - indent.length - 2;
  const after = /^(?:[^\s#-]|-(?=\S))/gm;
  after.lastIndex = first + 1;
  const end = after.exec(text)?.index ?? text.length;
  const dash = new RegExp(`^${indent}-(?=\\s)`, 'gm');
  dash.lastIndex = first;
  const starts: number[] = [];
  for (let item = dash.exec(text); item && item.index < end; item = dash.exec(text)) starts.push(item.index);
  const notes = starts.map((start, i) => ({ start, end: starts[i + 1] ?? end }));
  return {
    header: [
      { start: 0, end: found.index },
      { start: end, end: text.length },
    ],
    key,
    notes,
  };
}
