import { StringDecoder } from 'node:string_decoder';
import type { Effect } from '../nav/effect.ts';
import type { Event } from '../nav/event.ts';
import { defaultSettings, type Settings } from '../nav/settings.ts';
import { type State, start } from '../nav/state.ts';
import type { Clock, OdometerSource } from '../odometer/source.ts';
import type { Stage } from '../stage/stage.ts';
import { shown } from '../text/cells.ts';
import { speaksUnicode } from '../text/locale.ts';
import type { Annotations } from './annotations.ts';
import { loadLayouts } from './compose.ts';
import { crew, paced, type Rehearsal, type Warnings } from './crew.ts';
import { decode } from './decode.ts';
import { screenDisplay } from './display.ts';
import {
  answered,
  type Graphics,
  type Protocol,
  questionFor,
  usualCell,
  wished,
} from './graphics/protocol.ts';
import { lineDisplay } from './line-display.ts';
import { hasColours, looksOf } from './look.ts';
import type { Command } from './press.ts';
import type { Terminal } from './terminal.ts';
import type { ThemeName } from './theme.ts';
import { firstUi } from './ui.ts';

export interface CockpitOptions {
  readonly stage: Stage;
  readonly settings: Partial<Settings>;
  /** A run to go on with; without it the run begins at the start line. */
  readonly initial?: State;
  readonly source: OdometerSource;
  readonly terminal: Terminal;
  readonly clock: Clock;
  /** Hears of every event the moment the navigator has taken it, before it is on the screen. */
  readonly onEvent?: (event: Event, state: State, effects: readonly Effect[]) => void;
  /** What the crew wrote on notes before; `onOwn` hears of every change, and says by `trouble` what became of it. */
  readonly own?: Annotations;
  readonly onOwn?: (own: Annotations, trouble: (text: string) => void) => void;
  /** What the crew is to be warned of beside what the effects say. */
  readonly warnings?: Warnings;
  readonly rehearsal?: Rehearsal;
  readonly theme?: ThemeName;
  /** Six keys act and no other. */
  readonly remote?: boolean;
  readonly ascii?: boolean;
  /** Whether tulips are sent as pictures, and how; `auto` by what the terminal answers. */
  readonly pictures?: 'auto' | 'off' | Protocol;
  /** False: the mouse stays the terminal's own. */
  readonly mouse?: boolean;
  /** The source's time stands still until the crew lets it run. */
  readonly paused?: boolean;
  /** No terminal bell. */
  readonly quiet?: boolean;
}

/** The screen is brought up to date this often, ms; a key is answered at once. */
const framePeriod = 50;
/** While a window is dragged to and fro it is painted once in so many frames, and at once when it rests. */
const dragPatience = 4;
/** A stop request that stopped nobody is forgotten after so many frames. */
const patience = 4;

/** Drives in the terminal until the crew quits; answers with the last state. Whatever ends it, the terminal is as before. */
export function runCockpit(options: CockpitOptions): Promise<State> {
  const { stage, terminal, clock, source } = options;
  const { input, output, env, signals } = terminal;
  const isDumb = env.TERM === 'dumb';
  const looks = looksOf(options.ascii ?? (isDumb || !speaksUnicode(env)));
  const drive = crew(stage, options.initial ?? start(stage, { ...defaultSettings, ...options.settings }), {
    first: {
      ...firstUi,
      theme: options.theme ?? (hasColours(env) ? 'night' : 'plain'),
      remote: options.remote === true,
    },
    ...(options.own && { own: options.own }),
    ...(options.onEvent && { onEvent: options.onEvent }),
    ...(options.warnings && { warnings: options.warnings }),
    ...(options.rehearsal && { rehearsal: options.rehearsal }),
    onOwn: (own) => options.onOwn?.(own, notice),
  });
  const notice = (text: string) =>
    drive.say({ text: shown(text, false), tone: 'warning', bell: true, lasts: true });
  const wish = options.pictures ?? 'auto';
  let graphics: Graphics = { protocol: wished(wish, env), cell: usualCell };
  const display = isDumb
    ? lineDisplay(terminal)
    : screenDisplay(terminal, { mouse: options.mouse !== false, question: questionFor(wish, env) });

  return new Promise((resolve) => {
    const undo: (() => void)[] = [];
    let changed = true;
    let ended = false;
    let over = false;
    let asleep = 0;
    let pending = '';
    let rate = 1;
    let isResized = false;
    let held = 0;

    const picture = () => {
      const pace = running.pace?.rate() ?? null;
      return drive.picture({ name: source.name, rate: pace, ended }, looks, graphics);
    };
    const show = () => {
      if (asleep > 0) return;
      changed = false;
      display.show(picture(), drive.rings() && options.quiet !== true);
    };
    const isDragged = () => {
      held = isResized ? (held + 1) % dragPatience : 0;
      isResized = false;
      return held > 0;
    };
    const click = (key: string) => {
      const [, x, y] = key.split(':').map(Number);
      const place = display.placeAt(picture(), x ?? 0, y ?? 0);
      if (place !== null && place !== 0) drive.look(place);
    };
    const finish = () => {
      if (over) return;
      over = true;
      for (const take of undo.splice(0).reverse()) take();
      resolve(drive.state);
    };
    const hangUp = () => {
      display.lost();
      finish();
      // Not an exit: nothing may touch the lost terminal again, and its modes are gone with it.
      signals.raise('SIGHUP');
    };
    const wake = () => {
      asleep = 0;
      display.enter();
      show();
    };
    const sleep = () => {
      display.leave();
      asleep = patience;
      signals.raise('SIGTSTP');
    };
    const obey = (command: Command) => {
      switch (command) {
        case 'quit':
          return finish();
        case 'suspend':
          return sleep();
        case 'repaint':
          return display.spoilt();
        case 'pause':
        case 'faster':
        case 'slower':
          rate = running.pace?.rate() || rate;
          return drive.say(paced(running.pace, command, rate));
      }
    };
    const type = (keys: readonly string[]) => {
      for (const key of keys) {
        if (key.startsWith('click:')) click(key);
        if (key.startsWith('answer:'))
          graphics = wish === 'auto' || /cell/.test(key) ? answered(graphics, key) : graphics;
        const command = drive.press(key);
        if (command) obey(command);
        if (over) return;
      }
      if (keys.length > 0) show();
    };

    const text = new StringDecoder('utf8');
    undo.push(
      listening(input, 'data', (chunk) => {
        const decoded = decode(pending, chunk instanceof Buffer ? text.write(chunk) : String(chunk));
        pending = decoded.pending;
        type(decoded.keys);
      }),
      // The terminal is gone: there is nobody to ask.
      listening(input, 'end', hangUp),
      listening(input, 'error', hangUp),
      listening(output, 'error', hangUp),
      listening(output, 'resize', () => {
        display.spoilt();
        isResized = true;
        changed = true;
      }),
    );
    undo.push(
      signals.onExit(display.leave),
      signals.on((signal) => {
        if (signal === 'SIGTSTP') return sleep();
        if (signal === 'SIGCONT') return wake();
        finish();
        signals.raise(signal);
      }),
    );
    undo.push(display.leave);
    display.enter();
    input.resume();
    undo.push(() => input.pause());
    const running = source.start(
      (event) => {
        drive.hear(event);
        changed = true;
      },
      () => {
        ended = true;
        changed = true;
      },
      (text) => {
        notice(text);
        changed = true;
      },
    );
    rate = running.pace?.rate() ?? rate;
    if (options.paused) running.pace?.set(0);
    undo.push(() => running.stop());
    undo.push(
      clock.every(framePeriod, () => {
        if (asleep > 0 && --asleep === 0) wake();
        if (pending !== '') {
          const decoded = decode(pending, '', true);
          pending = decoded.pending;
          type(decoded.keys);
        }
        if (!isDragged() && changed) show();
      }),
    );
    show();
    void loadLayouts().then(() => {
      changed = true;
    });
  });
}

function listening(stream: NodeJS.EventEmitter, event: string, call: (value: unknown) => void): () => void {
  stream.on(event, call);
  return () => stream.off(event, call);
}
