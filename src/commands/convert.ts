import type { WriteOptions } from '../formats/format.ts';
import { openRallyVersions } from '../formats/openrally/dialect.ts';
import { readRoadbook } from '../formats/read.ts';
import { formats } from '../formats/registry.ts';
import type { Command, Io } from './command.ts';
import { counted, failed, type Outcome, outcomesJson, outcomeText } from './conversion-outcome.ts';
import { type Conversion, conversionsOf } from './conversions.ts';
import { inOrder } from './in-order.ts';
import { expectLongWork, fewFiles } from './long-work.ts';
import { oneOf } from './options.ts';
import { progressMeter } from './progress.ts';
import { usingBytes } from './read-file.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-file.ts';

interface Options {
  readonly to?: string;
  readonly output?: string;
  readonly force?: true;
  readonly despiteErrors?: true;
  readonly strict?: true;
  readonly verbose?: true;
  readonly format: 'text' | 'json';
  readonly openrallyVersion?: string;
  readonly extended?: true;
  readonly orbDialect?: 'instructions' | 'entries';
}

/** While the disk takes its time to say that it has a file, the next ones are read. */
const atATime = 4;

const writable = formats.filter(({ writes }) => writes);

export const command: Command<[files: string[]], Options> = {
  configure(verb) {
    verb
      .usage('[options] <in...> <out>')
      .argument(
        '<files...>',
        'roadbooks of any format, then a file or a folder; - is standard input or output',
      )
      .option(
        '--to <format>',
        'the format to write, where the name of <out> does not say it',
        oneOf(writable.map(({ name }) => name)),
      )
      .option('-o, --output <out>', 'the file or folder to write; then all arguments are roadbooks')
      .option('--force', 'overwrite files that are there')
      .option('--despite-errors', 'convert what could be read of a roadbook with errors in it')
      .option('--strict', 'write nothing that the format cannot carry whole')
      .option('--verbose', 'list every loss by itself')
      .option(
        '--format <format>',
        'how to report: text, or json on standard output',
        oneOf(['text', 'json']),
        'text',
      )
      .option(
        '--openrally-version <version>',
        'OpenRally version to write, for older devices',
        oneOf(openRallyVersions),
      )
      .option('--extended', 'also write what producers add to a format beyond its published schema')
      .option(
        '--orb-dialect <dialect>',
        'OpenRoadBook with instructions (its schema) or entries (its pages); as read, else the first',
        oneOf(['instructions', 'entries']),
      )
      .addHelpText('after', help());
  },

  async run([files], options, io) {
    const to = formats.find(({ name }) => name === options.to) ?? null;
    const target = options.output ?? null;
    const conversions = await conversionsOf({ files, target, to, force: options.force ?? false }, io);
    if (options.format === 'json' && conversions.some(({ output }) => output === '-')) {
      throw new UsageError(
        'standard output cannot take both the roadbook and --format json: name a file to write',
      );
    }
    if (conversions.length > fewFiles) expectLongWork();
    const meter = progressMeter(conversions.length, io.stderr);
    const outcomes: Outcome[] = [];
    meter.show(0, conversions[0]?.input ?? '');
    for await (const outcome of inOrder(conversions, atATime, (one) => convert(one, options, io))) {
      meter.clear();
      outcomes.push(outcome);
      if (options.format === 'text') io.stderr.write(outcomeText(outcome, options.verbose ?? false));
      meter.show(outcomes.length, conversions[outcomes.length]?.input ?? '');
    }
    meter.clear();
    if (options.format === 'json') io.stdout.write(`${JSON.stringify(outcomesJson(outcomes), null, 2)}\n`);
    return outcomes.some(failed) ? 1 : 0;
  },
};

function help(): string {
  return `
Formats to write: ${writable.map(({ name, title, extensions }) => `${name} (${title}, ${extensions[0]})`).join(', ')}.
What a format cannot carry is said, note and field; docs/formats.md has the tables.
A roadbook with errors is not converted, and a file that is there is not overwritten, unless asked.

Examples:
  roadbook convert stage.rn2 stage.gpx                 to OpenRally GPX
  roadbook convert *.tlp day1/ --to native             many files into a folder
  roadbook convert stage.gpx --to csv | column -ts,    to standard output
  roadbook convert stage.csv stage.roadbook.yaml --strict   fail rather than lose anything`;
}

async function convert(conversion: Conversion, options: Options, io: Io): Promise<Outcome> {
  const { input, output, to } = conversion;
  const read = (bytes: Uint8Array) => readRoadbook(bytes, input);
  const { roadbook, format: from, diagnostics } = await usingBytes(input, io, read);
  const outcome = { ...conversion, from, notes: roadbook?.notes.length ?? 0, diagnostics, losses: [] };
  if (roadbook === null) return { ...outcome, unwritten: 'nothing could be read' };
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && !options.despiteErrors) return { ...outcome, unwritten: counted(errors, 'error') };
  const write = (await to.writer?.()) ?? (await to.load()).format.write;
  if (write === null) throw new Error(`${to.name} says it writes`);
  const { text, losses } = write(roadbook, writeOptions(options));
  if (losses.length > 0 && options.strict)
    return { ...outcome, losses, unwritten: `${counted(losses.length, 'loss')} (--strict)` };
  if (output === '-') io.stdout.write(text);
  else await writeWhole(output, text, { force: options.force ?? false }, io);
  return { ...outcome, losses, unwritten: null };
}

function writeOptions({ openrallyVersion, extended, orbDialect }: Options): WriteOptions {
  return {
    extended: extended ?? false,
    ...(openrallyVersion !== undefined && { openrallyVersion }),
    ...(orbDialect !== undefined && { orbDialect }),
  };
}
