import { Chalk } from 'chalk';
import type { Command as Verb } from 'commander';
import type { Debrief } from '../debrief/debrief.ts';
import { markdown } from '../debrief/markdown.ts';
import { debriefOf } from '../debrief/run.ts';
import type { Tone } from '../debrief/story.ts';
import { tell } from '../debrief/tell.ts';
import { type Line, terminalLines } from '../debrief/terminal.ts';
import { type JournalRead, readJournal } from '../journal/read.ts';
import { beginsJournal } from '../journal/record.ts';
import { type PenaltyProfile, penaltyProfiles } from '../nav/penalty-tables.ts';
import type { Stage } from '../stage/stage.ts';
import { forTerminal, toJson } from '../text/escape.ts';
import { speaksUnicode } from '../text/locale.ts';
import { type ColourChoice, colourOption, wantsColour } from './colour.ts';
import { columnsOf } from './columns.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { openStage } from './open-stage.ts';
import { type OpeningOptions, openingOptions } from './opening-options.ts';
import { oneOf } from './options.ts';
import { readBytes } from './read-file.ts';
import { newestRun, runsFolder } from './runs.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-file.ts';
import { writing } from './writing.ts';

const formats = ['text', 'markdown', 'json', 'html'] as const;

interface DebriefOptions extends OpeningOptions {
  readonly format: (typeof formats)[number];
  readonly roadbook?: string;
  readonly profile: PenaltyProfile;
  readonly output?: string;
  readonly force?: true;
  readonly all?: true;
  readonly ascii?: true;
  readonly color: ColourChoice;
}

export const command: Command<[file: string], DebriefOptions> = {
  configure(verb: Verb) {
    verb
      .argument('<file>', 'the journal of a run, or a roadbook: its newest run')
      .option('--roadbook <file>', 'the roadbook that was driven, if it is no longer where it was')
      .option(
        '--format <format>',
        'text, markdown, json, or html: one page with charts',
        oneOf(formats),
        'text',
      )
      .option(
        '--profile <name>',
        'whose penalties to count; all unofficial',
        oneOf(penaltyProfiles),
        penaltyProfiles[0],
      )
      .option('-o, --output <file>', 'write to this file instead of standard output')
      .option('--force', 'overwrite the file')
      .option('--all', 'list every note, not only those worth a look')
      .option('--ascii', 'draw with ASCII alone')
      .addOption(colourOption());
    openingOptions(verb).addHelpText('after', help);
  },

  async run([file], options, io): Promise<ExitCode> {
    const run = await runOf(file, options, io);
    if (run === null) return 1;
    const { stage, journal } = run;
    if (journal.torn > 0) {
      io.stderr.write(`${journal.torn} bytes of an unfinished line at the journal’s end are left out\n`);
    }
    const debrief = debriefOf(stage, journal, options.profile);
    if (options.output !== undefined) {
      const text = await written(debrief, options, io, false);
      await writeWhole(options.output, text, { force: options.force === true }, io);
      return 0;
    }
    const out = writing(io.stdout);
    out.line((await written(debrief, options, io, wantsColour(options.color, io.stdout, io.env))).trimEnd());
    await out.drained();
    return 0;
  },
};

async function written(debrief: Debrief, options: DebriefOptions, io: Io, colours: boolean): Promise<string> {
  switch (options.format) {
    case 'json':
      return `${toJson(debrief)}\n`;
    case 'markdown':
      return markdown(tell(debrief));
    case 'html': {
      const { page } = await import('../debrief/page.ts');
      return page(tell(debrief));
    }
    case 'text': {
      const paint = painter(colours);
      const ascii = options.ascii ?? (io.stdout.isTTY === true && !speaksUnicode(io.env));
      const columns = columnsOf(io);
      const lines = terminalLines(tell(debrief), { columns, ascii, all: options.all === true });
      return `${[...lines].map((line) => paint(line)).join('\n')}\n`;
    }
  }
}

type Run = { readonly stage: Stage; readonly journal: JournalRead & { ok: true } };

/** The run that a journal, or a roadbook by its newest journal, is about; null when the roadbook cannot be read. */
async function runOf(file: string, options: DebriefOptions, io: Io): Promise<Run | null> {
  const { roadbook } = options;
  const bytes = await readBytes(file, io);
  if (!beginsJournal(bytes)) {
    if (roadbook !== undefined) throw new UsageError(`'${file}' is not the journal of a run`);
    const stage = await openStage(file, io, options);
    if (stage === null) return null;
    const path = newestRun(stage, runsFolder(io.env));
    if (path === null) throw new UsageError(`there is no run of '${file}' to debrief: drive it first`);
    return { stage, journal: opened(path, await readBytes(path, io)) };
  }
  const journal = opened(file, bytes);
  const { header } = journal;
  const source = roadbook ?? header.file;
  if (source === null) {
    throw new UsageError(`'${file}' does not say where its roadbook is: name it with --roadbook`);
  }
  const stage = await openStage(source, io, options).catch((error) => {
    if (roadbook !== undefined || !(error instanceof UsageError)) throw error;
    throw new UsageError(`${error.message}: name the roadbook of '${header.title}' with --roadbook`);
  });
  if (stage !== null && stage.fingerprint !== header.fingerprint) {
    const why =
      stage.title === header.title
        ? `'${source}' has changed since`
        : `'${source}' is another stage, '${stage.title}'`;
    throw new UsageError(
      `'${file}' is a run of '${header.title}', ${header.fingerprint}, and ${forTerminal(why)}: --roadbook names the one that was driven`,
    );
  }
  return stage && { stage, journal };
}

function opened(file: string, bytes: Uint8Array): JournalRead & { ok: true } {
  const journal = readJournal(bytes, 'start');
  if (!journal.ok) throw new UsageError(`cannot read the journal '${file}': ${journal.reason}`);
  return journal;
}

function painter(colours: boolean): (line: Line) => string {
  const chalk = new Chalk({ level: colours ? 1 : 0 });
  const paints: Record<Tone, (text: string) => string> = {
    plain: (text) => text,
    dim: chalk.dim,
    good: chalk.green,
    warning: chalk.yellow,
    alarm: chalk.redBright,
  };
  return (line) =>
    line
      .map(({ text, tone }) => paints[tone](text))
      .join('')
      .trimEnd();
}

const help = `
Examples:
  roadbook debrief stage.gpx                              the newest run of this stage
  roadbook debrief run.journal --format html -o run.html  a page with charts, to print or to hand on
  roadbook debrief run.journal --format json | jq .errors`;
