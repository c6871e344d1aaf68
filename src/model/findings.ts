import type * as z from 'zod';
import { type Diagnostic, problem } from '../text/diagnostic.ts';
import { forTerminal } from '../text/escape.ts';
import { nearest } from '../text/nearest.ts';
import type { ProblemName } from '../text/problems.ts';
import type { Say } from './lenient.ts';
import type { Locate, Path } from './reading.ts';
import { fieldAt, keysAt } from './schema-at.ts';
import type { Issue } from './settle.ts';

/** The bad value's address, and what is needed to speak about it. */
export interface Place {
  readonly schema: z.ZodType;
  readonly path: Path;
  readonly locate: Locate;
  readonly say: Say;
}

/** A schema's issue as a diagnostic: what must stand here, and what does. */
export function describe(issue: Issue, { schema, path, locate, say }: Place): Diagnostic {
  const what = say(path);
  const { input } = issue;
  const field = fieldAt(schema, path);
  const finding = (name: ProblemName, message: string, help: string | null = null) =>
    problem(name, { message, span: locate(path), help: field?.help ?? help });
  if (input === undefined) return finding('missing-value', `${what} is missing`, `give ${expected(issue)}`);
  if (typeof input === 'number' && !Number.isFinite(input)) {
    return finding('not-finite', `${what} must be a finite number, not ${input}`);
  }
  const outside = field?.problem ?? 'value-out-of-range';
  switch (issue.code) {
    case 'misfit':
    case 'invalid_value': {
      const name = issue.values.length === 0 ? 'wrong-type' : (field?.problem ?? 'unknown-value');
      if (issue.values.length === 0)
        return finding(name, `${what} must be ${expected(issue)}, not ${shown(input)}`, hint(input));
      const words = issue.values.map(String);
      const meant = typeof input === 'string' ? nearest(input, words) : null;
      const help = meant === null ? `one of: ${words.join(', ')}` : `did you mean ${quoted(meant)}?`;
      return finding(name, `${what} cannot be ${shown(input)}`, help);
    }
    case 'invalid_type': {
      const isNumber = typeof input === 'number' && (issue.expected === 'int' || issue.expected === 'number');
      const message = `${what} must be ${expected(issue)}, not ${shown(input)}`;
      return finding(isNumber ? outside : 'wrong-type', message, hint(input));
    }
    case 'too_small':
    case 'too_big':
      return finding(outside, `${what} must ${limit(issue)}, not ${counted(input)}`);
    case 'invalid_format': {
      const { help, name } = formats[issue.format] ?? { help: null, name: outside };
      return finding(name, `${what} cannot be ${shown(input)}`, help);
    }
    case 'custom':
      return finding(outside, `${what}: ${issue.message}`);
    default:
      return finding(outside, `${what} cannot be ${shown(input)}`);
  }
}

const formats: Readonly<Record<string, { name: ProblemName; help: string }>> = {
  date: { name: 'bad-date', help: 'write a day of the calendar as 2026-10-12' },
  datetime: { name: 'bad-date', help: 'write a time with its zone, as 2026-10-12T07:40:00Z' },
};

/** So many unknown keys of one mapping are named; more are counted. */
const mostKeys = 20;

export function unknownKeys(keys: readonly string[], { schema, path, locate, say }: Place): Diagnostic[] {
  const valid = keysAt(schema, path);
  const found = keys.slice(0, mostKeys).map((key) => {
    const meant = nearest(key, valid);
    return problem('unknown-key', {
      message: `${say(path)}: unknown key ${quoted(key)}`,
      span: locate([...path, key], 'key'),
      help: meant === null ? `valid here: ${byHand(valid).join(', ')}` : `did you mean ${quoted(meant)}?`,
    });
  });
  if (keys.length > mostKeys) {
    const message = `${say(path)} has ${keys.length - mostKeys} more unknown keys`;
    found.push(problem('unknown-key', { message, span: locate(path) }));
  }
  return found;
}

/** The keys that people write; the model's own names go without saying. */
function byHand(keys: readonly string[]): readonly string[] {
  const plain = keys.filter((key) => key === key.toLowerCase());
  return plain.length === 0 ? keys : plain;
}

const kindNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a mapping',
};

/** What would be right: `a number or a mapping`. */
function expected(issue: Issue): string {
  const kinds = issue.code === 'misfit' ? issue.kinds : issue.code === 'invalid_type' ? [issue.expected] : [];
  const named = new Set(kinds.map((kind) => kindNames[kind] ?? `a ${kind}`));
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  return [...named].join(' or ') || 'a value';
}

/** For what people write where a number or a truth value must stand. */
function hint(input: unknown): string | null {
  if (typeof input !== 'string' || input.length > 60) return null;
  const [, whole, decimals = ''] = /^\s*([-+]?\d+)(?:[.,](\d+))?\s*[\p{L}°'"/%]*\s*$/u.exec(input) ?? [];
  if (whole !== undefined) return `write the number alone: ${whole}${decimals && `.${decimals}`}`;
  if (/^[\w-]+:\S/.test(input)) return 'put a space behind the colon';
  if (/^(?:yes|on|y)$/i.test(input)) return 'write true';
  if (/^(?:no|off|n)$/i.test(input)) return 'write false';
  return null;
}

function limit(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const [amount, word] =
    issue.code === 'too_small'
      ? [issue.minimum, issue.inclusive === false ? 'more than' : 'at least']
      : [issue.maximum, issue.inclusive === false ? 'less than' : 'at most'];
  if (issue.origin === 'string') return `have ${word} ${amount} ${amount === 1 ? 'character' : 'characters'}`;
  if (issue.origin === 'array') return `have ${word} ${amount} ${amount === 1 ? 'item' : 'items'}`;
  return `be ${word} ${amount}`;
}

/** What was found, for a limit. */
function counted(input: unknown): string {
  return typeof input === 'string' || Array.isArray(input) ? String(input.length) : shown(input);
}

function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return `“${forTerminal(short)}”`;
}

/** A value as a message shows it: short, on one line. */
function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  return value === null ? 'empty' : String(value);
}
