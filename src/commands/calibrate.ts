import { InvalidArgumentError, Option, type Command as Verb } from 'commander';
import {
  type Calibration,
  calibrationOf,
  disagrees,
  doubts,
  factors,
  percent,
} from '../odometer/calibration.ts';
import { sources } from '../odometer/registry.ts';
import { forTerminal, toJson } from '../text/escape.ts';
import { calibrationPath, forgetCalibration, keepCalibration, keptCalibration } from './calibration-file.ts';
import { type ChosenSource, chosenSource } from './chosen-source.ts';
import { systemClock } from './clock.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { markedRuns, typedRuns, wholeRun } from './measured-runs.ts';
import { oneOf } from './options.ts';
import { UsageError } from './usage-error.ts';

interface CalibrateOptions {
  readonly distance?: number;
  readonly counts?: readonly number[];
  readonly source?: ChosenSource;
  readonly force?: true;
  readonly show?: true;
  readonly forget?: true;
  readonly format: 'text' | 'json';
}

/** Nobody knows the scale yet: so fine that no true sensor is taken for one that jumps, metres a count. */
const finest = 0.01;
const sensors = sources.filter(({ sensor }) => sensor);

export const command: Command<[], CalibrateOptions> = {
  configure(verb: Verb) {
    verb
      .option('--distance <metres>', 'the known distance, as 1000, 1000m or 1.2km', distance)
      .option(
        '--source <source>',
        `hear the wheel itself: ${sensors.map(({ usage }) => usage).join(', ')}`,
        sensorOf,
      )
      .addOption(
        new Option('--counts <figures>', 'the counts of each run, as 1826,1829,1827; asks for nothing')
          .argParser(figures)
          .conflicts('source'),
      )
      .option('--force', 'keep it even where the runs disagree')
      .addOption(new Option('--show', 'print the calibration that is kept').conflicts(['distance', 'forget']))
      .addOption(new Option('--forget', 'drop the calibration that is kept').conflicts('distance'))
      .option('--format <format>', 'text or json', oneOf(['text', 'json']), 'text')
      .addHelpText('after', help);
  },

  async run(_, options, io): Promise<ExitCode> {
    const before = await keptCalibration(io.env);
    if (options.show) return show(before, options, io);
    if (options.forget) {
      await forgetCalibration(io.env);
      return 0;
    }
    if (options.distance === undefined) throw new UsageError('give the known distance: --distance 1000');
    const counts = await measured(options.distance, options, io);
    if (counts.length === 0) throw new UsageError('no run was measured: nothing is changed');
    const calibration = calibrationOf(options.distance, counts, {
      source: options.source ? named(options.source) : null,
      date: new Date().toISOString(),
    });
    const refused = disagrees(calibration) && !options.force;
    const kept = refused ? null : await keepCalibration(calibration, io);
    print(options, calibration, before, kept, io);
    for (const doubt of doubts(calibration)) io.stderr.write(`${forTerminal(doubt)}\n`);
    if (refused) {
      io.stderr.write('the runs disagree and nothing is kept: drive them again, or --force\n');
    }
    return refused ? 1 : 0;
  },
};

function measured(metres: number, { counts, source }: CalibrateOptions, io: Io): Promise<number[]> {
  if (counts) return Promise.resolve([...counts]);
  if (!source) return typedRuns(metres, io);
  const { entry, argument } = source;
  if (!entry.sensor) throw new UsageError(`--source ${entry.name} is no sensor`);
  try {
    const context = {
      clock: systemClock,
      stdin: io.stdin,
      metresPerCount: finest,
      countsOnly: true,
    } as const;
    const heard = entry.open(argument, context);
    return entry.takesStdin ? wholeRun(heard, io) : markedRuns(metres, heard, io);
  } catch (error) {
    throw new UsageError(`--source ${entry.name}: ${error instanceof Error ? error.message : error}`);
  }
}

function show(kept: Calibration | string | null, { format }: CalibrateOptions, io: Io): ExitCode {
  if (typeof kept === 'string') throw new UsageError(`${kept}; roadbook calibrate writes it anew`);
  if (kept === null) {
    io.stderr.write(`no calibration is kept in ${forTerminal(calibrationPath(io.env))}\n`);
    return 1;
  }
  const lines = [...described(kept), `date    ${kept.date}`];
  if (format === 'json') io.stdout.write(`${toJson(kept)}\n`);
  else for (const line of lines) io.stdout.write(`${forTerminal(line)}\n`);
  return 0;
}

function print(
  { format }: CalibrateOptions,
  calibration: Calibration,
  before: Calibration | string | null,
  kept: string | null,
  io: Io,
): void {
  if (format === 'json') {
    io.stdout.write(`${toJson({ ...calibration, kept })}\n`);
    return;
  }
  const lines = described(calibration);
  if (before !== null && typeof before !== 'string') {
    const change = calibration.metresPerCount / before.metresPerCount - 1;
    lines.push(`before  ${figure(before.metresPerCount)} m a count (${percent(change)})`);
  }
  if (kept !== null) lines.push(`kept    ${kept}; drive takes it from now on`);
  for (const line of lines) io.stdout.write(`${forTerminal(line)}\n`);
}

function described({ metresPerCount, distance, counts, spread }: Calibration): string[] {
  const runs = factors(distance, counts).map(figure);
  return [
    `factor  ${figure(metresPerCount)} m a count`,
    `runs    ${runs.join('  ')} over ${distance} m`,
    ...(spread === null
      ? []
      : [`spread  ±${(spread * 100).toFixed(2)} %: ±${Math.ceil(spread * 10_000)} m after 10 km`]),
  ];
}

function named({ entry, argument }: ChosenSource): string {
  return argument === '' ? entry.name : `${entry.name}:${argument}`;
}

function figure(metresPerCount: number): string {
  return metresPerCount.toPrecision(5);
}

function sensorOf(given: string): ChosenSource {
  const source = chosenSource(given);
  if (!source.entry.sensor) {
    throw new InvalidArgumentError(`Use a sensor: ${sensors.map(({ usage }) => usage).join(', ')}.`);
  }
  return source;
}

/** A distance in metres, 10 m to 100 km. */
function distance(given: string): number {
  const [, figure = '', unit = 'm'] = /^(\d+(?:\.\d+)?)\s*(m|km)?$/i.exec(given.trim()) ?? [];
  const metres = Number(figure) * (unit.toLowerCase() === 'km' ? 1000 : 1);
  if (figure === '' || metres < 10 || metres > 100_000) {
    throw new InvalidArgumentError('Give a distance between 10 m and 100 km, as 1000 or 1.2km.');
  }
  return metres;
}

function figures(given: string): number[] {
  const found = given.split(',').map((text) => (/^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : 0));
  if (found.some((count) => !(count > 0 && count <= Number.MAX_SAFE_INTEGER))) {
    throw new InvalidArgumentError('Give counts above 0, separated by commas: 1826,1829,1827.');
  }
  return found;
}

const help = `
Examples:
  roadbook calibrate --distance 1000 --source serial:/dev/ttyUSB0   Enter at each mark, as often as you like
  roadbook calibrate --distance 1.2km                               asks for what another counter showed
  roadbook calibrate --distance 1000 --counts 1826,1829,1827        asks for nothing
  roadbook calibrate --distance 1000 --source stdin < run.log       one recorded run`;
