import * as z from 'zod';
import { rows, type Separator, separators } from '../formats/csv/cells.ts';
import { documentOf } from '../formats/tree/document.ts';
import { parseYaml } from '../formats/tree/yaml.ts';
import { isRecipient } from '../seal/recipient.ts';
import type { Io } from './command.ts';
import { readBytes } from './read-file.ts';
import { UsageError } from './usage-error.ts';

/** A crew and when it starts. */
export interface Starter {
  readonly crew: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  /** `age1…`, where the crew has a key of its own. */
  readonly recipient: string | null;
}

const Line = z
  .strictObject({
    crew: z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1).max(100)),
    start: z.string().trim(),
    name: z.unknown(),
    recipient: z.string().trim().nullish(),
  })
  .partial({ name: true });

/** No start list is longer. */
const mostCrews = 10_000;

/**
 * A start list: CSV with the columns `crew` and `start` (and `recipient`, `name`), or the same as a YAML or JSON list. Times
 * have a date and an offset, or are `07:41`, on the day and in the offset of the stage's own start.
 */
export async function startList(file: string, stageStart: string | null, io: Io): Promise<Starter[]> {
  const text = Buffer.from(await readBytes(file, io))
    .toString('utf8')
    .replace(/^\ufeff/, '');
  const lines = /\.(ya?ml|json)$/i.test(file) ? fromYaml(text, file) : fromCsv(text, file);
  if (lines.length === 0) throw new UsageError(`the start list '${file}' has no crew in it`);
  if (lines.length > mostCrews)
    throw new UsageError(`the start list '${file}' has more than ${mostCrews} crews`);
  const starters = lines.map((line, i) => starter(line, `${file}, crew ${i + 1}`, stageStart));
  const seen = new Set<string>();
  for (const { crew } of starters) {
    const name = fileName(crew);
    if (seen.has(name)) throw new UsageError(`the start list '${file}' has crew '${crew}' twice`);
    seen.add(name);
  }
  return starters;
}

/** A crew's name as a part of a file's: letters, figures and dashes. */
export function fileName(crew: string): string {
  return (
    crew
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '') || 'crew'
  );
}

function starter(line: unknown, where: string, stageStart: string | null): Starter {
  const parsed = Line.safeParse(line);
  if (!parsed.success)
    throw new UsageError(`${where}: needs a crew and a start: ${parsed.error.issues[0]?.message}`);
  const { crew, start, recipient } = parsed.data;
  const time = timeOf(start, stageStart);
  if (time === null)
    throw new UsageError(
      `${where}: '${start}' is no time: write 2026-10-12T07:41:00+01:00, or 07:41 if the stage has a start`,
    );
  if (recipient && !isRecipient(recipient))
    throw new UsageError(`${where}: the recipient is no age key, as age1…`);
  return { crew, start: time, recipient: recipient || null };
}

/** Milliseconds since 1970; null for what is no time. A time without an offset could mean any hour of the day, so it is none. */
export function timeOf(text: string, stageStart: string | null): number | null {
  const [, hours = '', minutes = '', seconds = '00'] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text) ?? [];
  const [, day, offset] = /^(\d{4}-\d\d-\d\d)T.*?(Z|[+-]\d\d:\d\d)$/.exec(stageStart ?? '') ?? [];
  const iso =
    hours === '' ? text.replace(' ', 'T') : `${day}T${hours.padStart(2, '0')}:${minutes}:${seconds}${offset}`;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(iso)) return null;
  const time = Date.parse(iso);
  return Number.isNaN(time) ? null : time;
}

function fromYaml(text: string, file: string): readonly unknown[] {
  try {
    const { value } = documentOf(parseYaml(text));
    const list = z
      .union([z.array(z.unknown()), z.strictObject({ crews: z.array(z.unknown()) })])
      .parse(value);
    return Array.isArray(list) ? list : list.crews;
  } catch {
    throw new UsageError(`'${file}' is no list of crews`);
  }
}

function fromCsv(text: string, file: string): unknown[] {
  const [first = ''] = text.split(/\r?\n/, 1);
  const separator = separators.reduce<Separator>(
    (best, one) => (count(first, one) > count(first, best) ? one : best),
    ',',
  );
  const [header, ...lines] = [...rows(text, separator)].map(({ cells }) =>
    cells.map((cell) => cell.text.trim()),
  );
  const names = (header ?? []).map((name) => name.toLowerCase());
  if (!names.includes('crew') || !names.includes('start'))
    throw new UsageError(`the start list '${file}' needs a first line with the columns crew and start`);
  const known = names.map((name) =>
    name === 'crew' || name === 'start' || name === 'recipient' ? name : null,
  );
  return lines
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) =>
      Object.fromEntries(known.flatMap((name, i) => (name === null ? [] : [[name, cells[i] ?? '']]))),
    );
}

function count(text: string, separator: string): number {
  return text.split(separator).length;
}
