import type { WaypointType } from '../model/fields.ts';
import type { Stage, ZoneKind } from '../stage/stage.ts';
import { axisAt } from './acts.ts';
import { variance } from './estimate.ts';
import type { ActType } from './event.ts';
import { type Fit, fits } from './fits.ts';
import { has } from './indexes.ts';
import { limitAt } from './limits.ts';
import { grown, passDistance } from './place.ts';
import type { State } from './state.ts';

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
  readonly zones: readonly { readonly zone: number; readonly kind: ZoneKind; readonly toEnd: number }[];
  /** The next waypoint that nobody has confirmed. */
  readonly waypoint: { readonly note: number; readonly type: WaypointType; readonly toGo: number } | null;
  readonly neutralisation: { readonly note: number; readonly msLeft: number } | null;
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

/** The figures of a state. Pure and cheap: call it for every frame. */
export function view(stage: Stage, state: State): View {
  const { reading, instrument, settings } = state;
  const now = grown(stage, state);
  const sigma = Math.sqrt(variance(now.estimate));
  const next = state.next < stage.notes.length ? state.next : null;
  const toNext = next === null ? null : (stage.notes[next]?.at ?? 0) - reading;
  const axis = axisAt(stage, state.next);
  return {
    total: reading - axis.at + axis.reading,
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
    zones: state.zones.flatMap((index) => {
      const zone = stage.zones[index];
      return zone ? [{ zone: index, kind: zone.kind, toEnd: zone.to - reading }] : [];
    }),
    waypoint: waypointAhead(stage, state),
    neutralisation: state.neutralisation && {
      note: state.neutralisation.note,
      msLeft: Math.max(0, state.neutralisation.until - (state.t ?? 0)),
    },
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

function waypointAhead(stage: Stage, state: State): View['waypoint'] {
  for (let i = Math.max(0, state.next - 1); i < stage.notes.length; i++) {
    const stop = stage.notes[i];
    if (!stop?.waypoint || has(state.instrument.confirmed, i)) continue;
    const toGo = stop.at - state.reading;
    if (toGo < -passDistance(state.instrument, state)) continue;
    return { note: i, type: stop.waypoint, toGo };
  }
  return null;
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
