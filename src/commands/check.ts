import { InvalidArgumentError } from 'commander';
import { type BaselineOptions, baselineOptions, knownFindings } from './baseline.ts';
import { inTurn } from './check-file.ts';
import { type ColourChoice, colourOption } from './colour.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { expectLongWork, fewFiles } from './long-work.ts';
import { type RepairOptions, repairOptions, wantsRepair } from './repairing.ts';
import { reporting, reportingOptions, type Wanted } from './reporting.ts';
import { type Checker, checkRound, type Task, tasksOf } from './round.ts';
import { ruleList } from './rule-list.ts';
import { type RulingOptions, rulingOptions, settingsOf } from './ruling-options.ts';
import { UsageError } from './usage-error.ts';

export interface CheckOptions extends RulingOptions, RepairOptions, BaselineOptions {
  readonly format?: readonly Wanted[];
  readonly output?: readonly Wanted[];
  readonly color: ColourChoice;
  readonly maxWarnings?: number;
  readonly stdinFilename?: string;
  readonly listRules?: true;
  readonly watch?: true;
  readonly threads?: number;
}

export const command: Command<[files: string[]], CheckOptions> = {
  configure(verb) {
    verb.argument('[files...]', 'roadbooks, folders or patterns; - is standard input');
    rulingOptions(verb)
      .option('--max-warnings <number>', 'fail when there are more warnings', wholeNumber)
      .option('--stdin-filename <name>', 'what to call standard input')
      .option('--list-rules', 'list the rules and stop')
      .option('--watch', 'check again whenever a file changes')
      .option('--threads <number>', 'check so many files at a time (default: as many as pay)', threadCount)
      .addOption(colourOption());
    baselineOptions(verb);
    repairOptions(verb);
    reportingOptions(verb);
  },

  async run([files], options, io) {
    if (options.listRules) {
      const settings = await settingsOf(options, io);
      io.stdout.write(await ruleList(await settings.rulingOf('-')));
      return 0;
    }
    if (files.length === 0)
      throw new UsageError('name a roadbook to check, a folder of them, or - for standard input');
    return options.watch ? watch(files, options, io) : check(files, options, io);
  },
};

async function check(files: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const settings = await settingsOf(options, io);
  const known = await knownFindings(options, io);
  const report = await reporting(options.format ?? options.output, options.color, io);
  const tasks = await tasksOf(files, settings, options.stdinFilename ?? '-', io);
  if (tasks.tasks.length > fewFiles) expectLongWork();
  const checker = await checkerFor(tasks.tasks, options, io);
  return checkRound(tasks, settings, checker, { report, known }, options, io);
}

/** Repairs are made one after the other, so that what is said of them stands together. */
async function checkerFor(tasks: readonly Task[], options: CheckOptions, io: Io): Promise<Checker> {
  if (tasks.length < 2 || wantsRepair(options)) return inTurn(options, io);
  const { inThreads, threadsFor } = await import('./threads.ts');
  const threads = Math.min(options.threads ?? (await threadsFor(tasks, io)), tasks.length);
  return threads > 1 ? inThreads(threads, io) : inTurn(options, io);
}

async function watch(files: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  if (files.includes('-')) throw new UsageError('standard input cannot be watched');
  if (options.updateBaseline || wantsRepair(options))
    throw new UsageError('--watch only looks: leave out --fix and --update-baseline');
  const { watchFiles } = await import('./watch.ts');
  return watchFiles(files, options, io);
}

function threadCount(given: string): number {
  const count = wholeNumber(given);
  if (count < 1 || count > 64) throw new InvalidArgumentError('Give a number from 1 to 64.');
  return count;
}

function wholeNumber(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('Give a whole number from 0.');
  return Number(given);
}
