import { type Mapping, Plain, type Scalar, type Value } from './value.ts';
import { block, figure, fitsBlock, oneLine } from './yaml-text.ts';

/** What fits this many columns stands on one line, in brackets. */
const width = 120;

/**
 * A mapping as YAML: `key: value` for each key that has one, each line ended, all behind `indent`; the first behind `first`.
 * Short lists and mappings stand on one line in brackets, long texts as blocks.
 */
export function yamlLines(tree: Mapping, indent: string, first = indent): string {
  let text = '';
  for (const key in tree) {
    const value = tree[key];
    if (value === null || value === undefined) continue;
    text += `${text === '' ? first : indent}${keyText(key)}:${after(value, indent, key.length + 1)}`;
  }
  return text;
}

/** A mapping in a list, on the lines from its dash on. */
export function yamlItem(tree: Mapping, indent: string): string {
  return yamlLines(tree, `${indent}  `, `${indent}- `) || `${indent}- {}\n`;
}

/** What follows `key:` or `-`, of which `taken` columns behind the indent are used, to the end of its last line. */
function after(value: Value, indent: string, taken: number): string {
  if (isScalar(value)) return ` ${blockOf(value, indent) ?? scalar(value, false)}\n`;
  const line = inBrackets(value);
  if (line !== null && indent.length + taken + 1 + line.length <= width) return ` ${line}\n`;
  const within = `${indent}  `;
  return `\n${isList(value) ? items(value, within) : yamlLines(value, within)}`;
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
    .join('');
}

/** A long text as a block below its key. */
function blockOf(value: Scalar, indent: string): string | null {
  return typeof value === 'string' && fitsBlock(value) ? block(value, `${indent}  `) : null;
}

/** On one line; null when something in it needs more. */
function inBrackets(value: Value): string | null {
  if (typeof value === 'string' && (value.length > width || fitsBlock(value))) return null;
  if (isScalar(value)) return scalar(value, true);
  return isList(value) ? listInBrackets(value) : mappingInBrackets(value);
}

function listInBrackets(values: readonly Value[]): string | null {
  let text = '';
  for (const value of values) {
    const line = inBrackets(value);
    if (line === null) return null;
    text += text === '' ? line : `, ${line}`;
  }
  return `[${text}]`;
}

function mappingInBrackets(tree: Mapping): string | null {
  let text = '';
  for (const key in tree) {
    const value = tree[key];
    if (value === null || value === undefined) continue;
    const line = inBrackets(value);
    if (line === null) return null;
    text += `${text === '' ? '' : ', '}${keyText(key)}: ${line}`;
  }
  return text === '' ? '{}' : `{ ${text} }`;
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

const plainKey = /^[a-z][a-z-]*$/;

function keyText(key: string): string {
  return plainKey.test(key) ? key : oneLine(key, true);
}
