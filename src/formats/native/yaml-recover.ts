import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import type { Tree } from '../tree/document.ts';
import type { Entry, Node } from '../tree/node.ts';
import { parseYaml, YamlError } from '../tree/yaml.ts';
import { holdsText } from './text-keys.ts';

/** A YAML text to a tree; past a syntax error, every note that can still be read. */
export function readYamlTree(text: string): Tree {
  try {
    return parseYaml(text, { holdsText });
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return recovered(text) ?? { root: null, diagnostics: [syntaxError(error, text)] };
  }
}

/** Reads the header and each item under `notes:` for itself. Null when the text has no such list. */
function recovered(text: string): Tree | null {
  const parts = partsOf(text);
  if (parts === null) return null;
  const diagnostics: Diagnostic[] = [];
  const read = ({ start, end }: Part): Node | null => {
    try {
      const tree = parseYaml(text.slice(start, end), { offset: start, holdsText });
      diagnostics.push(...tree.diagnostics);
      return tree.root;
    } catch (error) {
      if (!(error instanceof YamlError)) throw error;
      diagnostics.push(syntaxError(error, text));
      return null;
    }
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

function syntaxError(error: YamlError, text: string): Diagnostic {
  const at = Math.min(error.offset, text.length);
  const span = { start: at, end: Math.min(at + 1, text.length) };
  if (error.message.startsWith('nesting exceeded')) {
    return problem('too-deep', { message: 'lists and mappings are nested too deep', span });
  }
  return problem('syntax', {
    message: `this is not YAML: ${error.message}`,
    span,
    help: helpFor(error, text, at),
  });
}

function helpFor(error: YamlError, text: string, at: number): string | null {
  if (error.message.includes('tab characters')) return 'indent with spaces, not with tabs';
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n', 1)[0] ?? '';
  if (/:\s.*:\s/.test(line)) return 'put a text with a colon in it in quotes: text: "a: b"';
  if (error.message.includes('indentation')) return 'keys of one note stand exactly below each other';
  return null;
}
