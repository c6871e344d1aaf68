import { InvalidArgumentError, type Command as Verb } from 'commander';
import { readRoadbook } from '../formats/read.ts';
import { type Emphasis, roadbookTable, type TableLine } from '../print/table.ts';
import { compile } from '../stage/compile.ts';
import { forTerminal, toJson } from '../text/escape.ts';
import { speaksUnicode } from '../text/locale.ts';
import { type ColourChoice, colourOption, wantsColour } from './colour.ts';
import { columnsOf } from './columns.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { type OpeningOptions, openingOptions } from './opening-options.ts';
import { oneOf } from './options.ts';
import { stageBytes } from './stage-bytes.ts';
import { writing } from './writing.ts';

interface ShowOptions extends OpeningOptions {
  readonly format: 'table' | 'json';
  readonly notes?: readonly [number, number];
  /** False by `--no-tulips`. */
  readonly tulips: boolean;
  readonly ascii?: true;
  readonly color: ColourChoice;
}

export const command: Command<[file: string], ShowOptions> = {
  configure(verb: Verb) {
    verb
      .argument('<file>', 'a roadbook of any format; - for standard input')
      .option('--format <format>', 'table, or json: the roadbook as data', oneOf(['table', 'json']), 'table')
      .option('--notes <numbers>', 'only these notes, as printed: 40-60, or 42', range)
      .option('--no-tulips', 'a line or two for each note, without its drawing')
      .option('--ascii', 'draw with ASCII alone')
      .addOption(colourOption());
    openingOptions(verb);
  },

  async run([file], options, io): Promise<ExitCode> {
    const bytes = await stageBytes(file, options, io);
    if (bytes === null) return 1;
    const { roadbook, diagnostics } = await readRoadbook(bytes, file);
    const errors = diagnostics.filter((d) => d.severity === 'error');
    const [first] = errors;
    if (first) {
      const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
      io.stderr.write(forTerminal(`${file}: ${first.message}${more}; roadbook check ${file} says where`));
      io.stderr.write('\n');
    }
    if (roadbook === null) return 1;
    const out = writing(io.stdout);
    if (options.format === 'json') {
      out.line(toJson(roadbook));
    } else {
      const stage = compile(roadbook);
      const paint = await painter(wantsColour(options.color, io.stdout, io.env));
      const ascii = options.ascii ?? !drawsUnicode(io);
      const lines = roadbookTable(stage, {
        columns: columnsOf(io),
        ascii,
        tulips: options.tulips,
        range: indexes(roadbook.notes, options.notes),
      });
      for (const line of lines) out.line(paint(line));
    }
    await out.drained();
    return first ? 1 : 0;
  },
};

/** `40-60` or `42`, the numbers that the page prints. */
function range(given: string): readonly [number, number] {
  const [, from = '', to = from] = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(given) ?? [];
  if (from === '' || Number(to || from) < Number(from)) {
    throw new InvalidArgumentError('Give numbers of notes as 40-60, or 42.');
  }
  return [Number(from), Number(to || from)];
}

function indexes(notes: readonly { number: number }[], asked: readonly [number, number] | undefined) {
  if (!asked) return [0, notes.length - 1] as const;
  const [from, to] = asked;
  const first = notes.findIndex(({ number }) => number >= from && number <= to);
  const last = notes.findLastIndex(({ number }) => number >= from && number <= to);
  return first === -1 ? ([0, -1] as const) : ([first, last] as const);
}

/** Chalk is loaded only when there is something to paint. */
async function painter(colours: boolean): Promise<(line: TableLine) => string> {
  if (!colours)
    return (line) =>
      line
        .map(({ text }) => text)
        .join('')
        .trimEnd();
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  const paints: Record<Emphasis, (text: string) => string> = {
    plain: (text) => text,
    strong: chalk.bold,
    dim: chalk.dim,
    danger: chalk.redBright,
    waypoint: chalk.cyan,
    zone: chalk.yellow,
  };
  return (line) => line.map(({ text, as }) => paints[as](text)).join('');
}

/** A pipe takes UTF-8; a terminal what its locale says. */
function drawsUnicode({ stdout, env }: Io): boolean {
  return stdout.isTTY !== true || speaksUnicode(env);
}
