import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { Coordinates, LineStyle, Service, Surface, WaypointType } from '../src/model/fields.ts';
import { Kept, Note, Roadbook, Waypoint } from '../src/model/roadbook.ts';
import { Tulip, TulipPoint, TulipRoad, TulipSymbol } from '../src/model/tulip.ts';

type Schema = z.core.$ZodType;

/** The types that have a name; what has none is called by where it stands. */
const types: ReadonlyMap<Schema, string> = new Map<Schema, string>([
  [Roadbook, 'Roadbook'],
  [Note, 'Note'],
  [Waypoint, 'Waypoint'],
  [Kept, 'Kept'],
  [Coordinates, 'Coordinates'],
  [LineStyle, 'LineStyle'],
  [Service, 'Service'],
  [Surface, 'Surface'],
  [WaypointType, 'WaypointType'],
  [Tulip, 'Tulip'],
  [TulipPoint, 'TulipPoint'],
  [TulipRoad, 'TulipRoad'],
  [TulipSymbol, 'TulipSymbol'],
]);

/**
 * The source of src/model/clean.ts: what zod makes of a roadbook with nothing wrong in it, as plain code. Throws on a schema or
 * check that it does not know, so that nothing is left out in silence.
 */
export async function cleanModule(): Promise<string> {
  const functions = new Map<string, string>();
  proofOf(Roadbook, 'Roadbook', functions);
  return formatted(`${head}${[...functions.values()].join('\n\n')}\n`);
}

const head = `/**
 * Generated from roadbook.ts by \`npm run docs\`: do not edit. What zod makes of a roadbook with nothing wrong in it, as plain code
 * and many times as fast; what is wrong with another, zod says. test/model/clean.test.ts holds the two against each other.
 */
import type { Coordinates, LineStyle, Service, Surface, WaypointType } from './fields.ts';
import type { Kept, Note, Roadbook, Waypoint } from './roadbook.ts';
import type { Tulip, TulipPoint, TulipRoad, TulipSymbol } from './tulip.ts';

/** The roadbook, its defaults filled in; null when zod must be asked. */
export function cleanRoadbook(draft: unknown): Roadbook | null {
  return cleanRoadbookOf(draft) ?? null;
}

/** The same of a tulip. */
export function cleanTulip(draft: unknown): Tulip | null {
  return cleanTulipOf(draft) ?? null;
}

/** The same of a note's symbols. */
export function cleanSymbols(draft: unknown): Note['symbols'] | null {
  return cleanNoteSymbolsOf(draft) ?? null;
}

function isMapping(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
}

function isText(value: unknown, shortest: number, longest: number): value is string {
  return typeof value === 'string' && value.length >= shortest && value.length <= longest;
}

/** Drafts have their keys in the order of the schema, nearly always: then one look at each key is enough. */
function hasOnly(value: object, keys: readonly string[]): boolean {
  let next = 0;
  for (const key in value) {
    while (next < keys.length && keys[next] !== key) next++;
    if (next === keys.length) return Object.keys(value).every((one) => keys.includes(one));
    next++;
  }
  return true;
}

/** Undefined where an item is not clean. */
function list<T>(value: unknown, least: number, most: number, one: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || value.length < least || value.length > most) return undefined;
  const items: T[] = [];
  for (const item of value) {
    const clean = one(item);
    if (clean === undefined) return undefined;
    items.push(clean);
  }
  return items;
}

`;

/** How a value is proven clean: by a test of it, or by a function that gives a clean copy, undefined where there is none. */
type Proof = { readonly test: (value: string) => string } | { readonly copy: string };

/** Adds the functions that the proof calls. `place` stands for the type where it has no name. */
function proofOf(schema: Schema, place: string, functions: Map<string, string>): Proof {
  if (schema instanceof z.ZodNumber) return { test: (value) => numberTest(schema, value) };
  if (schema instanceof z.core.$ZodString) return { test: (value) => stringTest(schema, value) };
  if (schema instanceof z.ZodBoolean) return { test: (value) => `typeof ${value} === 'boolean'` };
  if (schema instanceof z.ZodLiteral) return { test: (value) => oneOf(value, [...schema.values]) };
  const type = types.get(schema);
  if (schema instanceof z.ZodEnum && type === undefined)
    return { test: (value) => oneOf(value, schema.options) };
  if (schema instanceof z.ZodEnum) {
    const source = `function is${type}(value: unknown): value is ${type} {\n  return ${oneOf('value', schema.options)};\n}`;
    functions.set(`is${type}`, source);
    return { test: (value) => `is${type}(${value})` };
  }
  const copy = `clean${type ?? place}Of`;
  const returns = type === undefined ? '' : `: ${type} | undefined`;
  const source = functionSource({ name: type ?? place, copy, returns }, schema, functions);
  if ((functions.get(copy) ?? source) !== source) throw new Error(`two schemas are called ${copy}`);
  functions.set(copy, source);
  return { copy };
}

function oneOf(value: string, values: readonly unknown[]): string {
  return values.map((one) => `${value} === ${JSON.stringify(one)}`).join(' || ');
}

/** A function to write: the name of what it proves, its own, and what it is declared to return. */
interface Signature {
  readonly name: string;
  readonly copy: string;
  readonly returns: string;
}

function functionSource(signature: Signature, schema: Schema, functions: Map<string, string>): string {
  if (schema instanceof z.ZodObject) return mappingSource(signature, schema, functions);
  if (schema instanceof z.ZodTuple) return pairSource(signature, schema);
  if (schema instanceof z.ZodArray) return listSource(signature, schema, functions);
  throw unknown(schema._zod.def.type);
}

function mappingSource(
  { name, copy, returns }: Signature,
  { shape, def }: z.ZodObject,
  functions: Map<string, string>,
): string {
  if (!(def.catchall instanceof z.ZodNever)) throw unknown('a mapping of any keys');
  const fields = Object.entries(shape);
  const keys = fields.map(([field]) => field);
  const read = fields.flatMap(([field, schema]) => fieldSource(name, field, schema, functions));
  return `const keysOf${name} = ${JSON.stringify(keys)};

function ${copy}(value: unknown)${returns} {
  if (!isMapping(value) || !hasOnly(value, keysOf${name})) return undefined;
  ${read.join('\n  ')}
  return { ${keys.join(', ')} };
}`;
}

/** Reads a field into a constant of its name. */
function fieldSource(owner: string, field: string, schema: Schema, functions: Map<string, string>): string[] {
  const isDefault = schema instanceof z.ZodDefault;
  const given = isDefault ? schema.def.innerType : schema;
  const isNullable = given instanceof z.ZodNullable;
  const place = `${owner}${field[0]?.toUpperCase()}${field.slice(1)}`;
  const proof = proofOf(isNullable ? given.def.innerType : given, place, functions);
  const initial = isDefault ? JSON.stringify(schema.def.defaultValue) : null;
  const isNull = isNullable && initial === 'null';
  const missing = initial === null || isNull ? '' : `value.${field} === undefined ? ${initial} : `;
  if ('test' in proof) {
    const value = `${missing}value.${field}${isNull ? ' ?? null' : ''}`;
    const not = `!(${proof.test(field)})`;
    return [
      `const ${field} = ${value};`,
      `if (${isNullable ? `${field} !== null && ${not}` : not}) return undefined;`,
    ];
  }
  const none = isNullable ? `value.${field} ${isNull ? '==' : '==='} null ? null : ` : '';
  return [
    `const ${field} = ${missing}${none}${proof.copy}(value.${field});`,
    `if (${field} === undefined) return undefined;`,
  ];
}

function pairSource({ copy, returns }: Signature, { def }: z.ZodTuple): string {
  const [first, second, ...others] = def.items;
  if (
    !(first instanceof z.ZodNumber && second instanceof z.ZodNumber) ||
    others.length > 0 ||
    def.rest !== null
  )
    throw unknown('tuple');
  return `function ${copy}(value: unknown)${returns} {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [first, second]: unknown[] = value;
  return ${numberTest(first, 'first')} && ${numberTest(second, 'second')} ? [first, second] : undefined;
}`;
}

function listSource({ name, copy }: Signature, { def }: z.ZodArray, functions: Map<string, string>): string {
  let least = 0;
  let most = Number.POSITIVE_INFINITY;
  for (const check of def.checks ?? []) {
    if (check instanceof z.core.$ZodCheckMinLength) least = check._zod.def.minimum;
    else if (check instanceof z.core.$ZodCheckMaxLength) most = check._zod.def.maximum;
    else throw unknown(check._zod.def.check);
  }
  const proof = proofOf(def.element, `${name}Item`, functions);
  const one = 'copy' in proof ? proof.copy : `(item) => (${proof.test('item')} ? item : undefined)`;
  return `function ${copy}(value: unknown) {
  return list(value, ${figure(least)}, ${figure(most)}, ${one});
}`;
}

function numberTest(schema: z.ZodNumber, value: string): string {
  const isWhole = schema instanceof z.ZodNumberFormat;
  if (isWhole && schema._zod.def.format !== 'safeint') throw unknown(schema._zod.def.format);
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  const open: string[] = [];
  for (const check of schema.def.checks ?? []) {
    const { def } = check._zod;
    if (check instanceof z.core.$ZodCheckGreaterThan) least = Number(check._zod.def.value);
    else if (check instanceof z.core.$ZodCheckLessThan) most = Number(check._zod.def.value);
    else throw unknown(def.check);
    if (!check._zod.def.inclusive) open.push(` && ${value} !== ${figure(Number(check._zod.def.value))}`);
  }
  return `${isWhole ? 'isWhole' : 'isNumber'}(${value}, ${figure(least)}, ${figure(most)})${open.join('')}`;
}

function stringTest(schema: z.core.$ZodString, value: string): string {
  const { def } = schema._zod;
  let shortest = 0;
  let longest = Number.POSITIVE_INFINITY;
  for (const check of def.checks ?? []) {
    if (check instanceof z.core.$ZodCheckMinLength) shortest = check._zod.def.minimum;
    else if (check instanceof z.core.$ZodCheckMaxLength) longest = check._zod.def.maximum;
    else throw unknown(check._zod.def.check);
  }
  const isFormat = schema instanceof z.core.$ZodStringFormat;
  if (isFormat && !(schema instanceof z.ZodISODate || schema instanceof z.ZodISODateTime))
    throw unknown(`the format ${schema._zod.def.format}`);
  const pattern = isFormat ? ` && ${schema._zod.def.pattern}.test(${value})` : '';
  return `isText(${value}, ${figure(shortest)}, ${figure(longest)})${pattern}`;
}

function figure(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return value < 0 ? 'Number.NEGATIVE_INFINITY' : 'Number.POSITIVE_INFINITY';
}

function unknown(what: string): Error {
  return new Error(`scripts/clean-module.ts does not know what zod means by ${what}`);
}

/** As the rest of the source is. */
function formatted(source: string): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const biome = join(root, 'node_modules/.bin/biome');
  const { stdout, stderr, status } = spawnSync(biome, ['format', '--stdin-file-path=src/model/clean.ts'], {
    cwd: root,
    input: source,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`biome: ${stderr}`);
  return stdout;
}
