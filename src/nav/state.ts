import type { Stage } from '../stage/stage.ts';
import type { Estimate } from './estimate.ts';
import { startEstimate } from './estimate.ts';
import type { ActType } from './event.ts';
import { type Indexes, none } from './indexes.ts';
import { defaultSettings, type Settings } from './settings.ts';

/**
 * The navigator's whole memory: plain, small, JSON-safe; indexes into the Stage, never the Stage.
 * Distances are metres on the Stage's cumulative axis.
 */
export interface State {
  readonly settings: Settings;
  /** Time of the last event, ms; null before the first. */
  readonly t: number | null;
  /** The wheel's counter as last heard; null before it spoke. */
  readonly raw: number | null;
  /** What the acts work on; `undo` puts the one before back. */
  readonly instrument: Instrument;
  /** Newest last. */
  readonly undo: readonly Undo[];
  /** Reading after the last event. */
  readonly reading: number;
  /** First note ahead: not confirmed and beyond the reading; `Stage.notes.length` when there is none. */
  readonly next: number;
  /** While the reading stays in here, nothing about a place can happen: `[from, to)`. */
  readonly quiet: { readonly from: number; readonly to: number };
  readonly speed: Speedometer;
  readonly said: Said;
  /** Zones the reading is in. */
  readonly zones: readonly number[];
  readonly over: Over | null;
  readonly ledger: Ledger;
  readonly neutralisation: Neutralisation | null;
  /** The note looked at, while not following. */
  readonly look: number | null;
  readonly finished: boolean;
}

/** distance = anchor + direction × (raw − rawAtAnchor) × metresPerCount; while frozen, distance = anchor. */
export interface Instrument {
  readonly anchor: number;
  readonly rawAtAnchor: number;
  readonly direction: 1 | -1;
  readonly frozen: boolean;
  readonly metresPerCount: number;
  /** Where the partial counts from. */
  readonly tripFrom: number;
  readonly confirmed: Indexes;
  /** The note confirmed last; null before the first. */
  readonly lastConfirmed: number | null;
  readonly sure: Sure;
  /** The crew does not know where it is: until it does, no note is said to be near, reached or passed. */
  readonly lost: boolean;
  /** Metres run off the route and back; not in the reading. */
  readonly detour: number;
  readonly estimate: Estimate;
}

/** The last place that was sure: a note confirmed, a total set, or the start. */
export interface Sure {
  /** Null for a total that was set, and for the start. */
  readonly note: number | null;
  readonly at: number;
  /** The wheel's count there; null before it spoke. */
  readonly raw: number | null;
}

/** An act and what it changed. */
export interface Undo {
  readonly act: ActType;
  readonly instrument: Instrument;
  readonly before: Before;
}

/** What stood when an act was done, and what the act, or the road driven by it, may have changed. */
export type Before = Pick<State, 'next' | 'said' | 'zones' | 'ledger' | 'neutralisation' | 'finished'>;

/** Speed over a window of at least half a second. */
export interface Speedometer {
  readonly kmh: number | null;
  readonly t: number | null;
  readonly raw: number;
}

/** What has been told, so that it is told once. */
export interface Said {
  readonly near: Indexes;
  readonly reached: Indexes;
  readonly confirmed: Indexes;
  readonly passed: Indexes;
  readonly short: Indexes;
  readonly missed: Indexes;
  readonly entered: Indexes;
  readonly left: Indexes;
}

/** A countdown from the note that starts it; who waits does so inside the clear radius of its end. */
export interface Neutralisation {
  readonly note: number;
  /** Target time out, ms. */
  readonly until: number;
  /** The clear radius of its end ends here. */
  readonly exit: number;
  /** It was said that the time is over. */
  readonly ended: boolean;
}

/** An infringement under way. */
export interface Over {
  readonly zone: number;
  readonly since: number;
  /** The wheel's count when it began. */
  readonly raw: number;
  readonly worstKmh: number;
}

/** What a run has to answer for; grows with the zones and legs of the stage, never with the road. */
export interface Ledger {
  readonly speeding: readonly Speeding[];
  /** Neutralisations that were left before their time. */
  readonly leftEarly: readonly { readonly note: number; readonly seconds: number }[];
  readonly legs: readonly LegRun[];
  /** The wheel's count at the last fuel; null at the start, where the tank is full. */
  readonly fuelRaw: number | null;
}

/** Infringements in one zone. */
export interface Speeding {
  readonly zone: number;
  readonly times: number;
  readonly ms: number;
  readonly metres: number;
  readonly worstKmh: number;
}

/** A leg begun at `since`, and ended at `until`, ms; null while it is driven. */
export interface LegRun {
  readonly leg: number;
  readonly since: number;
  readonly until: number | null;
}

/** At the start line: reading 0, before the first note. */
export function start(_stage: Stage, settings: Partial<Settings> = {}): State {
  const set = { ...defaultSettings, ...settings };
  return {
    settings: set,
    t: null,
    raw: null,
    instrument: {
      anchor: 0,
      rawAtAnchor: 0,
      direction: 1,
      frozen: false,
      metresPerCount: set.metresPerCount,
      tripFrom: 0,
      confirmed: none,
      lastConfirmed: null,
      sure: { note: null, at: 0, raw: null },
      lost: false,
      detour: 0,
      estimate: startEstimate,
    },
    undo: [],
    reading: 0,
    next: 0,
    quiet: { from: 0, to: 0 },
    speed: { kmh: null, t: null, raw: 0 },
    said: {
      near: none,
      reached: none,
      confirmed: none,
      passed: none,
      short: none,
      missed: none,
      entered: none,
      left: none,
    },
    zones: [],
    over: null,
    ledger: { speeding: [], leftEarly: [], legs: [], fuelRaw: null },
    neutralisation: null,
    look: null,
    finished: false,
  };
}

/**
 * The state after the wheel turned and nothing else. Spelt out, because this is every step of a drive and copying by
 * spread costs thirty times as much (`npm run bench core`).
 */
export function turnedTo(
  state: State,
  t: number,
  raw: number | null,
  reading: number,
  speed: Speedometer,
): State {
  return {
    settings: state.settings,
    t,
    raw,
    instrument: state.instrument,
    undo: state.undo,
    reading,
    next: state.next,
    quiet: state.quiet,
    speed,
    said: state.said,
    zones: state.zones,
    over: state.over,
    ledger: state.ledger,
    neutralisation: state.neutralisation,
    look: state.look,
    finished: state.finished,
  };
}

/** The state with another instrument, whose reading is derived anew. */
export function instrumented(
  state: State,
  instrument: Instrument,
  undo: readonly Undo[],
  reading: number,
): State {
  return {
    settings: state.settings,
    t: state.t,
    raw: state.raw,
    instrument,
    undo,
    reading,
    next: state.next,
    quiet: state.quiet,
    speed: state.speed,
    said: state.said,
    zones: state.zones,
    over: state.over,
    ledger: state.ledger,
    neutralisation: state.neutralisation,
    look: state.look,
    finished: state.finished,
  };
}

/** The state with more told. */
export function saidAt(state: State, said: Said): State {
  const { instrument, next, quiet, zones, ledger, neutralisation, finished } = state;
  return placedAt(state, { instrument, next, quiet, said, zones, ledger, neutralisation, finished });
}

/** A copy to be added to; spelt out, because a spread of it costs as much as the rest of a note. */
export function copyOf(said: Said): { -readonly [K in keyof Said]: Said[K] } {
  return {
    near: said.near,
    reached: said.reached,
    confirmed: said.confirmed,
    passed: said.passed,
    short: said.short,
    missed: said.missed,
    entered: said.entered,
    left: said.left,
  };
}

/** What looking at a new place changes. */
export type Placing = Pick<
  State,
  'instrument' | 'next' | 'quiet' | 'said' | 'zones' | 'ledger' | 'neutralisation' | 'finished'
>;

/** The state after a new place was looked at; spelt out for the same reason. */
export function placedAt(state: State, placing: Placing): State {
  return {
    settings: state.settings,
    t: state.t,
    raw: state.raw,
    instrument: placing.instrument,
    undo: state.undo,
    reading: state.reading,
    next: placing.next,
    quiet: placing.quiet,
    speed: state.speed,
    said: placing.said,
    zones: placing.zones,
    over: state.over,
    ledger: placing.ledger,
    neutralisation: placing.neutralisation,
    look: state.look,
    finished: placing.finished,
  };
}
