import { InvalidArgumentError, type Command as Verb } from 'commander';
import type { Settings } from '../nav/settings.ts';
import { paced } from '../odometer/paced.ts';
import { type Simulation, simulate } from '../odometer/simulate.ts';
import type { SourceEvent } from '../odometer/source.ts';
import type { Stage } from '../stage/stage.ts';
import { systemClock } from './clock.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { driveHeadless } from './headless.ts';
import { openStage } from './open-stage.ts';
import { oneOf } from './options.ts';
import { terminalOf } from './terminal.ts';

interface DriveOptions {
  readonly speed: Speed;
  readonly headless?: true;
  readonly realtime?: true;
  readonly crew: 'auto' | 'none';
  readonly near?: number;
  readonly ascii?: true;
  readonly quiet?: true;
}

/** `--speed`: how fast the car drives and how fast time passes. */
interface Speed {
  readonly kmh: number;
  readonly rate: number;
}

export const command: Command<[file: string], DriveOptions> = {
  configure(verb: Verb) {
    verb
      .argument('<file>', 'a roadbook of any format; - for standard input')
      .option(
        '--speed <speed>',
        'speed of the simulated car (90, 56mph) or of time (4x); may be given twice',
        speed,
        { kmh: 90, rate: 1 },
      )
      .option('--headless', 'no cockpit: what happens as NDJSON on standard output, as fast as it goes')
      .option('--realtime', 'with --headless: at the pace of life, or of --speed 4x')
      .option(
        '--crew <crew>',
        'with --headless: auto confirms each note as it is reached',
        oneOf(['auto', 'none']),
        'auto',
      )
      .option('--near <metres>', 'announce a note this far ahead', metres)
      .option('--ascii', 'draw the cockpit with ASCII alone')
      .option('--quiet', 'no terminal bell')
      .addHelpText(
        'after',
        `
Examples:
  roadbook drive stage.gpx                        the cockpit, driven by a simulated odometer
  roadbook drive stage.gpx --speed 120 --speed 4x  faster car, faster time
  roadbook drive stage.gpx --headless | jq .effect  every event of the stage, one JSON object a line`,
      );
  },

  async run([file], options, io): Promise<ExitCode> {
    const stage = await openStage(file, io);
    if (stage === null) return 1;
    const settings = { nearMetres: options.near ?? 300 };
    const events = simulate(stage, simulation(options));
    if (!options.headless && io.stdin.isTTY && io.stdout.isTTY) {
      return drive(stage, { events, settings, options }, io);
    }
    if (!options.headless) io.stderr.write(`${notTerminal(io)}: driving headless\n`);
    const rate = options.realtime ? options.speed.rate : null;
    return driveHeadless(stage, { events, settings, crew: options.crew, rate }, io);
  },
};

interface Drive {
  readonly events: Iterable<SourceEvent>;
  readonly settings: Partial<Settings>;
  readonly options: DriveOptions;
}

/** In the cockpit; React, Ink and the screen are loaded for it alone. */
async function drive(stage: Stage, { events, settings, options }: Drive, io: Io): Promise<ExitCode> {
  const { runCockpit } = await import('../tui/cockpit.ts');
  const { kmh, rate } = options.speed;
  await runCockpit({
    stage,
    settings,
    source: paced(`simulated, ${Math.round(kmh)} km/h`, events, systemClock, rate),
    terminal: terminalOf(io),
    clock: systemClock,
    ...(options.ascii && { ascii: true }),
    ...(options.quiet && { quiet: true }),
  });
  return 0;
}

function simulation(options: DriveOptions): Partial<Simulation> {
  return { speedKmh: options.speed.kmh };
}

function notTerminal(io: Io): string {
  return `standard ${io.stdout.isTTY ? 'input' : 'output'} is not a terminal`;
}

/** `90`, `90km/h`, `56mph` set the car; `4x` sets time. */
function speed(given: string, before: Speed): Speed {
  const [, figure = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(x|km\/?h|mph)?$/i.exec(given) ?? [];
  const value = Number(figure);
  if (figure === '' || value <= 0 || value > 1000) {
    throw new InvalidArgumentError('Give a speed as 90, 90km/h or 56mph, or a time lapse as 4x.');
  }
  if (unit.toLowerCase() === 'x') return { ...before, rate: value };
  return { ...before, kmh: unit.toLowerCase() === 'mph' ? value * 1.609344 : value };
}

function metres(given: string): number {
  const value = Number(given);
  if (given.trim() === '' || !(value >= 0 && value <= 10_000)) {
    throw new InvalidArgumentError('Give a distance in metres, 0 to 10000.');
  }
  return value;
}
