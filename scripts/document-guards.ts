import * as z from 'zod';
import { HeaderDocument, NoteDocument } from '../src/formats/native/document.ts';
import { formatted } from './formatted.ts';

type Schema = z.core.$ZodType;

/**
 * The source of src/formats/native/guards.ts: whether zod would find nothing wrong with a document, as plain code. Stricter than
 * zod where that is simpler. Throws on a schema or check that it does not know, so that nothing is left out in silence.
 */
export async function documentGuards(): Promise<string> {
  const guards = new Guards();
  const note = guards.test(NoteDocument, 'value', 'Note');
  const header = guards.test(HeaderDocument, 'value', 'Header');
  return formatted(
    'src/formats/native/guards.ts',
    `${head}
/** A note with nothing wrong in it; others may be right as well. */
export function isCleanNote(value: unknown): value is NoteDocument {
  return ${note};
}

/** A header with nothing wrong in it; others may be right as well. */
export function isCleanHeader(value: unknown): value is HeaderDocument {
  return ${header};
}

${guards.source}`,
  );
}

const head = `/**
 * Generated from document.ts by \`npm run docs\`: do not edit. Whether zod would find nothing wrong with a document and change
 * nothing in it, as plain code and many times as fast. test/formats/native/guards.test.ts holds the two against each other.
 */
import type { HeaderDocument, NoteDocument } from './document.ts';
`;

/** Writes a function for each list and mapping; what is alike is written once. */
class Guards {
  private readonly functions = new Map<string, string>();

  get source(): string {
    return [...this.functions]
      .map(([body, name]) => `function ${name}(value: unknown): boolean {${body}}\n`)
      .join('\n');
  }

  /** An expression that tells whether a value is clean. `place` is a name for its function. */
  test(schema: Schema, value: string, place: string): string {
    if (schema instanceof z.ZodOptional)
      return `(${value} === undefined || ${this.test(schema.def.innerType, value, place)})`;
    if (schema instanceof z.ZodNullable)
      return `(${value} === null || ${this.test(schema.def.innerType, value, place)})`;
    // Left out, zod would fill it in.
    if (schema instanceof z.ZodDefault) return this.test(schema.def.innerType, value, place);
    if (schema instanceof z.ZodUnion)
      return `(${schema.def.options.map((one) => this.test(one, value, place)).join(' || ')})`;
    if (schema instanceof z.ZodNumber) return numberTest(schema, value);
    if (schema instanceof z.core.$ZodString) return stringTest(schema, value);
    if (schema instanceof z.ZodBoolean) return `typeof ${value} === 'boolean'`;
    if (schema instanceof z.ZodLiteral) return oneOf(value, [...schema.values]);
    if (schema instanceof z.ZodEnum && schema.options.length < 4) return oneOf(value, schema.options);
    return `${this.nameOf(this.body(schema, place), place)}(${value})`;
  }

  private nameOf(body: string, place: string): string {
    const taken = new Set(this.functions.values());
    let name = `is${place}`;
    while (taken.has(name)) name += 'Too';
    this.functions.set(body, this.functions.get(body) ?? name);
    return this.functions.get(body) ?? name;
  }

  private body(schema: Schema, place: string): string {
    if (schema instanceof z.ZodObject) return this.mappingBody(schema, place);
    if (schema instanceof z.ZodArray) return this.listBody(schema, place);
    if (schema instanceof z.ZodTuple) return this.tupleBody(schema, place);
    if (schema instanceof z.ZodEnum) return `return ${oneOf('value', schema.options)};`;
    throw unknown(schema._zod.def.type);
  }

  private mappingBody({ shape, def }: z.ZodObject, place: string): string {
    if (!(def.catchall instanceof z.ZodNever)) throw unknown('a mapping of any keys');
    // What a check of the whole mapping complains about is left to zod.
    const checked = new Set(def.checks?.map(checkedField));
    const fields = Object.entries(shape).filter(([key]) => !checked.has(key));
    const cases = fields.map(([key, schema]) => {
      const test = this.test(schema, 'inner', `${place}${camel(key)}`);
      return `case ${JSON.stringify(key)}: if (!(${test})) return false; break;`;
    });
    const required = fields.filter(
      ([, schema]) => !schema.safeParse(undefined).success || schema instanceof z.ZodDefault,
    );
    const present = required.map(([key]) => `Object.hasOwn(value, ${JSON.stringify(key)})`);
    return `
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const key in value) {
    const inner: unknown = value[key as keyof typeof value];
    switch (key) {
      ${cases.join('\n')}
      default: return false;
    }
  }
  return ${present.join(' && ') || 'true'};
`;
  }

  private listBody({ def }: z.ZodArray, place: string): string {
    const bounds = (def.checks ?? []).map((check) => {
      if (check instanceof z.core.$ZodCheckMinLength) return ` && value.length >= ${check._zod.def.minimum}`;
      if (check instanceof z.core.$ZodCheckMaxLength) return ` && value.length <= ${check._zod.def.maximum}`;
      throw unknown(check._zod.def.check);
    });
    const test = this.test(def.element, 'item', `${place}Item`);
    return `return Array.isArray(value)${bounds.join('')} && value.every((item: unknown) => ${test});`;
  }

  private tupleBody({ def }: z.ZodTuple, place: string): string {
    if (def.rest !== null) throw unknown('a list that goes on');
    const least = def.items.findLastIndex((item) => !(item instanceof z.ZodOptional)) + 1;
    const tests = def.items.map((item, i) => ` && ${this.test(item, `value[${i}]`, `${place}${i}`)}`);
    return `return Array.isArray(value) && value.length >= ${least} && value.length <= ${def.items.length}${tests.join('')};`;
  }
}

function numberTest(schema: z.ZodNumber, value: string): string {
  const isWhole = schema instanceof z.ZodNumberFormat;
  if (isWhole && schema._zod.def.format !== 'safeint') throw unknown(schema._zod.def.format);
  const bounds = (schema.def.checks ?? []).map((check) => {
    if (check instanceof z.core.$ZodCheckGreaterThan)
      return `${value} ${check._zod.def.inclusive ? '>=' : '>'} ${Number(check._zod.def.value)}`;
    if (check instanceof z.core.$ZodCheckLessThan)
      return `${value} ${check._zod.def.inclusive ? '<=' : '<'} ${Number(check._zod.def.value)}`;
    throw unknown(check._zod.def.check);
  });
  const kind = isWhole ? `Number.isSafeInteger(${value})` : `Number.isFinite(${value})`;
  return `(${[`typeof ${value} === 'number'`, kind, ...bounds].join(' && ')})`;
}

function stringTest(schema: z.core.$ZodString, value: string): string {
  const tests = (schema._zod.def.checks ?? []).map((check) => {
    if (check instanceof z.core.$ZodCheckMinLength) return `${value}.length >= ${check._zod.def.minimum}`;
    if (check instanceof z.core.$ZodCheckMaxLength) return `${value}.length <= ${check._zod.def.maximum}`;
    if (check instanceof z.core.$ZodCheckRegex) return `${check._zod.def.pattern}.test(${value})`;
    throw unknown(check._zod.def.check);
  });
  if (schema instanceof z.ZodISODate || schema instanceof z.ZodISODateTime)
    tests.push(`${schema._zod.def.pattern}.test(${value})`);
  else if (schema instanceof z.core.$ZodStringFormat) throw unknown(`the format ${schema._zod.def.format}`);
  return `(${[`typeof ${value} === 'string'`, ...tests].join(' && ')})`;
}

function oneOf(value: string, values: readonly unknown[]): string {
  return `(${values.map((one) => `${value} === ${JSON.stringify(one)}`).join(' || ')})`;
}

/** The one field that a check of a whole mapping names. */
function checkedField({ _zod: { def } }: z.core.$ZodCheck): PropertyKey {
  const path = 'path' in def && Array.isArray(def.path) ? def.path : [];
  if (def.check !== 'custom' || path.length !== 1) throw unknown(def.check);
  return path[0];
}

function camel(key: string): string {
  return key.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '');
}

function unknown(what: string): Error {
  return new Error(`scripts/document-guards.ts does not know what zod means by ${what}`);
}
