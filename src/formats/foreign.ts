/**
 * Zod pieces for the files of other programs. Each takes any value whatever and gives its type or null, so that one odd
 * field never costs a note; what a reader cannot do without, it checks and reports itself.
 */
import * as z from 'zod';

/** A finite number, also when it is written as a string (`"35.95"`). */
export const number = lenient((value) => {
  const found = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
});

/** Text; a number where text belongs is its digits. */
export const text = lenient((value) => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
});

/** True or false, also as `"true"` and 1; null says nothing. */
export const flag = lenient((value) => {
  if (value === true || value === 'true' || value === 1) return true;
  return value === false || value === 'false' || value === 0 ? false : null;
});

/** For what has several shapes and is looked at later. */
export const anything = z.unknown().optional();

/** A list; anything else is an empty one. The items are the reader's business. */
export const items = lenient((value): readonly unknown[] => (Array.isArray(value) ? value : []));

/** A mapping of the known keys; anything else has none of them. Unknown keys are left out. */
export function mapping<Shape extends z.ZodRawShape>(shape: Shape) {
  return lenient((value) => (isMapping(value) ? value : {})).pipe(z.object(shape));
}

/** The same, but null where there is no mapping at all. */
export function optionalMapping<Shape extends z.ZodRawShape>(shape: Shape) {
  return lenient((value) => (isMapping(value) ? value : null)).pipe(z.object(shape).nullable());
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lenient<T>(understand: (value: unknown) => T) {
  return z.unknown().optional().transform(understand);
}
