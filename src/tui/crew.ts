import type { Effect } from '../nav/effect.ts';
import type { Act, Event } from '../nav/event.ts';
import type { State } from '../nav/state.ts';
import { step } from '../nav/step.ts';
import { view } from '../nav/view.ts';
import type { Pace } from '../odometer/source.ts';
import type { Stage } from '../stage/stage.ts';
import { type Annotation, type Annotations, annotated, annotationOf } from './annotations.ts';
import type { ActAtOnce } from './keys.ts';
import type { Look } from './look.ts';
import type { KeyHint, Picture } from './picture.ts';
import { type Command, press } from './press.ts';
import { remoteKey } from './remote.ts';
import type { ThemeName } from './theme.ts';
import { firstUi, heard, type Ui } from './ui.ts';
import { doneSaying, ownSaying, type Saying, sayingOf } from './words.ts';

const welcome: Saying = {
  text: 'At a note press space to confirm it; ? lists the keys',
  tone: 'info',
  bell: false,
};

type Listener = (event: Event, state: State, effects: readonly Effect[]) => void;

/** Heard after each event: lines to say with it, and whether to ring. */
export type Warnings = (
  state: State,
  effects: readonly Effect[],
) => { readonly sayings: readonly Saying[]; readonly bell: boolean };

/** A rehearsal over the drive: some keys are its own, and it hides what is to be recalled. */
export interface Rehearsal {
  /** What to say if the key was its own; null for any other. Not asked while something lies over the picture. */
  key(key: string, state: State): readonly Saying[] | null;
  /** Its own keys as they are now. */
  readonly keys: readonly KeyHint[];
  /** Nothing is left to rehearse. */
  readonly over: boolean;
  /** What an effect of the drive says; what would tell the crew when to call, or what it should know, is not said. */
  saying(effect: Effect): Saying | null;
  /** The stage as the crew may see it. */
  seen(state: State): Stage;
  /** Whether the note is to be recalled: the crew's own words on it would tell. */
  hides(state: State, note: number): boolean;
}

/** The drive as it stands: the navigator's state and the screen's, moved on by events and keys. */
export interface Crew {
  readonly state: State;
  /** The wheel turned, or time passed. */
  hear(event: Event): void;
  /** A key; answers with what is left to do about it. */
  press(key: string): Command | null;
  /** Looks at the note so many places behind the one in hand. */
  look(by: number): void;
  say(saying: Saying): void;
  /** True once after something worth the bell. */
  rings(): boolean;
  picture(
    source: Picture['source'],
    lookOf: (theme: ThemeName) => Look,
    graphics?: Picture['graphics'],
  ): Picture;
}

export interface CrewOptions {
  readonly first?: Ui;
  readonly own?: Annotations;
  readonly onEvent?: Listener;
  readonly warnings?: Warnings;
  readonly rehearsal?: Rehearsal;
  /** Hears when the crew wrote on a note. */
  readonly onOwn?: (own: Annotations) => void;
}

export function crew(stage: Stage, initial: State, options: CrewOptions = {}): Crew {
  const { first = firstUi, onEvent = () => {}, onOwn = () => {}, warnings, rehearsal } = options;
  let state = initial;
  let own: Annotations = options.own ?? new Map();
  let ui: Ui = heard(first, [welcome]);
  let ringing = false;
  /** What the last event brought beside its effects; said after them, so that it is the line that stays. */
  let aside: readonly Saying[] = [];

  const say = (lines: readonly Saying[]) => {
    ui = heard(ui, lines);
    ringing ||= lines.some(({ bell }) => bell);
  };
  const sayings = (effects: readonly Effect[], done: Saying | null = null) =>
    ranked(effects, rehearsal?.saying ?? ((effect) => sayingOf(effect, stage)), done);
  const take = (event: Event): readonly Effect[] => {
    const [after, effects] = step(stage, state, event);
    state = after;
    onEvent(event, after, effects);
    const warned = warnings?.(after, effects);
    aside = warned?.sayings ?? [];
    ringing ||= warned?.bell === true;
    return effects;
  };
  const hear = (event: Event) => {
    const effects = take(event);
    say([...sayings(effects), ...aside]);
    if (state.look !== null && effects.some((effect) => overtakes(effect, state.look))) follow();
    if (isStale(ui.overlay, effects)) ui = { ...ui, overlay: null };
  };
  /** Looking elsewhere ends by itself: the note looked at is the one ahead or is reached, or one was confirmed. */
  const follow = () => take({ type: 'follow', t: state.t ?? 0 });
  const perform = (what: ActAtOnce) => {
    // An act happens at the time of the last event: between two of them the odometer knows of no other.
    const event: Act = { ...what, t: state.t ?? 0 };
    const effects = take(event);
    const doubted = effects.find((effect) => effect.effect === 'note-doubted');
    if (doubted) ui = { ...ui, overlay: { kind: 'doubted', ...doubted } };
    const lost = effects.find((effect) => effect.effect === 'lost');
    if (lost) ui = { ...ui, overlay: { kind: 'lost', fits: lost.fits } };
    const refused = effects.some(({ effect }) => effect === 'refused');
    const undone = effects.find((effect) => effect.effect === 'undone');
    say([...sayings(effects, refused ? null : doneSaying(event, stage, state, undone?.act)), ...aside]);
    const confirmed = what.type === 'confirm' && !refused && !doubted;
    if (state.look !== null && (confirmed || state.look === state.next)) follow();
  };
  const write = (note: number, change: Partial<Annotation>) => {
    own = annotated(own, note, change);
    say([ownSaying(stage, note, annotationOf(own, note))]);
    onOwn(own);
  };

  return {
    get state() {
      return state;
    },
    hear,
    press(key) {
      const meant = ui.remote ? remoteKey(key) : key;
      const rehearsed = ui.overlay === null && meant !== null ? rehearsal?.key(meant, state) : null;
      if (rehearsed) {
        say(rehearsed);
        return null;
      }
      const { look } = state;
      const { hand, total } = view(stage, state);
      const finished = state.finished || rehearsal?.over === true;
      const where = { stage, look, hand, total, own, finished, rehearsed: rehearsal !== undefined };
      const pressed = press(ui, key, where);
      ui = pressed.ui;
      for (const act of pressed.acts) perform(act);
      if (pressed.own) {
        const { note, ...change } = pressed.own;
        write(note, change);
      }
      return pressed.command;
    },
    look(by) {
      if (ui.overlay === null) perform({ type: 'scroll', by });
    },
    say: (saying) => say([saying]),
    rings() {
      const rang = ringing;
      ringing = false;
      return rang;
    },
    picture: (source, lookOf, graphics = null) => ({
      stage: rehearsal?.seen(state) ?? stage,
      state,
      view: view(stage, state),
      ui,
      own:
        rehearsal && own.size > 0 ? new Map([...own].filter(([note]) => !rehearsal.hides(state, note))) : own,
      look: lookOf(ui.theme),
      drill: rehearsal?.keys ?? null,
      graphics,
      source,
    }),
  };
}

/** Whether the drive has left a question behind: the next note comes up, and the picture must be free for it. */
function isStale(overlay: Ui['overlay'], effects: readonly Effect[]): boolean {
  if (overlay?.kind !== 'doubted' && overlay?.kind !== 'sure') return false;
  return effects.some(({ effect }) => effect === 'note-near' || effect === 'note-passed');
}

/** Whether a note is reached that is looked at, or lies behind it: reading ahead is over, the drive has come there. */
function overtakes(effect: Effect, look: number | null): boolean {
  if (look === null || effect.effect !== 'note-reached') return false;
  return effect.note >= look;
}

/** What is to be said of one event, the most important last: that is the line that stays. */
function ranked(
  effects: readonly Effect[],
  says: (effect: Effect) => Saying | null,
  done: Saying | null,
): Saying[] {
  const lines = effects.flatMap((effect) => {
    const saying = says(effect);
    if (saying === null) return [];
    return [{ saying, rank: saying.tone === 'alarm' ? 2 : answers.has(effect.effect) ? 1 : 0 }];
  });
  if (done) lines.push({ saying: done, rank: 1 });
  return lines.sort((a, b) => a.rank - b.rank).map(({ saying }) => saying);
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
