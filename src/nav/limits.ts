import type { Stage } from '../stage/stage.ts';
import type { Effect } from './effect.ts';
import { leftEarly } from './ledger.ts';
import type { Over, Speeding, State } from './state.ts';

/** The limit that holds at a reading: the lowest of the zones it is in. */
export interface Limit {
  readonly zone: number;
  readonly kmh: number;
  /** False inside the clear radius of DZ or FZ, where speed is still coming down or may already rise. */
  readonly counted: boolean;
}

export function limitAt(stage: Stage, zones: readonly number[], reading: number): Limit | null {
  let lowest: Limit | null = null;
  for (const index of zones) {
    const zone = stage.zones[index];
    if (!zone || zone.limitKmh === null || (lowest && lowest.kmh <= zone.limitKmh)) continue;
    const counted = reading >= zone.from + zone.tolerance.entry && reading <= zone.to - zone.tolerance.exit;
    lowest = { zone: index, kmh: zone.limitKmh, counted };
  }
  return lowest;
}

/** The zone whose limit is broken now, or null. */
export function brokenLimit(stage: Stage, state: State): Limit | null {
  if (state.zones.length === 0 || state.speed.kmh === null) return null;
  const limit = limitAt(stage, state.zones, state.reading);
  return limit?.counted && state.speed.kmh > limit.kmh + state.settings.limitToleranceKmh ? limit : null;
}

/** Says when the limit is broken and when it is kept again. */
export function watchLimit(stage: Stage, state: State, effects: Effect[]): State {
  const broken = brokenLimit(stage, state);
  const { over } = state;
  if (!over && !broken) return state;
  const speedKmh = state.speed.kmh ?? 0;
  if (over && over.zone === broken?.zone) {
    return speedKmh > over.worstKmh ? { ...state, over: { ...over, worstKmh: speedKmh } } : state;
  }
  const { ledger } = state;
  if (over) {
    const { zone, ms, metres, worstKmh } = infringement(state, over);
    effects.push({ effect: 'limit-respected', zone, worstKmh, ms, metres });
  }
  if (broken) effects.push({ effect: 'limit-exceeded', zone: broken.zone, speedKmh, limitKmh: broken.kmh });
  return {
    ...state,
    ledger: over ? { ...ledger, speeding: speedingOf(state) } : ledger,
    over: broken && {
      zone: broken.zone,
      since: state.t ?? 0,
      raw: state.raw ?? 0,
      worstKmh: speedKmh,
    },
  };
}

/** The infringement under way, as it stands. */
function infringement({ t, raw, instrument }: State, over: Over): Speeding {
  return {
    zone: over.zone,
    times: 1,
    ms: (t ?? 0) - over.since,
    metres: ((raw ?? 0) - over.raw) * instrument.metresPerCount,
    worstKmh: over.worstKmh,
  };
}

/** Every zone whose limit was broken, the infringement under way included. */
export function speedingOf(state: State): readonly Speeding[] {
  const { ledger, over } = state;
  if (!over) return ledger.speeding;
  const one = infringement(state, over);
  const before = ledger.speeding.find(({ zone }) => zone === one.zone);
  if (!before) return [...ledger.speeding, one];
  const both: Speeding = {
    zone: one.zone,
    times: before.times + 1,
    ms: before.ms + one.ms,
    metres: before.metres + one.metres,
    worstKmh: Math.max(before.worstKmh, one.worstKmh),
  };
  return ledger.speeding.map((each) => (each === before ? both : each));
}

/** Says when a neutralisation is over by the clock, or was left before. Source: roadbookrally.com/faq, “DN”. */
export function watchClock(state: State, effects: Effect[]): State {
  const { neutralisation, t, reading, ledger } = state;
  if (!neutralisation || t === null) return state;
  const { note, until, exit, ended } = neutralisation;
  if (!ended && t >= until) effects.push({ effect: 'neutralisation-ended', note });
  if (reading <= exit) {
    return ended || t < until ? state : { ...state, neutralisation: { note, until, exit, ended: true } };
  }
  const secondsEarly = Math.ceil((until - t) / 1000);
  if (secondsEarly <= 0) return { ...state, neutralisation: null };
  effects.push({ effect: 'neutralisation-left-early', note, secondsEarly });
  return { ...state, neutralisation: null, ledger: leftEarly(ledger, note, secondsEarly) };
}
