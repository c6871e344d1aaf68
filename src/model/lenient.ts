import * as z from 'zod';
import { type Diagnostic, problem } from '../text/diagnostic.ts';
import { forTerminal } from '../text/escape.ts';
import { nearest } from '../text/nearest.ts';
import type { ProblemName } from '../text/problems.ts';
import { fieldProblem } from './fields.ts';
import type { Locate, Path } from './reading.ts';

/** Names the thing at a path for messages: `note 12: cap`. */
export type Say = (path: Path) => string;

/**
 * Parses `input` by `schema` and keeps what is good: every bad value is reported at its place and left out, so that its
 * field falls back to its default; a thing that cannot do without it goes as well. Null when nothing is left.
 * `input` must be plain data of the caller's own: it is changed.
 */
export function parseLenient<T>(
  schema: z.ZodType<T>,
  input: unknown,
  locate: Locate,
  say: Say,
): { value: T | null; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const tree = new Pruned(input);
  for (;;) {
    const result = schema.safeParse(tree.root.value, { reportInput: true });
    if (result.success) return { value: result.data, diagnostics };
    // Last first, so that leaving out an array item does not move those still to come.
    for (const issue of [...result.error.issues].reverse()) {
      for (const bad of badPlaces(issue)) {
        const path = tree.original(bad);
        if (tree.wasLeftOut(path)) {
          // Left out and now missed: reported before, so its parent goes in silence.
          if (path.length === 0) return { value: null, diagnostics };
          tree.leaveOut(bad.slice(0, -1));
          continue;
        }
        diagnostics.push(describe(issue, path, schema, locate, say));
        if (path.length === 0) return { value: null, diagnostics };
        tree.leaveOut(bad);
      }
    }
  }
}

/** A tree that loses parts and remembers which, by their first addresses. */
class Pruned {
  readonly root: { value: unknown };
  private readonly gone = new Set<string>();
  private readonly goneItems = new Map<string, number[]>();

  constructor(value: unknown) {
    this.root = { value };
  }

  /** The address a value had before array items before it went. */
  original(path: Path): Path {
    const original: (string | number)[] = [];
    for (const step of path) {
      let first = step;
      if (typeof step === 'number') {
        for (const item of this.goneItems.get(JSON.stringify(original)) ?? []) {
          if (item <= Number(first)) first = Number(first) + 1;
        }
      }
      original.push(first);
    }
    return original;
  }

  wasLeftOut(original: Path): boolean {
    return this.gone.has(JSON.stringify(original));
  }

  leaveOut(path: Path): void {
    const original = this.original(path);
    this.gone.add(JSON.stringify(original));
    let parent: unknown = this.root;
    let key: string | number = 'value';
    for (const step of path) {
      parent = typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined;
      key = step;
    }
    if (Array.isArray(parent) && typeof key === 'number') {
      parent.splice(key, 1);
      const array = JSON.stringify(original.slice(0, -1));
      const items = [...(this.goneItems.get(array) ?? []), Number(original.at(-1))];
      this.goneItems.set(
        array,
        items.sort((a, b) => a - b),
      );
    } else if (typeof parent === 'object' && parent !== null) {
      Reflect.deleteProperty(parent, key);
    }
  }
}

function badPlaces(issue: z.core.$ZodIssue): Path[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
}

function describe(
  issue: z.core.$ZodIssue,
  path: Path,
  schema: z.ZodType,
  locate: Locate,
  say: Say,
): Diagnostic {
  const span = locate(path);
  const what = say(path);
  const found = shown(issue.input);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = String(path.at(-1));
      const valid = keysAt(schema, path.slice(0, -1));
      const meant = nearest(key, valid);
      return problem('unknown-key', {
        message: `unknown key ${quoted(key)}`,
        span: locate(path, 'key'),
        help: meant ? `did you mean ${quoted(meant)}?` : `valid here: ${valid.join(', ')}`,
      });
    }
    case 'invalid_value': {
      const valid = issue.values.map(String);
      const meant = typeof issue.input === 'string' ? nearest(issue.input, valid) : null;
      return problem(issue.input === undefined ? 'missing-value' : problemAt(schema, path, 'unknown-value'), {
        message: issue.input === undefined ? `${what} is missing` : `${what} cannot be ${found}`,
        span,
        help: meant ? `did you mean ${quoted(meant)}?` : `one of: ${valid.join(', ')}`,
      });
    }
    case 'invalid_union': {
      const values = issue.errors
        .flat()
        .flatMap((e) => (e.code === 'invalid_value' ? e.values.map(String) : []));
      return problem(problemAt(schema, path, 'wrong-type'), {
        message: `${what} cannot be ${found}`,
        span,
        help: values.length > 0 ? `one of: ${values.join(', ')}` : null,
      });
    }
    case 'invalid_type': {
      if (issue.input === undefined) {
        return problem('missing-value', {
          message: `${what} is missing`,
          span,
          help: `give a ${issue.expected}`,
        });
      }
      if (typeof issue.input === 'number' && !Number.isFinite(issue.input)) {
        return problem('not-finite', { message: `${what} must be a finite number, not ${found}`, span });
      }
      const name =
        typeof issue.input === 'number' ? problemAt(schema, path, 'value-out-of-range') : 'wrong-type';
      return problem(name, {
        message: `${what} must be ${issue.expected === 'int' ? 'a whole number' : `a ${issue.expected}`}, not ${found}`,
        span,
      });
    }
    case 'too_small':
    case 'too_big': {
      const limit =
        issue.code === 'too_small'
          ? `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`
          : `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
      const counted = issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' items' : '';
      return problem(problemAt(schema, path, 'value-out-of-range'), {
        message:
          counted === '' ? `${what} must be ${limit}, not ${found}` : `${what} must have ${limit}${counted}`,
        span,
      });
    }
    case 'invalid_format':
      return problem(problemAt(schema, path, 'value-out-of-range'), {
        message: `${what} is not a valid ${issue.format}: ${found}`,
        span,
        help: formatHelp[issue.format] ?? null,
      });
    default:
      return problem(problemAt(schema, path, 'value-out-of-range'), {
        message: `${what}: ${issue.message}`,
        span,
      });
  }
}

const formatHelp: Record<string, string> = {
  date: 'write a date as 2026-10-12',
  datetime: 'write a time with its zone, as 2026-10-12T07:40:00Z',
};

function quoted(text: string): string {
  return `“${forTerminal(text.slice(0, 60))}”`;
}

/** A value as a message shows it: short, on one line. */
function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  return String(value);
}

/** The problem registered for the field at `path`, or for its nearest ancestor field. */
function problemAt(schema: z.ZodType, path: Path, otherwise: ProblemName): ProblemName {
  let name = otherwise;
  for (let depth = 0; depth <= path.length; depth++) {
    for (const field of schemasAt(schema, path.slice(0, depth))) {
      name = fieldProblem.get(field)?.problem ?? name;
    }
  }
  return name;
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  return schemasAt(schema, path).flatMap((field) =>
    field instanceof z.ZodObject ? Object.keys(field.shape) : [],
  );
}

/** Every schema that may stand at `path`, through wrappers and unions. */
function schemasAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return [...(path.length === 0 ? [schema] : []), ...schemasAt(schema.def.innerType, path)];
  }
  if (schema instanceof z.ZodPipe) return schemasAt(schema.def.in, path);
  if (schema instanceof z.ZodUnion) {
    return [...(path.length === 0 ? [schema] : []), ...schema.def.options.flatMap((o) => schemasAt(o, path))];
  }
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  if (schema instanceof z.ZodObject) {
    const field: z.core.$ZodType | undefined = schema.shape[step];
    return field ? schemasAt(field, rest) : [];
  }
  if (schema instanceof z.ZodArray) return schemasAt(schema.def.element, rest);
  if (schema instanceof z.ZodTuple && typeof step === 'number') {
    const item = schema.def.items[step];
    return item ? schemasAt(item, rest) : [];
  }
  return [];
}
