import { InvalidArgumentError, Option, type Command as Verb } from 'commander';
import { findFiles } from '../check/files.ts';
import { formats } from '../formats/registry.ts';
import type { Language } from '../model/lexicon.ts';
import { type Drill, drillNames, drills } from '../rehearse/drill.ts';
import { neediest } from '../rehearse/history.ts';
import { type Rehearsal, rehearsal } from '../rehearse/rehearsal.ts';
import type { Stage } from '../stage/stage.ts';
import { forTerminal } from '../text/escape.ts';
import { languages } from '../voice/phrases.ts';
import { type CockpitLook, cockpitOptions } from './cockpit-options.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { type Speed, speed } from './drive-options.ts';
import { openStage } from './open-stage.ts';
import { type OpeningOptions, openingOptions } from './opening-options.ts';
import { oneOf } from './options.ts';
import { quiz } from './quiz.ts';
import { rehearseHeadless, rehearseInCockpit } from './rehearsal-drive.ts';
import { history, historyLines, keepScore } from './rehearsal-history.ts';
import { scoreText } from './rehearsal-words.ts';
import { UsageError } from './usage-error.ts';

interface RehearseOptions extends OpeningOptions, CockpitLook {
  readonly drill: Drill | 'quiz';
  readonly speed: Speed;
  readonly notes?: readonly [number, number];
  readonly seed?: number;
  readonly count: number;
  readonly language: Language;
  readonly headless?: true;
  readonly presses?: string;
  readonly history?: true;
}

export const command: Command<[file: string | undefined], RehearseOptions> = {
  configure(verb: Verb) {
    verb
      .argument('[file]', 'a roadbook, or a folder of them: the one that needs it most')
      .option('--drill <drill>', 'what to train; see below', oneOf([...drillNames, 'quiz']), 'call')
      .addOption(
        new Option('--speed <speed>', 'speed of the car (90, 56mph) or of time (4x); may be given twice')
          .argParser(speed)
          .default({ kmh: 90, rate: 1 }, '90 at 1x'),
      )
      .option('--notes <numbers>', 'only from one note to another, as printed: 40-60', range)
      .option('--seed <number>', 'the same wrong turns and questions again', whole)
      .option('--count <questions>', 'questions of the quiz', whole, 10)
      .option('--language <language>', `of the quiz: ${languages.join(', ')}`, oneOf(languages), 'en')
      .option('--headless', 'no cockpit: marks as NDJSON, as fast as it goes')
      .option('--presses <file>', 'with --headless: what the crew presses, NDJSON; - for standard input')
      .option('--history', 'show earlier scores, of the roadbooks named or of all, and rehearse nothing');
    cockpitOptions(verb);
    openingOptions(verb).addHelpText('after', help());
  },

  async run([file], options, io): Promise<ExitCode> {
    if (options.history) return scores(file, options, io);
    if (file === undefined) throw new UsageError('name a roadbook, or a folder of them');
    const found = await stagesOf(file, options, io);
    if (found.length === 0) return 1;
    const seed = options.seed ?? Date.now() % 1_000_000;
    const stages = found.map(({ stage }) => stage);
    if (options.drill === 'quiz') return asked(stages, { ...options, seed }, io);
    const stage = neediest(await history(io), options.drill, stages);
    const chosen = found.find((one) => one.stage === stage);
    return chosen === undefined ? 1 : drilled(chosen, options.drill, { ...options, seed }, io);
  },
};

/** Earlier scores: of the stages named, or of all. */
async function scores(file: string | undefined, options: RehearseOptions, io: Io): Promise<ExitCode> {
  const { rehearsals, entries } = await history(io);
  const named = file === undefined ? null : await stagesOf(file, options, io);
  if (named?.length === 0) return 1;
  const wanted = entries.filter(
    ({ fingerprint }) => named?.some(({ stage }) => stage.fingerprint === fingerprint) ?? true,
  );
  const lines = historyLines({ rehearsals, entries: wanted });
  io.stdout.write(`${lines.length > 0 ? lines.join('\n') : 'nothing was rehearsed yet'}\n`);
  return 0;
}

type Seeded = RehearseOptions & { readonly seed: number };

async function drilled({ file, stage }: Found, drill: Drill, options: Seeded, io: Io): Promise<ExitCode> {
  const { from, to } = partOf(stage, options.notes);
  const { speed, seed } = options;
  const run = rehearsal(stage, { drill, speedKmh: speed.kmh, from, to, seed });
  const cockpit = !options.headless && io.stdin.isTTY === true && io.stdout.isTTY === true;
  if (!cockpit && !options.headless) io.stderr.write('not a terminal: rehearsing headless\n');
  if (cockpit) await rehearseInCockpit({ file, stage }, drill, run, { ...options, rate: speed.rate }, io);
  else await rehearseHeadless(stage, run, options.presses, io);
  return closed(stage, drill, run, { options, from, to, cockpit }, io);
}

async function closed(
  stage: Stage,
  drill: Drill,
  run: Rehearsal,
  { options, from, to, cockpit }: { options: Seeded; from: number; to: number; cockpit: boolean },
  io: Io,
): Promise<ExitCode> {
  const { score } = run;
  const say = (text: string) => (cockpit ? io.stdout : io.stderr).write(`${forTerminal(text)}\n`);
  if (!cockpit) {
    const about = { title: stage.title, fingerprint: stage.fingerprint, drill, seed: options.seed };
    io.stdout.write(`${JSON.stringify({ summary: { ...about, ...score } })}\n`);
  }
  if (score.points === null) {
    say('nothing was rehearsed: there is no score');
    return 0;
  }
  const text = `${stage.title}, ${scoreText(score, drill)}`;
  if (!score.tried) {
    say(`${text} (not kept: nothing was pressed)`);
    return 0;
  }
  const entry = {
    date: new Date().toISOString(),
    drill,
    fingerprint: stage.fingerprint,
    title: stage.title,
    notes: [stage.notes[from]?.number ?? 0, stage.notes[to]?.number ?? 0] as [number, number],
    speedKmh: options.speed.kmh,
    points: score.points,
  };
  say(`${text} (${await keepScore(entry, io)})`);
  return 0;
}

async function asked(stages: readonly Stage[], options: Seeded, io: Io): Promise<ExitCode> {
  const { asked, right } = await quiz(stages, options, io);
  if (asked === 0) return 0;
  const points = Math.round((right / asked) * 100);
  const title = `the lexicon in ${options.language}`;
  const entry = {
    date: new Date().toISOString(),
    drill: 'quiz' as const,
    fingerprint: null,
    title,
    notes: null,
    speedKmh: null,
    points,
  };
  io.stdout.write(`\n${right} of ${asked} right, ${points} % (${await keepScore(entry, io)})\n`);
  return 0;
}

/** A stage, and the file that it was read from. */
export interface Found {
  readonly file: string;
  readonly stage: Stage;
}

/** The stages of a file or a folder; those that cannot be driven are said. */
async function stagesOf(file: string, options: OpeningOptions, io: Io): Promise<Found[]> {
  if (file === '-') {
    const stage = await openStage(file, io, options);
    return stage ? [{ file, stage }] : [];
  }
  const extensions = formats.filter(({ reads }) => reads).flatMap((format) => format.extensions);
  const { files, missing } = await findFiles(file, extensions, io.cwd);
  if (missing !== null) throw new UsageError(missing);
  const found: Found[] = [];
  for (const one of files) {
    const stage = await openStage(one, io, options);
    // The same stage in another format is the same stage.
    if (stage && !found.some((other) => other.stage.fingerprint === stage.fingerprint))
      found.push({ file: one, stage });
  }
  return found;
}

function partOf(
  { notes }: Stage,
  asked: readonly [number, number] | undefined,
): { from: number; to: number } {
  if (!asked) return { from: 0, to: notes.length - 1 };
  const from = notes.findIndex(({ number }) => number >= asked[0]);
  const to = notes.findLastIndex(({ number }) => number <= asked[1]);
  if (from === -1 || to <= from) throw new UsageError(`there are no two notes in ${asked[0]}-${asked[1]}`);
  return { from, to };
}

function range(given: string): readonly [number, number] {
  const [, from = '', to = ''] = /^(\d{1,7})-(\d{1,7})$/.exec(given) ?? [];
  if (from === '' || Number(to) <= Number(from)) {
    throw new InvalidArgumentError('Give numbers of notes as 40-60.');
  }
  return [Number(from), Number(to)];
}

function whole(given: string): number {
  const value = Number(given);
  if (!/^\d{1,9}$/.test(given) || value < 1) throw new InvalidArgumentError('Give a whole number above 0.');
  return value;
}

function help(): string {
  const width = Math.max(...drillNames.map(({ length }) => length));
  const lines = drills.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `
Drills:
${lines.join('\n')}
  ${'quiz'.padEnd(width)}  what letters and symbols mean, first those of the roadbooks named

Examples:
  roadbook rehearse stage.gpx --speed 110         call every note at 110 km/h
  roadbook rehearse old-stages --drill recall     of a folder, the stage that needs it most
  roadbook rehearse stage.gpx --drill lost        notice wrong turns
  roadbook rehearse stage.gpx --headless --presses presses.ndjson   {"t":61000,"press":"call"}`;
}
