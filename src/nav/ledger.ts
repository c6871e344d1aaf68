import type { Leg, Stage } from '../stage/stage.ts';
import type { Effect } from './effect.ts';
import type { Ledger, LegRun, State } from './state.ts';

export function leftEarly(ledger: Ledger, note: number, seconds: number): Ledger {
  return { ...ledger, leftEarly: [...ledger.leftEarly, { note, seconds }] };
}

/** The leg that begins at a note, begun at `t`; each once. */
export function legBegun(stage: Stage, ledger: Ledger, note: number, t: number, effects: Effect[]): Ledger {
  const leg = stage.legs.findIndex(({ firstNote }) => firstNote === note);
  const found = stage.legs[leg];
  if (!found || ledger.legs.some((run) => run.leg === leg)) return ledger;
  const { kind, seconds } = found;
  effects.push({ effect: 'leg-started', leg, note, kind, seconds, until: t + seconds * 1000 });
  return { ...ledger, legs: [...ledger.legs, { leg, since: t, until: null }] };
}

/** The leg that ends at a note, if it was begun and has not ended. */
export function legEnded(stage: Stage, ledger: Ledger, note: number, t: number, effects: Effect[]): Ledger {
  let ended = false;
  const legs = ledger.legs.map((run): LegRun => {
    const leg = stage.legs[run.leg];
    if (!leg || leg.lastNote !== note || run.until !== null) return run;
    const secondsEarly = (run.since - t) / 1000 + leg.seconds;
    effects.push({ effect: 'leg-ended', leg: run.leg, note, kind: leg.kind, secondsEarly });
    ended = true;
    return { leg: run.leg, since: run.since, until: t };
  });
  return ended ? { ...ledger, legs } : ledger;
}

/** How far the tank still takes the car by the wheel, detours included; below 0 it has done more than it promised. */
export function fuelLeft({ fuelRange }: Stage, state: State, { fuelRaw }: Ledger): number | null {
  if (fuelRange === null) return null;
  const { raw, instrument } = state;
  return fuelRange - ((raw ?? 0) - (fuelRaw ?? 0)) * instrument.metresPerCount;
}

/** The leg under way and what to expect of it. Metres and ms. */
export interface LegAhead {
  readonly leg: number;
  readonly kind: Leg['kind'];
  /** The note it ends at. */
  readonly note: number;
  readonly toGo: number;
  /** Target time, ms of the run. */
  readonly until: number;
  /** To the target; below 0 it has passed. */
  readonly msLeft: number;
  /** When the crew will arrive at the pace it has kept on this leg, stops included; null until that is known. */
  readonly arrival: number | null;
  /** Early by so much at that pace; below 0 late. */
  readonly msEarly: number | null;
}

/** A pace over less than this is a guess. */
const paceAfter = { metres: 300, ms: 30_000 };

export function legAhead(stage: Stage, { ledger, reading, t }: State): LegAhead | null {
  const run = ledger.legs.findLast(({ until }) => until === null);
  const leg = run && stage.legs[run.leg];
  if (!leg || t === null || reading < leg.from || reading > leg.to) return null;
  const until = run.since + leg.seconds * 1000;
  const metres = reading - leg.from;
  const ms = t - run.since;
  const known = metres >= paceAfter.metres && ms >= paceAfter.ms;
  const arrival = known ? t + ((leg.to - reading) * ms) / metres : null;
  return {
    leg: run.leg,
    kind: leg.kind,
    note: leg.lastNote,
    toGo: leg.to - reading,
    until,
    msLeft: until - t,
    arrival,
    msEarly: arrival === null ? null : until - arrival,
  };
}
