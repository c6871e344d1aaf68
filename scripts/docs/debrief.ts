import * as z from 'zod';
import { Debrief } from '../../src/debrief/debrief.ts';

/** docs/debrief.md: the shape of `debrief --format json`, from its schema. */
export async function debriefDocument(): Promise<string> {
  return `${[
    '# The debrief as data',
    'Made from `src/debrief/debrief.ts` by `npm run docs`. `roadbook debrief FILE --format json` prints one object of this shape; `debrief` is its version, which changes when a field changes its meaning or goes. Distances are metres, speeds km/h, times milliseconds since the run began, whatever the page prints; unknown is `null`.',
    ['| field | type | what it is |', '|---|---|---|', ...rowsOf(Debrief, '')].join('\n'),
  ].join('\n\n')}\n`;
}

function rowsOf(schema: z.ZodObject, path: string): string[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const { inner, kind } = unwrapped(field);
    const place = `${path}${name}`;
    const row = `| \`${place}\` | ${kind} | ${descriptionOf(field)} |`;
    return inner instanceof z.ZodObject ? [row, ...rowsOf(inner, `${place}.`)] : [row];
  });
}

/** The object or figure inside arrays and nulls, and the whole in words. */
function unwrapped(field: unknown): { inner: unknown; kind: string } {
  if (field instanceof z.ZodNullable) {
    const { inner, kind } = unwrapped(field.unwrap());
    return { inner, kind: `${kind} or null` };
  }
  if (field instanceof z.ZodArray) {
    const { inner } = unwrapped(field.element);
    return { inner, kind: 'list' };
  }
  if (field instanceof z.ZodObject) return { inner: field, kind: 'object' };
  if (field instanceof z.ZodEnum)
    return { inner: field, kind: field.options.map((one) => `\`${one}\``).join(', ') };
  if (field instanceof z.ZodLiteral) return { inner: field, kind: `\`${[...field.values].join('`, `')}\`` };
  if (field instanceof z.ZodString) return { inner: field, kind: 'text' };
  if (field instanceof z.ZodBoolean) return { inner: field, kind: 'true or false' };
  return { inner: field, kind: 'number' };
}

/** What is said of the field itself, else of what it wraps. */
function descriptionOf(field: unknown): string {
  if (!(field instanceof z.ZodType)) return '';
  if (field.description !== undefined) return field.description;
  if (field instanceof z.ZodNullable) return descriptionOf(field.unwrap());
  return field instanceof z.ZodArray ? descriptionOf(field.element) : '';
}
