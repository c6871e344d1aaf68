import { stat } from 'node:fs/promises';
import { dirname, join, parse, relative, resolve } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import type { Settings } from '../check/settings.ts';
import { plural } from '../report/words.ts';
import { knownFindings } from './baseline.ts';
import type { CheckOptions } from './check.ts';
import { checkFile } from './check-file.ts';
import type { ExitCode, Io } from './command.ts';
import { type Changes, fileChanges } from './file-changes.ts';
import { reporting } from './reporting.ts';
import { type Checker, checkRound, type Outcome, type Task, type Tasks, tasksOf } from './round.ts';
import { settingsOf } from './ruling-options.ts';
import { UsageError } from './usage-error.ts';

/**
 * Checks, and checks again when something changes, until it is told to end. Only what changed is read again; a change that
 * changes nothing says nothing. `changes` is for tests.
 */
export async function watchFiles(
  files: readonly string[],
  options: CheckOptions,
  io: Io,
  changes: Changes = fileChanges(),
): Promise<ExitCode> {
  const memory = remembering(io);
  let before = '';
  try {
    do {
      const settings = await settingsOf(options, io);
      const tasks = await tasksOf(files, settings, '-', io);
      await changes.watch(foldersOf(files, tasks.tasks, options, io.cwd));
      const now = await memory.signature(tasks, settings, options);
      if (now !== before) await round(tasks, settings, memory.checker, options, before === '', io);
      before = now;
    } while (await changes.next());
  } finally {
    await changes.close();
  }
  io.stderr.write('\n');
  return 0;
}

async function round(
  tasks: Tasks,
  settings: Settings,
  checker: Checker,
  options: CheckOptions,
  isFirst: boolean,
  io: Io,
): Promise<void> {
  if (io.stdout.isTTY) io.stdout.write(clear);
  else if (!isFirst) io.stderr.write('\n');
  try {
    const known = await knownFindings(options, io);
    const report = await reporting(options.format ?? options.output, options.color, io);
    await checkRound(tasks, settings, checker, { report, known }, options, io);
  } catch (error) {
    // A baseline that is being edited may be wrong for a while.
    if (!(error instanceof UsageError)) throw error;
    io.stderr.write(`roadbook: ${error.message}\n`);
  }
  io.stderr.write(`watching ${plural(tasks.tasks.length, 'file')}; Ctrl-C ends\n`);
}

/** An empty screen, with what was on it kept in the scrollback. */
const clear = '\u001b[2J\u001b[H';

/** Checks only what is not as it was. */
function remembering(io: Io) {
  const known = new Map<string, { signature: string; outcome: Outcome }>();
  const signatures = new Map<Task, string>();
  const sign = async ({ file, name, ruling }: Task) =>
    JSON.stringify([name, await stampOf(resolve(io.cwd, file)), ruling]);
  const checker: Checker = async function* (tasks) {
    for (const task of tasks) {
      const signature = signatures.get(task) ?? (await sign(task));
      const before = known.get(task.file);
      const outcome = before?.signature === signature ? before.outcome : await checkFile(task, io);
      known.set(task.file, { signature, outcome });
      yield outcome;
    }
  };
  return {
    checker,
    /** Equal when a round would say the same again. */
    async signature({ tasks, troubles }: Tasks, settings: Settings, { baseline }: CheckOptions) {
      signatures.clear();
      for (const task of tasks) signatures.set(task, await sign(task));
      const configs = settings.configs().map(({ checked }) => [checked.file, checked.text]);
      const held = baseline === undefined ? null : await stampOf(resolve(io.cwd, baseline));
      return JSON.stringify([[...signatures.values()], troubles, configs, held]);
    },
  };
}

/** Changes when a file is written, replaced or taken away. */
async function stampOf(path: string): Promise<string> {
  const info = await stat(path, { bigint: true }).catch(() => null);
  return info === null ? '' : `${info.ino}:${info.size}:${info.mtimeNs}:${info.ctimeNs}`;
}

/** Folders to watch with all that is in them, and those of which the files themselves matter. */
function foldersOf(
  args: readonly string[],
  tasks: readonly Task[],
  { baseline, config }: CheckOptions,
  cwd: string,
) {
  const whole = new Set<string>();
  const flat = new Set<string>(
    [baseline, config].flatMap((file) => (file ? [dirname(resolve(cwd, file))] : [])),
  );
  const named = new Set(tasks.map(({ file }) => file));
  for (const argument of args) {
    if (isDynamicPattern(argument)) whole.add(resolve(cwd, fixedPart(argument)));
    else if (named.has(argument)) flat.add(dirname(resolve(cwd, argument)));
    else whole.add(resolve(cwd, argument));
  }
  // A config may appear in any folder from the file's up.
  if (config === undefined)
    for (const { file } of tasks)
      for (const folder of upwards(dirname(resolve(cwd, file)), cwd)) flat.add(folder);
  return { whole: [...whole], flat: [...flat] };
}

/** The folders of a pattern before its first part that may vary. */
function fixedPart(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => isDynamicPattern(part));
  return join(...parts.slice(0, Math.max(0, first)), '.');
}

function* upwards(folder: string, last: string): Iterable<string> {
  yield folder;
  if (folder !== last && folder !== parse(folder).root && !relative(last, folder).startsWith('..'))
    yield* upwards(dirname(folder), last);
}
