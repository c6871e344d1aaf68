import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { Stage } from '../stage/stage.ts';
import type { Io } from './command.ts';
import { type ActLine, type CrewActs, noActs } from './crew-acts.ts';
import { readBytes } from './read-file.ts';
import { UsageError } from './usage-error.ts';

const t = z.number().nonnegative().optional();
const on = z.boolean().optional();
const Line = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('confirm'),
    t,
    /** As printed; `index` is its place among the notes, from 0. */
    note: z.number().optional(),
    index: z.int().nonnegative().optional(),
    sure: z.boolean().optional(),
  }),
  z.strictObject({ act: z.enum(['nudge', 'set', 'calibrate']), t, metres: z.number() }),
  z.strictObject({ act: z.enum(['freeze', 'reverse', 'lost']), t, on }),
  z.strictObject({ act: z.enum(['trip-reset', 'return', 'undo', 'follow']), t }),
  z.strictObject({ act: z.literal('scroll'), t, by: z.int() }),
]);

/**
 * A line of NDJSON that says an act: `{"act":"confirm","note":43}`, `{"t":61000,"act":"lost"}`, `{"act":"nudge","metres":-10}`.
 * A string says why it cannot be understood.
 */
function parseAct(line: string, stage: Stage): ActLine | string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  const parsed = Line.safeParse(json);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
  const { data } = parsed;
  const at = data.t ?? null;
  switch (data.act) {
    case 'confirm': {
      const { note, index = note === undefined ? undefined : numbered(stage, note), sure } = data;
      if (note !== undefined && index === -1) return `no note ${note}`;
      return {
        at,
        act: { type: 'confirm', ...(index !== undefined && { note: index }), ...(sure && { sure }) },
      };
    }
    case 'nudge':
    case 'set':
    case 'calibrate':
      return { at, act: { type: data.act, metres: data.metres } };
    case 'freeze':
    case 'reverse':
    case 'lost':
      return { at, act: { type: data.act, ...(data.on !== undefined && { on: data.on }) } };
    case 'scroll':
      return { at, act: { type: 'scroll', by: data.by } };
    default:
      return { at, act: { type: data.act } };
  }
}

function numbered({ notes }: Stage, number: number): number {
  return notes.findIndex((note) => note.number === number);
}

/** `--acts FILE`, read at once; `--acts -`, standard input as it comes, between a sensor's lines if `shared`. */
export async function actsOf(file: string, stage: Stage, io: Io, shared: boolean): Promise<CrewActs> {
  if (file === '-') return liveActs(stage, io.stdin, shared);
  return { ...noActs, timed: parseActs(await readBytes(file, io), stage, file) };
}

function parseActs(bytes: Uint8Array, stage: Stage, file: string): ActLine[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const acts = lines.flatMap((line, i): ActLine[] => {
    if (line.trim() === '') return [];
    const parsed = parseAct(line, stage);
    if (typeof parsed === 'string') throw new UsageError(`--acts ${file}, line ${i + 1}: ${parsed}`);
    return [parsed];
  });
  return acts.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

function liveActs(stage: Stage, stdin: Io['stdin'], shared: boolean): CrewActs {
  let take: (line: string) => void = () => {};
  return {
    timed: [],
    listen(perform, notice) {
      take = (line) => {
        const parsed = parseAct(line, stage);
        if (typeof parsed === 'string') notice(`an act that cannot be understood: ${parsed}`);
        else perform(parsed);
      };
      if (shared) return;
      createInterface({ input: stdin }).on('line', (line) => {
        if (line.trim() !== '') take(line);
      });
    },
    takes(line) {
      const crews = /^\s*\{.*"act"/.test(line);
      if (crews) take(line);
      return crews;
    },
  };
}
