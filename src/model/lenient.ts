import type * as z from 'zod';
import { type Diagnostic, mostFindings } from '../text/diagnostic.ts';
import { describe, type Place, unknownKeys } from './findings.ts';
import type { Locate, Path } from './reading.ts';
import { isTupleItem } from './schema-at.ts';
import { type Issue, settle } from './settle.ts';

/** Names the thing at a path for messages: `note 12: cap`. */
export type Say = (path: Path) => string;

/**
 * Parses `input` by `schema` and keeps what is good: every bad value is reported at its place and left out, so that its
 * field falls back to its default; a thing that cannot do without it goes as well. Null when nothing is left.
 * `input` must be plain data of the caller's own: it is changed. Of more than `most` findings the first are given: words for
 * those that nobody will read take longer than all the rest.
 */
export function parseLenient<T>(
  schema: z.ZodType<T>,
  input: unknown,
  locate: Locate,
  say: Say,
  most = mostFindings,
): { value: T | null; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const tree = new Pruned(input);
  for (;;) {
    const result = schema.safeParse(tree.value, { reportInput: true });
    if (result.success) return { value: result.data, diagnostics };
    for (const issue of result.error.issues.flatMap((one) => settle(one))) {
      const found = leaveOut(issue, tree, (path) => ({ schema, path, locate, say }));
      if (diagnostics.length < most) diagnostics.push(...found());
    }
    if (tree.isGone) return { value: null, diagnostics };
    tree.close();
  }
}

/** Takes the bad part out of the tree; gives what there is to say, unless that was said before. */
function leaveOut(issue: Issue, tree: Pruned, at: (path: Path) => Place): () => Diagnostic[] {
  const path = tree.original(issue.path);
  if (issue.code === 'unrecognized_keys') {
    tree.dropKeys(issue.path, issue.keys);
    return () => unknownKeys(issue.keys, at(path));
  }
  if (tree.wasLeftOut(path)) {
    // Left out and now missed: reported before, so its parent goes in silence.
    tree.leaveOut(issue.path.slice(0, -1));
    return () => [];
  }
  const place = at(path);
  // One bad coordinate leaves no place.
  const whole = isTupleItem(place.schema, path) ? issue.path.slice(0, -1) : issue.path;
  if (whole !== issue.path && tree.wasLeftOut(tree.original(whole))) return () => [];
  tree.leaveOut(whole);
  return () => [describe(issue, place)];
}

/** A tree that loses parts and remembers which, by the addresses they had at first. */
class Pruned {
  private readonly root: { value: unknown };
  /** First addresses of what is gone. */
  private readonly gone = new Set<string>();
  /** First indexes of the items that a list still has. */
  private readonly firstIndexes = new Map<unknown[], number[]>();
  /** Items to go when the round is over: until then indexes stay. */
  private readonly leaving = new Map<unknown[], Set<number>>();

  constructor(value: unknown) {
    this.root = { value };
  }

  get value(): unknown {
    return this.root.value;
  }

  get isGone(): boolean {
    return this.gone.has('[]');
  }

  /** The address a value had before list items before it went. */
  original(path: Path): Path {
    let holder: unknown = this.root.value;
    return path.map((step) => {
      const first = Array.isArray(holder) ? this.firstIndexes.get(holder)?.[Number(step)] : undefined;
      holder = inside(holder, step);
      return first ?? step;
    });
  }

  wasLeftOut(original: Path): boolean {
    return this.gone.has(JSON.stringify(original));
  }

  leaveOut(path: Path): void {
    this.gone.add(JSON.stringify(this.original(path)));
    const key = path.at(-1);
    if (key === undefined) return;
    const holder = path.slice(0, -1).reduce<unknown>(inside, this.root.value);
    if (Array.isArray(holder)) {
      const items = this.leaving.get(holder) ?? new Set();
      this.leaving.set(holder, items.add(Number(key)));
    } else if (typeof holder === 'object' && holder !== null) {
      Reflect.deleteProperty(holder, key);
    }
  }

  /** Keys that no schema asks for need not be remembered. */
  dropKeys(path: Path, keys: readonly string[]): void {
    const holder = path.reduce<unknown>(inside, this.root.value);
    if (typeof holder !== 'object' || holder === null) return;
    for (const key of keys) Reflect.deleteProperty(holder, key);
  }

  /** Ends a round: list items that were left out go, and the others move up. */
  close(): void {
    for (const [list, items] of this.leaving) {
      const first = this.firstIndexes.get(list) ?? list.map((_, i) => i);
      const staying = list.map((item, i) => [item, first[i] ?? i] as const).filter((_, i) => !items.has(i));
      list.splice(0, list.length, ...staying.map(([item]) => item));
      this.firstIndexes.set(
        list,
        staying.map(([, i]) => i),
      );
    }
    this.leaving.clear();
  }
}

function inside(holder: unknown, step: string | number): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, step) : undefined;
}
