import type { Roadbook } from '../../model/roadbook.ts';
import {
  composeHeader,
  composeNote,
  composeTrack,
  composeTrackText,
  Plain,
  type Scalar,
  type Tree,
  type Value,
} from './compose.ts';
import { block, figure, fitsBlock, oneLine } from './yaml-text.ts';

/** What fits this many columns stands on one line, in brackets. */
const width = 120;

/** A roadbook as one would write it by hand: a blank line between notes, short things on one line. */
export function writeYaml(roadbook: Roadbook): string {
  const { kept, ...header } = composeHeader(roadbook);
  const track = composeTrackText(roadbook.track) ?? composeTrack(roadbook.track);
  const notes = roadbook.notes.map((note, i) => noteText(composeNote(note, i, roadbook)));
  const head = entries(header, '');
  const tail = entries({ track, kept }, '');
  const list = notes.length === 0 ? 'notes: []\n' : `notes:\n${notes.join('\n')}`;
  return head + list + (tail === '' ? '' : `\n${tail}`);
}

function noteText(note: Tree): string {
  const lines = entries(note, '    ');
  return lines === '' ? '  - {}\n' : `  - ${lines.slice(4)}`;
}

/** `key: value` for each that has one, each line ended. */
function entries(tree: Tree, indent: string): string {
  let text = '';
  for (const key in tree) {
    const value = tree[key];
    if (value !== null && value !== undefined)
      text += `${indent}${key}:${after(value, indent, key.length + 1)}\n`;
  }
  return text;
}

/** What follows `key:` or `-`, of which `taken` columns behind the indent are used. */
function after(value: Value, indent: string, taken: number): string {
  if (typeof value === 'string' && fitsBlock(value)) return ` ${block(value, `${indent}  `)}`;
  if (isScalar(value)) return ` ${scalar(value, false)}`;
  const line = inBrackets(value);
  if (line !== null && indent.length + taken + 1 + line.length <= width) return ` ${line}`;
  return `\n${isList(value) ? items(value, `${indent}  `) : entries(value, `${indent}  `).slice(0, -1)}`;
}

function items(values: readonly Value[], indent: string): string {
  return values
    .map((value) => {
      const written = after(value, indent, 1);
      // A mapping begins on the line of its dash.
      return isScalar(value) || isList(value) || !written.startsWith('\n')
        ? `${indent}-${written}`
        : `${indent}- ${written.slice(indent.length + 3)}`;
    })
    .join('\n');
}

/** On one line; null when something in it needs more. */
function inBrackets(value: Value): string | null {
  if (typeof value === 'string' && fitsBlock(value)) return null;
  if (isScalar(value)) return scalar(value, true);
  if (isList(value)) {
    const parts = value.map(inBrackets);
    return parts.includes(null) ? null : `[${parts.join(', ')}]`;
  }
  const parts: string[] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (inner === null || inner === undefined) continue;
    const line = inBrackets(inner);
    if (line === null) return null;
    parts.push(`${key}: ${line}`);
  }
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function scalar(value: Scalar, inFlow: boolean): string {
  if (typeof value === 'string') return oneLine(value, inFlow);
  if (typeof value === 'number') return figure(value);
  return typeof value === 'boolean' ? String(value) : value.text;
}

function isScalar(value: Value): value is Scalar {
  return typeof value !== 'object' || value instanceof Plain;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
