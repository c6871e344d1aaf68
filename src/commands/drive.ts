import { Option, type Command as Verb } from 'commander';
import { type PenaltyProfile, penaltyProfiles } from '../nav/penalty-tables.ts';
import { defaultSettings, type Settings } from '../nav/settings.ts';
import { type SourceContext, sources } from '../odometer/registry.ts';
import type { OdometerSource } from '../odometer/source.ts';
import type { Stage } from '../stage/stage.ts';
import { type ChosenSource, chosenSource } from './chosen-source.ts';
import { systemClock } from './clock.ts';
import { type CockpitLook, cockpitOptions, lookOptions } from './cockpit-options.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { type CrewActs, noActs } from './crew-acts.ts';
import { metres, type Speed, speed } from './drive-options.ts';
import { type Driven, driven } from './driven.ts';
import { driveHeadless } from './headless.ts';
import { openStage } from './open-stage.ts';
import { type OpeningOptions, openingOptions } from './opening-options.ts';
import { oneOf } from './options.ts';
import { ownNotes } from './own-notes.ts';
import { located } from './read-file.ts';
import { terminalOf } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { type Warner, type WarningOptions, warner, warningOptions } from './warner.ts';
import { type WheelOptions, type WheelScale, wheelOptions, wheelScale } from './wheel-scale.ts';

export interface DriveOptions extends WheelOptions, WarningOptions, OpeningOptions, CockpitLook {
  readonly source: string;
  readonly speed: Speed;
  readonly headless?: true;
  readonly realtime?: true;
  readonly crew: 'auto' | 'none';
  readonly near?: number;
  readonly acts?: string;
  readonly profile: PenaltyProfile;
  /** `--journal FILE`, `--no-journal`, or neither. */
  readonly journal?: string | false;
  readonly resume?: true;
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
      .option('--near <metres>', 'announce a note this far ahead', metres)
      .option('--headless', 'no cockpit: what happens as NDJSON on standard output, as fast as it goes')
      .option('--realtime', 'with --headless: at the pace of life, or of --speed 4x')
      .option(
        '--crew <crew>',
        'with --headless: auto confirms each note as it is reached, with simulate:SEED where it truly is',
        oneOf(['auto', 'none']),
        'auto',
      )
      .option(
        '--acts <file>',
        'with --headless: what the crew does, NDJSON; - for standard input, as it comes',
      )
      .option(
        '--profile <profile>',
        'whose penalties the summary of --headless counts; all unofficial',
        oneOf(penaltyProfiles),
        penaltyProfiles[0],
      )
      .option('--journal <file>', 'keep the run in this file')
      .option('--no-journal', 'keep no journal: a crash loses the run')
      .option('--resume', 'go on with the run of this stage that was not ended');
    cockpitOptions(verb).addHelpText('after', help());
    warningOptions(verb);
    wheelOptions(verb);
    openingOptions(verb);
  },

  async run([file], options, io): Promise<ExitCode> {
    const chosen = chosenSource(options.source);
    const { entry } = chosen;
    const cockpit = !options.headless && io.stdin.isTTY === true && io.stdout.isTTY === true;
    if (cockpit && entry.takesStdin) {
      throw new UsageError(
        `--source ${entry.name} needs standard input, where the keys come from: add --headless`,
      );
    }
    if (options.acts !== undefined && cockpit) throw new UsageError('--acts is for --headless');
    const stage = await openStage(file, io, options);
    if (stage === null) return 1;
    if (!options.headless && !cockpit) io.stderr.write(`${notTerminal(io)}: driving headless\n`);
    const acts = await actsFrom(options.acts, stage, entry.takesStdin, io);
    const scale = await wheelScale(options, entry.sensor, io.env);
    const run = driven(
      stage,
      settingsOf(options, scale),
      { ...options, always: cockpit, file: located(file, io) },
      io,
    );
    const recording = entry.name === 'replay' ? await recordingFrom(chosen.argument, run, options, io) : null;
    const crewed = !cockpit && options.crew === 'auto';
    const found = opened(chosen, stage, run, { ...options, takes: acts.takes, recording, crewed }, io);
    const source = entry.sensor ? announced(found, scale, run) : found;
    const warned = warner(stage, options, run.state.settings.nearMetres, io);
    const heard = warned.attentive(source);
    return cockpit
      ? drive(file, stage, run, heard, { options, warned }, io)
      : headless(stage, run, heard, { options, acts, warned }, io);
  },
};

/** What only some drives need is loaded for these. */
async function actsFrom(file: string | undefined, stage: Stage, shared: boolean, io: Io): Promise<CrewActs> {
  if (file === undefined) return noActs;
  const { actsOf } = await import('./act-lines.ts');
  return actsOf(file, stage, io, shared);
}

async function recordingFrom(file: string, run: Driven, { speed }: DriveOptions, io: Io) {
  const { recordingOf } = await import('./recording.ts');
  const { metresPerCount } = run.state.settings;
  return recordingOf(file, { metresPerCount, speedKmh: speed.kmh }, io);
}

/** In the cockpit; React, Ink and the screen are loaded for it alone. */
async function drive(
  file: string,
  stage: Stage,
  run: Driven,
  source: OdometerSource,
  { options, warned }: { options: DriveOptions; warned: Warner },
  io: Io,
): Promise<ExitCode> {
  const { runCockpit } = await import('../tui/cockpit.ts');
  const { own, keep, done } = await ownNotes(file, stage, io);
  const last = await runCockpit({
    stage,
    settings: run.state.settings,
    initial: run.state,
    source,
    terminal: terminalOf(io),
    clock: systemClock,
    onEvent: run.note,
    own,
    onOwn: keep,
    warnings: warned.hear,
    ...lookOptions(options),
  });
  warned.stop();
  run.close(last);
  await done();
  return 0;
}

async function headless(
  stage: Stage,
  run: Driven,
  source: OdometerSource,
  { options, acts, warned }: { options: DriveOptions; acts: CrewActs; warned: Warner },
  io: Io,
): Promise<ExitCode> {
  const asFast = source.events !== undefined && !options.realtime && acts.listen === null;
  if (asFast && options.voice !== undefined)
    throw new UsageError('--voice speaks at the pace of life: add --realtime');
  const heard: Driven = {
    ...run,
    note(event, state, effects) {
      run.note(event, state, effects);
      warned.hear(state, effects);
    },
  };
  const { crew, profile } = options;
  const code = await driveHeadless(stage, { run: heard, source, crew, profile, asFast, acts }, io);
  await warned.finish();
  return code;
}

function opened(
  { entry, argument }: ChosenSource,
  stage: Stage,
  run: Driven,
  { speed, takes, recording, crewed }: DriveOptions & Pick<SourceContext, 'takes' | 'recording' | 'crewed'>,
  io: Io,
): OdometerSource {
  const { reading, settings } = run.state;
  try {
    return run.continued(
      entry.open(argument, {
        stage,
        clock: systemClock,
        stdin: io.stdin,
        recording,
        crewed,
        ...(takes && { takes }),
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

/** Says first what a count is taken for. A run that goes on keeps the scale it began with. */
function announced(
  source: OdometerSource,
  { metresPerCount, said }: WheelScale,
  run: Driven,
): OdometerSource {
  const own = run.state.settings.metresPerCount;
  const text = own === metresPerCount ? said : `${own} m a count, as the run began`;
  return {
    ...source,
    start(emit, ended, notice) {
      notice?.(text);
      return source.start(emit, ended, notice);
    },
  };
}

function settingsOf({ near, warn }: DriveOptions, { metresPerCount }: WheelScale): Settings {
  return { ...defaultSettings, metresPerCount, nearMetres: near ?? warn?.[0] ?? defaultSettings.nearMetres };
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
  roadbook drive stage.gpx                          on a simulated odometer
  roadbook drive stage.gpx --speed 120 --speed 4x   faster car, faster time
  roadbook drive stage.gpx --source simulate:7      as in life: it slips
  roadbook drive stage.gpx --resume                 after a crash
  roadbook drive stage.gpx --headless | jq .effect  every event, a line each`;
}
