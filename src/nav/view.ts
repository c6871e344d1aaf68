import type { WaypointType } from '../model/fields.ts';
import type { Stage, ZoneKind } from '../stage/stage.ts';
import { axisAt } from './acts.ts';
import { variance } from './estimate.ts';
import type { ActType } from './event.ts';
import { type Fit, fits } from './fits.ts';
import { has } from './indexes.ts';
import { fuelLeft, type LegAhead, legAhead } from './ledger.ts';
import { limitAt, speedingOf } from './limits.ts';
import { grown } from './place.ts';
import type { Speeding, State } from './state.ts';
import { waypointAhead, waypointCount } from './waypoints.ts';

/** Where the next note stands to the crew, judged by what the reading may be wrong by. */
export type Phase =
  /** Not yet within the announcing distance. */
  | 'far'
  /** Within it. */
  | 'ready'
  /** The note may be here. */
  | 'at';

/** What the instrument shows. Metres; indexes into the Stage. */
export interface View {
  /** As the page prints it at this place. */
  readonly total: number;
  /** Since the last confirmation or trip reset. */
  readonly partial: number;
  /** On the Stage's axis. */
  readonly reading: number;
  /** The note ahead; null behind the last. */
  readonly next: number | null;
  readonly toNext: number | null;
  /** One sigma of `reading`, and so of `toNext`. */
  readonly sigma: number;
  readonly phase: Phase | null;
  /** The note to show: the one looked at, else the one ahead, else the last. */
  readonly hand: number;
  readonly following: boolean;
  readonly speedKmh: number | null;
  readonly limit: {
    readonly kmh: number;
    readonly counted: boolean;
    readonly toEnd: number;
    readonly over: boolean;
  } | null;
  /** Every zone whose limit was broken so far: how often, how long, how far, and the worst speed. */
  readonly speeding: readonly Speeding[];
  readonly zones: readonly { readonly zone: number; readonly kind: ZoneKind; readonly toEnd: number }[];
  /** The next waypoint that nobody has confirmed. */
  readonly waypoint: { readonly note: number; readonly type: WaypointType; readonly toGo: number } | null;
  readonly waypoints: { readonly all: number; readonly confirmed: number; readonly missed: number };
  /** `until` is the target time out, ms of the run. */
  readonly neutralisation: { readonly note: number; readonly until: number; readonly msLeft: number } | null;
  /** The transfer or liaison under way that has a time. */
  readonly leg: LegAhead | null;
  /** What the tank still takes the car, and how far it is to the next fuel or the end; null: no range is known. */
  readonly fuel: { readonly left: number; readonly note: number | null; readonly toGo: number | null } | null;
  /** Where the crew may be, best first, while it is lost; null while it is not. */
  readonly lost: readonly Fit[] | null;
  /** Metres run off the route; not in total, partial or reading. */
  readonly detour: number;
  readonly frozen: boolean;
  readonly reversing: boolean;
  /** Learnt or set scale over the nominal. */
  readonly calibration: number;
  /** What `undo` would take back. */
  readonly undoes: ActType | null;
  readonly finished: boolean;
}

/** The reading as the page prints it at this place, metres. */
export function printedTotal(stage: Stage, { next, reading }: State): number {
  const axis = axisAt(stage, next);
  return reading - axis.at + axis.reading;
}

/** The figures of a state. Pure and cheap: call it for every frame. */
export function view(stage: Stage, state: State): View {
  const { reading, instrument, settings } = state;
  const now = grown(stage, state);
  const sigma = Math.sqrt(variance(now.estimate));
  const next = state.next < stage.notes.length ? state.next : null;
  const toNext = next === null ? null : (stage.notes[next]?.at ?? 0) - reading;
  return {
    total: printedTotal(stage, state),
    partial: reading - instrument.tripFrom,
    reading,
    next,
    toNext,
    sigma,
    phase: toNext === null ? null : phaseOf(toNext, sigma, settings.nearMetres),
    hand: state.look ?? Math.min(state.next, Math.max(0, stage.notes.length - 1)),
    following: state.look === null,
    speedKmh: state.speed.kmh,
    limit: limitOf(stage, state),
    speeding: speedingOf(state),
    zones: state.zones.flatMap((index) => {
      const zone = stage.zones[index];
      return zone ? [{ zone: index, kind: zone.kind, toEnd: zone.to - reading }] : [];
    }),
    waypoint: waypointAhead(stage, state),
    waypoints: waypointCount(stage, state),
    neutralisation: state.neutralisation && {
      note: state.neutralisation.note,
      until: state.neutralisation.until,
      msLeft: Math.max(0, state.neutralisation.until - (state.t ?? 0)),
    },
    leg: legAhead(stage, state),
    fuel: fuelOf(stage, state),
    lost: instrument.lost ? fits(stage, { ...state, instrument: now }) : null,
    detour: instrument.detour,
    frozen: instrument.frozen,
    reversing: instrument.direction === -1,
    calibration: instrument.metresPerCount / settings.metresPerCount,
    undoes: state.undo.at(-1)?.act ?? null,
    finished: state.finished,
  };
}

/** “At” once the note is inside the two-sigma band, and never later than the page's own step of 10 m. */
function phaseOf(toNext: number, sigma: number, nearMetres: number): Phase {
  if (toNext <= Math.max(10, 2 * sigma)) return 'at';
  return toNext <= nearMetres + sigma ? 'ready' : 'far';
}

function limitOf(stage: Stage, state: State): View['limit'] {
  const limit = limitAt(stage, state.zones, state.reading);
  const zone = limit && stage.zones[limit.zone];
  if (!limit || !zone) return null;
  return {
    kmh: limit.kmh,
    counted: limit.counted,
    toEnd: zone.to - state.reading,
    over: state.over !== null,
  };
}

function fuelOf(stage: Stage, state: State): View['fuel'] {
  const left = fuelLeft(stage, state, state.ledger);
  if (left === null) return null;
  const note = stage.notes[state.next]?.fuelNext ?? null;
  const at = note === null ? null : (stage.notes[note]?.at ?? null);
  return { left, note, toGo: at === null ? null : at - state.reading };
}

/** What became of a note. */
export type NoteStatus = 'ahead' | 'next' | 'reached' | 'confirmed' | 'passed' | 'skipped';

export function statusOf(state: State, note: number): NoteStatus {
  if (has(state.instrument.confirmed, note)) return 'confirmed';
  if (note === state.next) return 'next';
  if (note > state.next) return 'ahead';
  if (has(state.said.passed, note)) return 'passed';
  return has(state.said.reached, note) ? 'reached' : 'skipped';
}
