import { EventEmitter } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import type { Event } from '../../src/nav/event.ts';
import type { State } from '../../src/nav/state.ts';
import type { OdometerSource, SourceEvent } from '../../src/odometer/source.ts';
import { type CockpitOptions, runCockpit } from '../../src/tui/cockpit.ts';
import type { Signals, Terminal } from '../../src/tui/terminal.ts';
import { handClock } from '../support/clock.ts';
import { Xterm } from '../support/xterm.ts';
import { stage } from './moments.ts';

type Signal = Parameters<Parameters<Signals['on']>[0]>[0];

/** A cockpit on a terminal of memory: turn the clock, press keys, send signals, read the screen. */
export function rig(
  options: Partial<CockpitOptions> & { columns?: number; rows?: number; env?: Terminal['env'] } = {},
) {
  const { columns = 80, rows = 24, env = { TERM: 'xterm-256color', LANG: 'C.UTF-8' }, ...rest } = options;
  const clock = handClock();
  const screen = new Xterm({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  const modes: boolean[] = [];
  const raised: string[] = [];
  const events: Event[] = [];
  const signals = new EventEmitter();
  let written = '';
  let emit: (event: SourceEvent) => void = () => {};
  let ended: () => void = () => {};
  let notice: (text: string) => void = () => {};
  let rate = 1;
  let stopped = false;

  const input = Object.assign(new PassThrough(), { setRawMode: (on: boolean) => modes.push(on) });
  const output = Object.assign(
    new Writable({
      highWaterMark: 1e9,
      write(chunk, _encoding, done) {
        written += chunk;
        screen.write(chunk);
        done();
      },
    }),
    { columns, rows },
  );
  const source: OdometerSource = {
    name: 'by hand',
    start(hear, end, warn) {
      emit = hear;
      ended = end;
      notice = warn ?? notice;
      return {
        stop: () => {
          stopped = true;
        },
        pace: { rate: () => rate, set: (to) => (rate = to) },
      };
    },
  };
  const terminal: Terminal = {
    input,
    output,
    env,
    signals: {
      on(call) {
        signals.on('signal', call);
        return () => signals.off('signal', call);
      },
      onExit(call) {
        signals.on('exit', call);
        return () => signals.off('exit', call);
      },
      raise: (signal) => raised.push(signal),
    },
  };
  let left: State | null = null;
  const done = runCockpit({
    stage,
    settings: {},
    source,
    terminal,
    clock,
    onEvent: (event) => events.push(event),
    ...rest,
  }).then((state) => {
    left = state;
  });

  const settled = () => new Promise<void>((resolve) => screen.write('', resolve));
  return {
    clock,
    screen,
    modes,
    raised,
    events,
    input,
    output,
    get written() {
      return written;
    },
    get rate() {
      return rate;
    },
    get stopped() {
      return stopped;
    },
    get left() {
      return left;
    },
    listeners: () => signals.listenerCount('signal') + signals.listenerCount('exit'),
    done,
    end: () => ended(),
    notice: (text: string) => notice(text),
    send: (signal: Signal) => signals.emit('signal', signal),
    exit: () => signals.emit('exit'),
    /** The wheel comes to so many metres at so many seconds. */
    wheel(metres: number, seconds: number) {
      emit({ type: 'wheel', t: seconds * 1000, raw: metres });
      clock.pass(50);
    },
    async type(keys: string) {
      input.write(keys);
      await new Promise(setImmediate);
    },
    resize(width: number, height: number) {
      Object.assign(output, { columns: width, rows: height });
      screen.resize(Math.max(2, width), height);
      output.emit('resize');
    },
    /** What the terminal shows, as text. */
    async text(): Promise<string> {
      await settled();
      const { active } = screen.buffer;
      return Array.from({ length: screen.rows }, (_, y) =>
        (active.getLine(active.baseY + y)?.translateToString(true) ?? '').trimEnd(),
      ).join('\n');
    },
  };
}
