import type { Path } from '../../model/reading.ts';
import type { Span } from '../../text/span.ts';

/** A value of a YAML or JSON document with its place: offsets into the text. */
export type Node = ScalarNode | ListNode | MappingNode;

export interface ScalarNode extends Span {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface ListNode extends Span {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface MappingNode extends Span {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}

/** The plain value of a tree; of equal keys the first counts. */
export function plainOf(node: Node): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(plainOf);
    case 'mapping': {
      const value: Record<string, unknown> = {};
      for (const entry of node.entries) {
        if (!Object.hasOwn(value, entry.key)) value[entry.key] = plainOf(entry.value);
      }
      return value;
    }
  }
}

/** A plain value and its places put together: start and end of every value and, before the values of a mapping, of each key. */
export function nodeOf(value: unknown, places: Iterator<number>): Node {
  const span = nextSpan(places);
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((item: unknown) => nodeOf(item, places)), ...span };
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, inner]: [string, unknown]): Entry => {
      const keySpan = nextSpan(places);
      return { key, keySpan, value: nodeOf(inner, places) };
    });
    return { kind: 'mapping', entries, ...span };
  }
  const isWord = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { kind: 'scalar', value: isWord ? value : null, ...span };
}

function nextSpan(places: Iterator<number>): Span {
  const start: unknown = places.next().value;
  const end: unknown = places.next().value;
  return { start: Number(start), end: Number(end) };
}

/** The entry of a mapping, or the item of a list; null when there is none. */
export function child(node: Node, step: string | number): Node | null {
  if (node.kind === 'list') return typeof step === 'number' ? (node.items[step] ?? null) : null;
  return entryOf(node, step)?.value ?? null;
}

/** The place of the value at `path` or, with `key`, of the key it stands under; else of the nearest ancestor there is. */
export function placeOf(root: Node, path: Path, part: 'value' | 'key'): Span {
  let node = root;
  let key: Span | null = null;
  for (const step of path) {
    const next = child(node, step);
    if (next === null) return spanOf(node);
    key = entryOf(node, step)?.keySpan ?? null;
    node = next;
  }
  return part === 'key' && key ? key : spanOf(node);
}

function entryOf(node: Node, key: string | number): Entry | null {
  if (node.kind !== 'mapping') return null;
  return node.entries.find((entry) => entry.key === key) ?? null;
}

function spanOf({ start, end }: Node): Span {
  return { start, end };
}
