import * as z from 'zod';
import { fieldProblem } from './fields.ts';
import type { Path } from './reading.ts';

type Schema = z.core.$ZodType;

/** What is registered for the field at `path`, or for the nearest field above it. */
export function fieldAt(schema: Schema, path: Path): ReturnType<typeof fieldProblem.get> {
  for (let length = path.length; length > 0; length--) {
    for (const field of schemasAt(schema, path.slice(0, length))) {
      const found = fieldProblem.get(field);
      if (found) return found;
    }
  }
  return undefined;
}

/** The keys that the mapping at `path` may have. */
export function keysAt(schema: Schema, path: Path): string[] {
  return schemasAt(schema, path).flatMap((field) =>
    field instanceof z.ZodObject ? Object.keys(field.shape) : [],
  );
}

/** Whether the value at `path` is a part of a list of fixed length. */
export function isTupleItem(schema: Schema, path: Path): boolean {
  const isItem = typeof path.at(-1) === 'number';
  return isItem && schemasAt(schema, path.slice(0, -1)).some((holder) => holder instanceof z.ZodTuple);
}

/** Every schema that may stand at `path`, through wrappers and unions, the outer ones first. */
function schemasAt(schema: Schema, path: Path): Schema[] {
  const here = path.length === 0 ? [schema] : [];
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return [...here, ...schemasAt(schema.def.innerType, path)];
  }
  if (schema instanceof z.ZodUnion) {
    return [...here, ...schema.def.options.flatMap((option) => schemasAt(option, path))];
  }
  const [step, ...rest] = path;
  if (step === undefined) return here;
  const inner = innerAt(schema, step);
  return inner ? schemasAt(inner, rest) : [];
}

function innerAt(schema: Schema, step: string | number): Schema | undefined {
  if (schema instanceof z.ZodObject)
    return Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined;
  if (schema instanceof z.ZodArray) return schema.def.element;
  return schema instanceof z.ZodTuple ? schema.def.items[Number(step)] : undefined;
}
