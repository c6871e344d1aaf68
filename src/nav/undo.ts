import type { Stage } from '../stage/stage.ts';
import { has, type Indexes, kept, none } from './indexes.ts';
import { fuelLeft } from './ledger.ts';
import { nextNote, passDistance, touch, waitsUntil } from './place.ts';
import type { Before, Ledger, Neutralisation, Said, State } from './state.ts';

/** What is true of the places around a reading, whatever was told. */
interface There {
  readonly stage: Stage;
  readonly state: State;
  readonly before: Before;
  /** The first note beyond the reading. */
  readonly next: number;
}

/**
 * The state as though the last act had never been, but for the road driven since: `state` has the instrument before it, and
 * the reading that this gives. What was told since and is not so here is taken back, and is told again when it comes:
 * notes, waypoints and zones, the finish, legs and neutralisations begun and ended, speeding in a zone not come to. From
 * `before.next` on the road is looked at again, for what the act had jumped over. A crew that is lost again is nowhere.
 */
export function takenBack(stage: Stage, state: State, before: Before): State {
  if (state.instrument.lost) return { ...state, ...before, over: null };
  const there: There = { stage, state, before, next: nextNote(stage, state) };
  const came = saidHere(there);
  const { over, finished } = state;
  const ahead = (zone: number) => (stage.zones[zone]?.from ?? 0) > state.reading;
  const ledger = ledgerHere(there, came, ahead);
  const left = fuelLeft(stage, state, ledger);
  const fuel = stage.notes[there.next]?.fuelNext;
  const isShort = (note: number) =>
    note === fuel && left !== null && (stage.notes[note]?.at ?? 0) - state.reading > left;
  const short = kept(before.said.short, state.said.short, isShort);
  return {
    ...state,
    next: before.next,
    zones: before.zones,
    said: { ...came, short },
    ledger,
    neutralisation: neutralisationHere(there),
    over: over && !ahead(over.zone) ? over : null,
    finished: finished && (before.finished || has(came.reached, stage.notes.length - 1)),
  };
}

/** The state as though nothing beyond the reading had been come to, but for what the crew confirmed there. */
export function unreached(stage: Stage, state: State): State {
  const { said, ledger, zones, neutralisation, instrument } = state;
  const next = nextNote(stage, state);
  const behind = (note: number | null | undefined) =>
    note != null && (note < next || has(instrument.confirmed, note));
  const of = (now: Indexes, stands: (index: number) => boolean) => kept(none, now, stands);
  const legs = ledger.legs.flatMap((run) => {
    const { firstNote, lastNote } = stage.legs[run.leg] ?? {};
    return behind(firstNote) ? [behind(lastNote) ? run : { ...run, until: null }] : [];
  });
  return takenBack(stage, state, {
    next,
    said: {
      near: none,
      reached: of(said.reached, behind),
      confirmed: said.confirmed,
      passed: of(said.passed, behind),
      short: said.short,
      missed: of(said.missed, behind),
      entered: of(said.entered, (zone) => behind(stage.zones[zone]?.firstNote)),
      left: of(said.left, (zone) => behind(stage.zones[zone]?.lastNote)),
    },
    zones,
    ledger: { ...ledger, speeding: [], leftEarly: [], legs },
    neutralisation: neutralisation && behind(neutralisation.note) ? neutralisation : null,
    finished: false,
  });
}

function saidHere({ stage, state, before, next }: There): Said {
  const { said: now, reading, instrument, settings } = state;
  const at = (note: number) => stage.notes[note]?.at ?? 0;
  const near = (note: number) => note >= next && at(note) - reading <= settings.nearMetres + touch;
  const behind = reading - passDistance(instrument, state);
  const passed = kept(before.said.passed, now.passed, (note) => at(note) < behind);
  const inside = stage.notes[next - 1]?.zones ?? [];
  const lastOf = (zone: number) => stage.zones[zone]?.lastNote ?? Number.POSITIVE_INFINITY;
  const isLeft = (zone: number) => has(before.said.entered, zone) && lastOf(zone) < next;
  return {
    near: kept(before.said.near, now.near, near),
    reached: kept(before.said.reached, now.reached, (note) => note < next),
    confirmed: before.said.confirmed,
    passed,
    short: now.short,
    missed: kept(before.said.missed, now.missed, (note) => has(passed, note)),
    entered: kept(before.said.entered, now.entered, (zone) => inside.includes(zone)),
    left: kept(before.said.left, now.left, isLeft),
  };
}

function ledgerHere(
  { stage, state, before, next }: There,
  said: Said,
  ahead: (zone: number) => boolean,
): Ledger {
  const { ledger: now } = state;
  const { ledger: then } = before;
  const legs = now.legs.flatMap((run) => {
    const leg = stage.legs[run.leg];
    const known = then.legs.find((one) => one.leg === run.leg);
    if (!leg || (!known && leg.firstNote >= next)) return [];
    const ended = (known?.until ?? null) !== null || leg.lastNote < next;
    return [ended ? run : { leg: run.leg, since: run.since, until: null }];
  });
  const speeding = now.speeding.flatMap((one) => {
    const known = then.speeding.find(({ zone }) => zone === one.zone);
    if (!ahead(one.zone)) return [one];
    return known ? [known] : [];
  });
  const leftEarly = now.leftEarly.filter(
    ({ note }, i) => i < then.leftEarly.length || waitsUntil(stage, note) < state.reading,
  );
  return {
    speeding,
    leftEarly,
    legs,
    fuelRaw: fuelled(stage, before.said.reached, said) ? now.fuelRaw : then.fuelRaw,
  };
}

/** Whether the crew truly came to fuel since. */
function fuelled({ notes }: Stage, before: Indexes, { reached }: Said): boolean {
  return notes.some(({ fuel, index }) => fuel && has(reached, index) && !has(before, index));
}

/** The one under way if its start was come to; else the one that the act had ended, if the car still stands in it. */
function neutralisationHere({ state, before, next }: There): Neutralisation | null {
  const { neutralisation: now, reading, t, ledger } = state;
  if (now && now.note < next) return now;
  const then = before.neutralisation;
  if (!then || reading > then.exit) return null;
  const wasLeft = ledger.leftEarly
    .slice(before.ledger.leftEarly.length)
    .some(({ note }) => note === then.note);
  // One that was not left early has been said to be over since, if its time has come.
  return { ...then, ended: then.ended || (!wasLeft && now === null && (t ?? 0) >= then.until) };
}
