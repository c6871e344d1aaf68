/**
 * Every odometer source. To add one: a line here; `open` gets what follows the colon of `--source NAME:ARGUMENT` and
 * throws an Error that says what is wrong with it. Help, completion and tests go by this list.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Stage } from '../stage/stage.ts';
import { candumpParser, parseSignal } from './can.ts';
import { parseLine } from './lines.ts';
import { paced } from './paced.ts';
import { openSerial } from './serial.ts';
import { simulate, simulateLife } from './simulate.ts';
import type { Clock, OdometerSource, SourceEvent } from './source.ts';
import { type Lines, type OpenStream, type StreamSource, streamSource } from './stream.ts';

/** All that a sensor needs. */
export interface SensorContext {
  readonly clock: Clock;
  readonly stdin: Lines;
  readonly metresPerCount: number;
  /** Believe counts alone: metres and speeds say nothing of the wheel when it is calibrated. */
  readonly countsOnly?: true;
  /** Takes a line that is the crew's and not the sensor's; false for any other. */
  readonly takes?: (line: string) => boolean;
}

export interface SourceContext extends SensorContext {
  readonly stage: Stage;
  readonly speedKmh: number;
  readonly rate: number;
  /** Where on the stage a simulation begins, metres. */
  readonly from: number;
  /** Somebody must act for the crew: a simulation knows where the car truly is. */
  readonly crewed: boolean;
  /** What is to be replayed; null unless that was asked for. */
  readonly recording: Iterable<SourceEvent> | null;
}

interface Described {
  readonly name: string;
  /** As it is written: `tcp:HOST:PORT`. */
  readonly usage: string;
  readonly summary: string;
  /** True if it reads standard input, which the cockpit needs for the keys. */
  readonly takesStdin: boolean;
}

export type SourceEntry =
  /** Hears a wheel: it can be calibrated, and drives by the calibration. */
  | (Described & { readonly sensor: true; open(argument: string, context: SensorContext): OdometerSource })
  | (Described & { readonly sensor: false; open(argument: string, context: SourceContext): OdometerSource });

export const sources: readonly SourceEntry[] = [
  {
    name: 'simulate',
    usage: 'simulate[:SEED]',
    summary: 'a simulated car that obeys the roadbook; with a seed as in life: slip, wrong turns, stops',
    takesStdin: false,
    sensor: false,
    open(argument, context) {
      if (!/^\d{0,9}$/.test(argument)) throw new Error('the seed is a number: simulate:7');
      return simulated(context, argument === '' ? null : Number(argument));
    },
  },
  {
    name: 'replay',
    usage: 'replay:FILE',
    summary: 'a drive again: the counts of a journal, or a recorded GPX track as counts',
    takesStdin: false,
    sensor: false,
    open: (argument, { recording, clock, rate }) =>
      paced(`replay of ${argument.split(/[\\/]/).at(-1)}`, recording ?? [], clock, rate),
  },
  {
    name: 'stdin',
    usage: 'stdin',
    summary: 'lines of counts, metres or speed on standard input',
    takesStdin: true,
    sensor: true,
    open: (_, context) => lines('standard input', context, () => context.stdin, { reconnects: false }),
  },
  {
    name: 'tcp',
    usage: 'tcp:HOST:PORT',
    summary: 'the same lines from a network sensor; connects again by itself',
    takesStdin: false,
    sensor: true,
    open: (argument, context) => lines(`tcp ${argument}`, context, opener(argument)),
  },
  {
    name: 'serial',
    usage: 'serial:DEVICE[@BAUD]',
    summary: 'the same lines from a wheel sensor on a serial port (needs the serialport package)',
    takesStdin: false,
    sensor: true,
    open(argument, context) {
      const [, device = '', baud = '115200'] = /^(.+?)(?:@(\d+))?$/.exec(argument) ?? [];
      if (device === '') throw new Error('name the device: serial:/dev/ttyUSB0@115200');
      return lines(`serial ${device}`, context, () => openSerial(device, Number(baud)));
    },
  },
  {
    name: 'can',
    usage: 'can:SIGNAL',
    summary:
      'candump on standard input: candump -L can0 | roadbook drive … --source can:1A0:2:2:little:0.01:kmh',
    takesStdin: true,
    sensor: true,
    open(argument, context) {
      const signal = parseSignal(argument);
      if (typeof signal === 'string') throw new Error(signal);
      return lines('CAN', context, () => context.stdin, { reconnects: false, parse: candumpParser(signal) });
    },
  },
  {
    name: 'keys',
    usage: 'keys',
    summary: 'no wheel: the co-driver moves the total by hand',
    takesStdin: false,
    sensor: false,
    open: (_, { clock }) => byHand(clock),
  },
];

function simulated(
  { stage, clock, speedKmh, rate, metresPerCount, from, crewed }: SourceContext,
  seed: number | null,
): OdometerSource {
  const options = { speedKmh, metresPerCount, from };
  const name = `simulated, ${Math.round(speedKmh)} km/h`;
  if (seed === null) return paced(name, simulate(stage, options), clock, rate);
  let say: (text: string) => void = () => {};
  const events = simulateLife(stage, seed, { ...options, crewed }, (text) => say(text));
  const source = paced(`${name}, seed ${seed}`, events, clock, rate);
  return {
    ...source,
    crewed,
    start(emit, ended, notice) {
      if (notice) say = notice;
      return source.start(emit, ended, notice);
    },
  };
}

/** Faster than any rally car. */
const fastestKmh = 300;

function lines(
  name: string,
  { clock, metresPerCount, countsOnly, takes }: SensorContext,
  open: OpenStream,
  special: Partial<Pick<StreamSource, 'parse' | 'reconnects'>> = {},
): OdometerSource {
  const { parse = parseLine, reconnects = true } = special;
  return streamSource({
    name,
    clock,
    metresPerCount,
    fastestKmh,
    open,
    parse: besides(takes, countsOnly ? onlyCounts(parse) : parse),
    reconnects,
  });
}

function besides(takes: SensorContext['takes'], parse: StreamSource['parse']): StreamSource['parse'] {
  return takes ? (line) => (takes(line) ? null : parse(line)) : parse;
}

function onlyCounts(parse: StreamSource['parse']): StreamSource['parse'] {
  return (line) => {
    const sample = parse(line);
    if (sample === null || typeof sample === 'string' || sample.kind === 'counts') return sample;
    return `it says ${sample.kind === 'kmh' ? 'speed' : 'metres'}, and only counts can be calibrated`;
  };
}

/** A host that does not answer is given up, ms. */
const answerWithin = 5_000;
/** Nothing heard for this long: is it still there? ms. */
const askAfter = 5_000;

function opener(argument: string): OpenStream {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(argument) ?? [];
  if (host === '' || Number(port) > 65_535) throw new Error('name host and port: tcp:192.168.4.1:2000');
  return async () => {
    const socket = connect(Number(port), host.replace(/^\[|\]$/g, ''));
    socket.setTimeout(answerWithin, () => socket.destroy(new Error('no answer')));
    await once(socket, 'connect');
    socket.setTimeout(0);
    // A sensor that was switched off says no goodbye: the system asks for it, and closes.
    socket.setKeepAlive(true, askAfter);
    return socket;
  };
}

/** A wheel that stands, so that clocks run and sets and nudges work. */
function byHand(clock: Clock): OdometerSource {
  return {
    name: 'by hand',
    start(emit) {
      const begun = clock.now();
      emit({ type: 'wheel', t: 0, raw: 0 });
      const stop = clock.every(100, () => emit({ type: 'tick', t: clock.now() - begun }));
      return { stop, pace: null };
    },
  };
}
