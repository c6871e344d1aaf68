import { block, figure, fitsBlock, oneLine } from '../native/yaml-text.ts';
import { type Mapping, Plain, type Scalar, type Value } from './value.ts';

/** What fits this many columns stands on one line, in brackets. */
const width = 120;

/**
 * A mapping as YAML: `key: value` for each key that has one, each line ended, all behind `indent`. Short lists and mappings
 * stand on one line in brackets, long texts as blocks. A key must be a plain word.
 */
export function yamlLines(tree: Mapping, indent: string): string {
  let text = '';
  for (const key in tree) {
    const value = tree[key];
    if (value !== null && value !== undefined)
      text += `${indent}${keyText(key)}:${after(value, indent, key.length + 1)}\n`;
  }
  return text;
}

/** What follows `key:` or `-`, of which `taken` columns behind the indent are used. */
function after(value: Value, indent: string, taken: number): string {
  if (typeof value === 'string' && fitsBlock(value)) return ` ${block(value, `${indent}  `)}`;
  if (isScalar(value)) return ` ${scalar(value, false)}`;
  const line = inBrackets(value);
  if (line !== null && indent.length + taken + 1 + line.length <= width) return ` ${line}`;
  return `\n${isList(value) ? items(value, `${indent}  `) : yamlLines(value, `${indent}  `).slice(0, -1)}`;
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
    parts.push(`${keyText(key)}: ${line}`);
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

function keyText(key: string): string {
  return /^[a-z][a-z-]*$/.test(key) ? key : oneLine(key, true);
}
