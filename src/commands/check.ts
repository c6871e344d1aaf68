import { InvalidArgumentError } from 'commander';
import { findFiles } from '../check/files.ts';
import { lint } from '../check/lint.ts';
import type { Settings } from '../check/settings.ts';
import { add, count, nothing } from '../check/totals.ts';
import { formats } from '../formats/registry.ts';
import type { CheckedFile } from '../report/report.ts';
import { type ColourChoice, colourOption } from './colour.ts';
import type { Command, Io } from './command.ts';
import { readBytes } from './read-file.ts';
import { type RepairOptions, repairFile, repairOptions, wantsRepair } from './repairing.ts';
import { reporting, reportingOptions, type Wanted } from './reporting.ts';
import { ruleList } from './rule-list.ts';
import { type RulingOptions, rulingOptions, settingsOf } from './ruling-options.ts';
import { UsageError } from './usage-error.ts';

interface Options extends RulingOptions, RepairOptions {
  readonly format?: readonly Wanted[];
  readonly output?: readonly Wanted[];
  readonly color: ColourChoice;
  readonly maxWarnings?: number;
  readonly stdinFilename?: string;
  readonly listRules?: true;
}

export const command: Command<[files: string[]], Options> = {
  configure(verb) {
    verb.argument('[files...]', 'roadbooks, folders or patterns; - is standard input');
    rulingOptions(verb)
      .option('--max-warnings <number>', 'fail when there are more warnings', wholeNumber)
      .option('--stdin-filename <name>', 'what to call standard input')
      .option('--list-rules', 'list the rules and stop')
      .addOption(colourOption());
    repairOptions(verb);
    reportingOptions(verb);
  },

  async run([files], options, io) {
    const settings = await settingsOf(options, io);
    if (options.listRules) {
      io.stdout.write(await ruleList(await settings.rulingOf('-')));
      return 0;
    }
    if (files.length === 0)
      throw new UsageError('name a roadbook to check, a folder of them, or - for standard input');
    const report = await reporting(options.format ?? options.output, options.color, io);
    const troubles: string[] = [];
    let totals = nothing;
    for (const file of await expand(files, settings, io, troubles)) {
      const name = file === '-' ? (options.stdinFilename ?? '-') : file;
      const checked = await checkFile(file, name, settings, options, io).catch(noting(troubles));
      if (checked === null) continue;
      totals = add(totals, checked);
      report.file(checked);
    }
    for (const { checked } of settings.configs()) {
      if (checked.diagnostics.length === 0) continue;
      totals = count(totals, checked);
      report.file(checked);
    }
    if (totals.files > 0) await report.end(totals);
    for (const trouble of troubles) io.stderr.write(`roadbook: ${trouble}\n`);
    if (troubles.length > 0) return 2;
    const tooMany = totals.counts.warning > (options.maxWarnings ?? Number.POSITIVE_INFINITY);
    if (tooMany) io.stderr.write(`roadbook: more than ${options.maxWarnings} warnings\n`);
    return totals.counts.error > 0 || tooMany ? 1 : 0;
  },
};

async function checkFile(
  file: string,
  name: string,
  settings: Settings,
  options: Options,
  io: Io,
): Promise<CheckedFile> {
  const bytes = await readBytes(file, io);
  const ruling = await settings.rulingOf(name);
  const repaired = wantsRepair(options) ? await repairFile(bytes, file, ruling, options, io) : null;
  return repaired ?? (await lint(bytes, name, ruling));
}

/** Every file that the arguments mean, once, in the order they were given. */
async function expand(
  args: readonly string[],
  settings: Settings,
  io: Io,
  troubles: string[],
): Promise<Set<string>> {
  const extensions = [
    ...new Set(formats.filter(({ reads }) => reads).flatMap(({ extensions }) => extensions)),
  ];
  const all = new Set<string>();
  for (const argument of args) {
    if (argument === '-') all.add(argument);
    else {
      const { files, missing } = await findFiles(argument, extensions, io.cwd);
      if (missing !== null) troubles.push(missing);
      for (const file of files) {
        // A file that is named is meant, whatever a config says.
        if (file === argument || !(await settings.isIgnored(file))) all.add(file);
      }
    }
  }
  return all;
}

function noting(troubles: string[]): (error: unknown) => null {
  return (error) => {
    if (!(error instanceof UsageError)) throw error;
    troubles.push(error.message);
    return null;
  };
}

function wholeNumber(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('Give a whole number from 0.');
  return Number(given);
}
