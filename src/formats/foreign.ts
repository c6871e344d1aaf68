/**
 * Zod pieces for the files of other programs. Each takes any value whatever and gives its type or null, so that one odd
 * field never costs a note; what a reader cannot do without, it checks and reports itself.
 */
import * as z from 'zod';
import { figureOf, type Measure } from './measures.ts';

/** A finite number, also when it is written as a string (`"35.95"`), with a decimal comma too. */
export const number = lenient((value) => {
  if (typeof value === 'string') return figureOf(value, null, 'metric');
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
});

/** The same, also with a metric unit behind it: `1.11 km`, `800 m`, `092°`, `0:10:00`. */
export function measured(measure: Measure) {
  return lenient((value) => {
    if (typeof value === 'string') return figureOf(value, measure, 'metric');
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  });
}

/** Text; a number where text belongs is its digits. */
export const text = lenient((value) => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
});

/** True or false, also as `"true"`, `"yes"` and 1; null says nothing. */
export const flag = lenient((value) => {
  const said = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (said === true || said === 1 || (typeof said === 'string' && yes.has(said))) return true;
  return said === false || said === 0 || (typeof said === 'string' && no.has(said)) ? false : null;
});

const yes: ReadonlySet<string> = new Set(['true', 'yes', 'y', 'on', '1']);
const no: ReadonlySet<string> = new Set(['false', 'no', 'n', 'off', '0']);

/** For what has several shapes and is looked at later. */
export const anything = z.unknown().optional();

/**
 * A list, also as the mapping from 0, 1, 2 … that some languages write for one; anything else is an empty one. The items are
 * the reader's business.
 */
export const items = lenient(listOf);

export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isMapping(value)) return [];
  const keys = Object.keys(value);
  return keys.every((key) => /^\d{1,9}$/.test(key)) ? keys.map((key) => value[key]) : [];
}

/** A mapping of the known keys; anything else has none of them. Unknown keys are left out. */
export function mapping<Shape extends z.ZodRawShape>(shape: Shape) {
  return lenient((value) => embedded(value) ?? {}).pipe(z.object(shape));
}

/** The same, but null where there is no mapping at all. */
export function optionalMapping<Shape extends z.ZodRawShape>(shape: Shape) {
  return lenient(embedded).pipe(z.object(shape).nullable());
}

/** What a mapping says by whatever keys: texts and numbers, null for anything else. */
export const words = lenient((value): Readonly<Record<string, string | null>> => {
  const said = Object.entries(embedded(value) ?? {});
  return Object.fromEntries(said.map(([key, one]) => [key, text.parse(one)]));
});

/** A mapping, also as the JSON text of one inside the JSON; null for anything else. */
export function embedded(value: unknown): Record<string, unknown> | null {
  if (isMapping(value)) return value;
  if (typeof value !== 'string' || !value.trimStart().startsWith('{')) return null;
  try {
    const inner: unknown = JSON.parse(value);
    return isMapping(inner) ? inner : null;
  } catch {
    return null;
  }
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lenient<T>(understand: (value: unknown) => T) {
  return z.unknown().optional().transform(understand);
}
