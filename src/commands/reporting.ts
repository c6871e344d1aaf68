import { rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command as Verb } from 'commander';
import { paintOf, plain } from '../report/paint.ts';
import { reports } from '../report/registry.ts';
import type { CheckedFile, Report, ReportWriter, Totals } from '../report/report.ts';
import { text } from '../report/text.ts';
import { type ColourChoice, wantsColour } from './colour.ts';
import type { Io } from './command.ts';
import { oneOf } from './options.ts';
import { UsageError } from './usage-error.ts';

/** A report that was asked for, and the file it goes to; null is standard output. */
export interface Wanted {
  readonly report: Report;
  readonly file: string | null;
}

/** Declares `--format`, which may be repeated, and `-o`, which names the file of the report before it. */
export function reportingOptions(verb: Verb): void {
  const wanted: Wanted[] = [];
  const choose = oneOf(reports.map(({ name }) => name));
  const list = reports.map(({ name }) => name).join(', ');
  verb
    .option('-f, --format <report>', `how to report; may be repeated: ${list}`, (name) => {
      const chosen = choose(name);
      wanted.push({ report: reports.find((report) => report.name === chosen) ?? text, file: null });
      return wanted;
    })
    .option('-o, --output <file>', 'write the report named before it to a file', (file) => {
      const { report } = wanted.pop() ?? { report: text };
      wanted.push({ report, file });
      return wanted;
    });
}

/** Reports being written: standard output as it goes, files at the end. */
export interface Reporting {
  readonly file: (checked: CheckedFile) => void;
  readonly end: (totals: Totals) => Promise<void>;
}

export async function reporting(
  wanted: readonly Wanted[] | undefined,
  colour: ColourChoice,
  io: Io,
): Promise<Reporting> {
  const targets = wanted ?? [{ report: text, file: null }];
  if (targets.filter(({ file }) => file === null).length > 1)
    throw new UsageError('two reports cannot share standard output: give all but one a file with -o');
  const open = await Promise.all(targets.map((target) => begin(target, colour, io)));
  return {
    file: (checked) => {
      for (const { writer, put } of open) put(writer.file(checked));
    },
    end: async (totals) => {
      for (const { writer, put, close } of open) {
        put(await writer.end(totals));
        await close();
      }
    },
  };
}

interface Open {
  readonly writer: ReportWriter;
  readonly put: (text: string) => void;
  readonly close: () => Promise<void>;
}

async function begin({ report, file }: Wanted, colour: ColourChoice, io: Io): Promise<Open> {
  if (file === null || file === '-') {
    const paint = await paintOf(wantsColour(colour, io.stdout, io.env));
    const writer = report.begin({ paint, width: io.stdout.columns ?? 100 });
    return { writer, put: (chunk) => void (chunk && io.stdout.write(chunk)), close: async () => {} };
  }
  const chunks: string[] = [];
  return {
    writer: report.begin({ paint: plain, width: 100 }),
    put: (chunk) => void chunks.push(chunk),
    close: () => replace(resolve(io.cwd, file), chunks.join(''), file),
  };
}

/** Writes beside the file and renames over it, so that a reader never meets half a report. */
async function replace(path: string, content: string, name: string): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`cannot write the report to '${name}': ${why}`);
  }
}
