import type { Effect } from '../nav/effect.ts';
import type { Act, Event } from '../nav/event.ts';
import type { State } from '../nav/state.ts';
import { step } from '../nav/step.ts';
import { view } from '../nav/view.ts';
import type { Pace } from '../odometer/source.ts';
import type { Stage } from '../stage/stage.ts';
import type { ActAtOnce } from './keys.ts';
import type { Look } from './look.ts';
import type { Picture } from './picture.ts';
import { type Command, press } from './press.ts';
import type { ThemeName } from './theme.ts';
import { firstUi, heard, type Ui } from './ui.ts';
import { doneSaying, type Saying, sayingOf } from './words.ts';

const welcome: Saying = {
  text: 'At a note press space to confirm it; ? lists the keys',
  tone: 'info',
  bell: false,
};

type Listener = (event: Event, state: State, effects: readonly Effect[]) => void;

/** The drive as it stands: the navigator's state and the screen's, moved on by events and keys. */
export interface Crew {
  readonly state: State;
  /** The wheel turned, or time passed. */
  hear(event: Event): void;
  /** A key; answers with what is left to do about it. */
  press(key: string): Command | null;
  say(saying: Saying): void;
  /** True once after something worth the bell. */
  rings(): boolean;
  picture(source: Picture['source'], lookOf: (theme: ThemeName) => Look): Picture;
}

export function crew(stage: Stage, initial: State, first: Ui = firstUi, onEvent: Listener = () => {}): Crew {
  let state = initial;
  let ui: Ui = heard(first, [welcome]);
  let ringing = false;

  const say = (sayings: readonly Saying[]) => {
    ui = heard(ui, sayings);
    ringing ||= sayings.some(({ bell }) => bell);
  };
  const take = (event: Event): readonly Effect[] => {
    const [after, effects] = step(stage, state, event);
    state = after;
    onEvent(event, after, effects);
    return effects;
  };
  const hear = (event: Event) => say(sayings(take(event), stage));
  const perform = (what: ActAtOnce) => {
    // An act happens at the time of the last event: between two of them the odometer knows of no other.
    const event: Act = { ...what, t: state.t ?? 0 };
    const effects = take(event);
    const doubted = effects.find((effect) => effect.effect === 'note-doubted');
    if (doubted) ui = { ...ui, overlay: { kind: 'doubted', ...doubted } };
    const lost = effects.find((effect) => effect.effect === 'lost');
    if (lost) ui = { ...ui, overlay: { kind: 'lost', fits: lost.fits } };
    const refused = effects.some(({ effect }) => effect === 'refused');
    say(sayings(effects, stage, refused ? null : doneSaying(event, stage, state)));
  };

  return {
    get state() {
      return state;
    },
    hear,
    press(key) {
      const { look, finished } = state;
      const { ui: after, acts, command } = press(ui, key, { stage, look, finished });
      ui = after;
      for (const act of acts) perform(act);
      return command;
    },
    say: (saying) => say([saying]),
    rings() {
      const rang = ringing;
      ringing = false;
      return rang;
    },
    picture: (source, lookOf) => ({
      stage,
      state,
      view: view(stage, state),
      ui,
      look: lookOf(ui.theme),
      source,
    }),
  };
}

/** What is to be said of one event, the most important last: that is the line that stays. */
function sayings(effects: readonly Effect[], stage: Stage, done: Saying | null = null): Saying[] {
  const ranked = effects.flatMap((effect) => {
    const saying = sayingOf(effect, stage);
    if (saying === null) return [];
    return [{ saying, rank: saying.tone === 'alarm' ? 2 : answers.has(effect.effect) ? 1 : 0 }];
  });
  if (done) ranked.push({ saying: done, rank: 1 });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ saying }) => saying);
}

/** Effects that answer an act. */
const answers: ReadonlySet<Effect['effect']> = new Set([
  'note-confirmed',
  'returned',
  'undone',
  'refused',
  'finish',
]);

/** How fast time may be made to pass. */
const slowest = 1 / 8;
const fastest = 128;

/** What pausing and hurrying does to a source's time, and what to say of it. */
export function paced(pace: Pace | null, command: 'pause' | 'faster' | 'slower', before: number): Saying {
  if (pace === null) return { text: 'This odometer turns by itself', tone: 'warning', bell: false };
  const rate = pace.rate();
  const wanted = {
    pause: rate === 0 ? before : 0,
    faster: Math.min(fastest, (rate || before) * 2),
    slower: Math.max(slowest, (rate || before) / 2),
  }[command];
  pace.set(wanted);
  const text =
    wanted === 0 ? 'Paused' : `Time runs ${wanted === 1 ? 'at the pace of life' : `${wanted} times as fast`}`;
  return { text, tone: 'info', bell: false };
}
