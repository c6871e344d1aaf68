import { Option, type Command as Verb } from 'commander';
import { defaultSettings, type Settings } from '../nav/settings.ts';
import { type SourceEntry, sources } from '../odometer/registry.ts';
import type { OdometerSource } from '../odometer/source.ts';
import type { Stage } from '../stage/stage.ts';
import { systemClock } from './clock.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { circumference, metres, positive, type Speed, speed, wheelScale } from './drive-options.ts';
import { type Driven, driven } from './driven.ts';
import { driveHeadless } from './headless.ts';
import { openStage } from './open-stage.ts';
import { oneOf } from './options.ts';
import { terminalOf } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface DriveOptions {
  readonly source: string;
  readonly speed: Speed;
  readonly headless?: true;
  readonly realtime?: true;
  readonly crew: 'auto' | 'none';
  readonly near?: number;
  readonly factor?: number;
  readonly wheel?: number;
  readonly pulses: number;
  /** `--journal FILE`, `--no-journal`, or neither. */
  readonly journal?: string | false;
  readonly resume?: true;
  readonly ascii?: true;
  readonly quiet?: true;
}

export const command: Command<[file: string], DriveOptions> = {
  configure(verb: Verb) {
    verb
      .argument('<file>', 'a roadbook of any format; - for standard input')
      .option(
        '--source <source>',
        `the odometer: ${sources.map(({ usage }) => usage).join(', ')}`,
        'simulate',
      )
      .addOption(
        new Option(
          '--speed <speed>',
          'speed of the simulated car (90, 56mph) or of time (4x); may be given twice',
        )
          .argParser(speed)
          .default({ kmh: 90, rate: 1 }, '90 at 1x'),
      )
      .option('--wheel <mm>', 'circumference of the wheel, as 2190mm; with --pulses', circumference)
      .option('--pulses <count>', 'counts a turn of the wheel', positive, 1)
      .option('--factor <metres>', 'metres a count, instead of --wheel', positive)
      .option('--near <metres>', 'announce a note this far ahead', metres)
      .option('--headless', 'no cockpit: what happens as NDJSON on standard output, as fast as it goes')
      .option('--realtime', 'with --headless: at the pace of life, or of --speed 4x')
      .option(
        '--crew <crew>',
        'with --headless: auto confirms each note as it is reached',
        oneOf(['auto', 'none']),
        'auto',
      )
      .option('--journal <file>', 'keep the run in this file')
      .option('--no-journal', 'keep no journal: a crash loses the run')
      .option('--resume', 'go on with the run of this stage that was not ended')
      .option('--ascii', 'draw the cockpit with ASCII alone')
      .option('--quiet', 'no terminal bell')
      .addHelpText('after', help());
  },

  async run([file], options, io): Promise<ExitCode> {
    const { entry, argument } = chosen(options.source);
    const cockpit = !options.headless && io.stdin.isTTY === true && io.stdout.isTTY === true;
    if (cockpit && entry.takesStdin) {
      throw new UsageError(
        `--source ${entry.name} needs standard input, where the keys come from: add --headless`,
      );
    }
    const stage = await openStage(file, io);
    if (stage === null) return 1;
    if (!options.headless && !cockpit) io.stderr.write(`${notTerminal(io)}: driving headless\n`);
    const run = driven(stage, settingsOf(options), { ...options, always: cockpit }, io);
    const source = opened(entry, argument, stage, run, options, io);
    return cockpit
      ? drive(stage, run, source, options, io)
      : headless(stage, run, source, entry, options, io);
  },
};

/** In the cockpit; React, Ink and the screen are loaded for it alone. */
async function drive(
  stage: Stage,
  run: Driven,
  source: OdometerSource,
  options: DriveOptions,
  io: Io,
): Promise<ExitCode> {
  const { runCockpit } = await import('../tui/cockpit.ts');
  const last = await runCockpit({
    stage,
    settings: run.state.settings,
    initial: run.state,
    source,
    terminal: terminalOf(io),
    clock: systemClock,
    onEvent: run.note,
    ...(options.ascii && { ascii: true }),
    ...(options.quiet && { quiet: true }),
  });
  run.close(last);
  return 0;
}

function headless(
  stage: Stage,
  run: Driven,
  source: OdometerSource,
  entry: SourceEntry,
  options: DriveOptions,
  io: Io,
): Promise<ExitCode> {
  const asFast = entry.name === 'simulate' && !options.realtime;
  return driveHeadless(stage, { run, source, crew: options.crew, asFast }, io);
}

function opened(
  entry: SourceEntry,
  argument: string,
  stage: Stage,
  run: Driven,
  { speed }: DriveOptions,
  io: Io,
): OdometerSource {
  const { reading, settings } = run.state;
  try {
    return run.continued(
      entry.open(argument, {
        stage,
        clock: systemClock,
        stdin: io.stdin,
        metresPerCount: settings.metresPerCount,
        speedKmh: speed.kmh,
        rate: speed.rate,
        from: Math.max(0, Math.min(reading, stage.length)),
      }),
    );
  } catch (error) {
    throw new UsageError(`--source ${entry.name}: ${error instanceof Error ? error.message : error}`);
  }
}

/** `tcp:host:2000` is the source tcp and what it is to open. */
function chosen(given: string): { entry: SourceEntry; argument: string } {
  const colon = given.indexOf(':');
  const name = colon === -1 ? given : given.slice(0, colon);
  const known = oneOf(sources.map((source) => source.name))(name);
  const entry = sources.find((source) => source.name === known);
  if (!entry) throw new UsageError(`no source '${name}'`);
  return { entry, argument: colon === -1 ? '' : given.slice(colon + 1) };
}

function settingsOf(options: DriveOptions): Settings {
  const metresPerCount = wheelScale(options) ?? defaultSettings.metresPerCount;
  return { ...defaultSettings, metresPerCount, nearMetres: options.near ?? defaultSettings.nearMetres };
}

function notTerminal(io: Io): string {
  return `standard ${io.stdout.isTTY ? 'input' : 'output'} is not a terminal`;
}

function help(): string {
  const width = Math.max(...sources.map(({ usage }) => usage.length));
  return `
Sources:
${sources.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`).join('\n')}

Examples:
  roadbook drive stage.gpx                         the cockpit, driven by a simulated odometer
  roadbook drive stage.gpx --speed 120 --speed 4x  faster car, faster time
  roadbook drive stage.gpx --resume                after a crash or a power cut
  roadbook drive stage.gpx --headless | jq .effect every event of the stage, one JSON object a line`;
}
