import { findFiles } from '../check/files.ts';
import type { Settings } from '../check/settings.ts';
import { add, count, nothing } from '../check/totals.ts';
import { formats } from '../formats/registry.ts';
import type { CheckedFile, Totals } from '../report/report.ts';
import type { Ruling } from '../rules/run.ts';
import type { KnownFindings } from './baseline.ts';
import type { ExitCode, Io } from './command.ts';
import { progressMeter } from './progress.ts';
import type { Reporting } from './reporting.ts';

/** A file to check: where it is, what to call it, and by which rules. */
export interface Task {
  readonly file: string;
  readonly name: string;
  readonly ruling: Ruling;
}

/** What became of a task; a file that cannot be had is a trouble in words. */
export type Outcome = CheckedFile | { readonly trouble: string };

/** Checks files; the outcomes come in the order of the tasks. */
export type Checker = (tasks: readonly Task[]) => AsyncIterable<Outcome>;

/** The files that arguments mean, and what is wrong with the arguments. */
export interface Tasks {
  readonly tasks: readonly Task[];
  readonly troubles: readonly string[];
}

/** Every file that the arguments mean, once, in the order they were given. */
export async function tasksOf(
  args: readonly string[],
  settings: Settings,
  stdinName: string,
  io: Io,
): Promise<Tasks> {
  const troubles: string[] = [];
  const all = new Set<string>();
  for (const argument of args) {
    if (argument === '-') all.add(argument);
    else {
      const { files, missing } = await findFiles(argument, extensions(), io.cwd);
      if (missing !== null) troubles.push(missing);
      for (const file of files) {
        // A file that is named is meant, whatever a config says.
        if (file === argument || !(await settings.isIgnored(file))) all.add(file);
      }
    }
  }
  const tasks: Task[] = [];
  for (const file of all) {
    const name = file === '-' ? stdinName : file;
    tasks.push({ file, name, ruling: await settings.rulingOf(name) });
  }
  return { tasks, troubles };
}

/** Checks all and reports all, with the configs that were used; what the call should end with. */
export async function checkRound(
  { tasks, troubles }: Tasks,
  settings: Settings,
  checker: Checker,
  { report, known }: { readonly report: Reporting; readonly known: KnownFindings },
  { maxWarnings = Number.POSITIVE_INFINITY }: { readonly maxWarnings?: number },
  io: Io,
): Promise<ExitCode> {
  const said = [...troubles];
  let totals: Totals = nothing;
  const meter = progressMeter(tasks.length, io.stderr);
  let done = 0;
  for await (const outcome of checker(tasks)) {
    meter.show(done, tasks[done]?.name ?? '');
    done++;
    if ('trouble' in outcome) said.push(outcome.trouble);
    else {
      const judged = known.judge(outcome);
      totals = add(totals, judged.checked, judged.known);
      if (judged.checked.diagnostics.length > 0) meter.clear();
      report.file(judged.checked);
    }
  }
  meter.clear();
  for (const { checked } of settings.configs()) {
    if (checked.diagnostics.length === 0) continue;
    totals = count(totals, checked);
    report.file(checked);
  }
  if (totals.files > 0) await report.end(totals);
  await known.end();
  for (const trouble of said) io.stderr.write(`roadbook: ${trouble}\n`);
  if (said.length > 0) return 2;
  const tooMany = totals.counts.warning > maxWarnings;
  if (tooMany) io.stderr.write(`roadbook: more than ${maxWarnings} warnings\n`);
  return totals.counts.error > 0 || tooMany ? 1 : 0;
}

function extensions(): string[] {
  return [...new Set(formats.filter(({ reads }) => reads).flatMap(({ extensions }) => extensions))];
}
