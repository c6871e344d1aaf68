import type { Stage, StageNote } from '../stage/stage.ts';
import type { Effect } from './effect.ts';
import { ran, variance } from './estimate.ts';
import { add, has } from './indexes.ts';
import { withEstimate } from './instrument.ts';
import { fuelLeft, legBegun, legEnded } from './ledger.ts';
import { noteBeyond } from './note-beyond.ts';
import { copyOf, type Instrument, type Ledger, type Placing, placedAt, type State } from './state.ts';

/** How the reading came to where it is: by the wheel, or put there by an act. */
export type Moved = 'driven' | 'placed';

/** The longest stretch that is not looked at, metres. */
const stride = 500;

/** A reading this close before a place is at it: what floating point may be short by, a thousand times over. */
export const touch = 0.001;

/** A place being looked at: what is found goes into it, and into the state at the end. */
interface Look {
  readonly stage: Stage;
  readonly state: State;
  readonly effects: Effect[];
  readonly instrument: Instrument;
  readonly next: number;
  readonly said: ReturnType<typeof copyOf>;
  zones: readonly number[];
  ledger: Ledger;
  neutralisation: State['neutralisation'];
  finished: boolean;
}

/** Looks what stands at the new reading: notes near, reached and passed, zones, the finish. Sets the next quiet stretch. */
export function place(stage: Stage, state: State, moved: Moved, effects: Effect[]): State {
  const { zones, ledger, neutralisation, finished } = state;
  const said = copyOf(state.said);
  const instrument = grown(stage, state);
  const next = nextNote(stage, state);
  const look: Look = {
    stage,
    state,
    effects,
    instrument,
    next,
    said,
    zones,
    ledger,
    neutralisation,
    finished,
  };
  reached(look, moved);
  passed(look);
  throughZones(look);
  near(look);
  fuel(look);
  finish(look);
  const placing: Placing = {
    instrument,
    next,
    quiet: quiet(look),
    said: look.said,
    zones: look.zones,
    ledger: look.ledger,
    neutralisation: look.neutralisation,
    finished: look.finished,
  };
  return placedAt(state, placing);
}

/** The instrument with its estimate brought up to the wheel. Frozen distance is search, not road. */
export function grown(stage: Stage, { instrument, raw, next }: State): Instrument {
  if (raw === null) return instrument;
  if (instrument.frozen) return withEstimate(instrument, { ...instrument.estimate, raw });
  const surface = stage.notes[next - 1]?.surface ?? null;
  return withEstimate(instrument, ran(instrument.estimate, raw, instrument.metresPerCount, surface));
}

/** The first note beyond the reading. One that was just confirmed stays behind, whatever small nudges follow. */
export function nextNote(stage: Stage, state: State): number {
  const { reading, instrument, settings } = state;
  const last = instrument.lastConfirmed;
  const lastAt = last === null ? null : (stage.notes[last]?.at ?? null);
  const from = last !== null && lastAt !== null && reading > lastAt - settings.passMetres ? last + 1 : 0;
  const seen = reading + touch;
  const at = (note: number) => stage.notes[note]?.at ?? Number.POSITIVE_INFINITY;
  // Mostly it is the note that was ahead, or the one behind that: no need to search.
  for (let note = Math.max(from, state.next); note <= state.next + 1; note++) {
    if (at(note) > seen && note <= stage.notes.length && (note === from || at(note - 1) <= seen)) return note;
  }
  return noteBeyond(stage, seen, from);
}

/** Notes that the reading has come to. Those that an act jumped over were not driven to, and are not said. */
function reached(look: Look, moved: Moved): void {
  const { stage, state, next } = look;
  for (let i = state.next; i < next; i++) {
    const stop = stage.notes[i];
    if (!stop || has(look.said.reached, i)) continue;
    if (moved === 'placed' && state.reading - stop.at > state.settings.passMetres) continue;
    look.said.reached = add(look.said.reached, i);
    look.effects.push({ effect: 'note-reached', note: i });
    neutralised(look, stop);
    legs(look, i);
    if (stop.fuel) look.ledger = { ...look.ledger, fuelRaw: state.raw };
  }
}

/** The countdown begins at the note that starts the neutralisation. */
function neutralised(look: Look, stop: StageNote): void {
  const seconds = stop.neutralSeconds;
  if (seconds === null) return;
  const until = (look.state.t ?? 0) + seconds * 1000;
  look.effects.push({ effect: 'neutralisation-started', note: stop.index, seconds, until });
  const exit = waitsUntil(look.stage, stop.index);
  look.neutralisation = { note: stop.index, until, exit, ended: false };
}

/** Where the neutralisation that begins at a note must not be left before its time: the clear radius of its end. */
export function waitsUntil({ zones, length }: Stage, note: number): number {
  const zone = zones.find(({ kind, firstNote }) => kind === 'neutralisation' && firstNote === note);
  return zone ? zone.to + zone.tolerance.exit : length;
}

/** Notes driven past by more than the reading can be wrong by, unconfirmed. */
function passed(look: Look): void {
  const behind = look.state.reading - passDistance(look.instrument, look.state);
  const found: StageNote[] = [];
  for (let i = look.next - 1; i >= 0; i--) {
    const stop = pending(look, i);
    if (!stop) break;
    if (stop.at < behind) found.unshift(stop);
  }
  for (const { index, waypoint } of found) {
    look.said.passed = add(look.said.passed, index);
    look.effects.push({ effect: 'note-passed', note: index });
    if (!waypoint) continue;
    look.said.missed = add(look.said.missed, index);
    look.effects.push({ effect: 'waypoint-missed', note: index, type: waypoint });
  }
}

/** A note that was reached and of which nobody yet knows whether it is confirmed or passed; never the place one starts from. */
function pending({ stage, said, instrument }: Look, index: number): StageNote | undefined {
  const open = has(said.reached, index) && !has(said.passed, index) && !has(instrument.confirmed, index);
  const stop = stage.notes[index];
  return open && stop && stop.at > 0 ? stop : undefined;
}

/** How far behind a note the reading must be before the note is surely passed. */
export function passDistance({ estimate }: Instrument, { settings }: State): number {
  return settings.passMetres + 2 * Math.sqrt(variance(estimate));
}

/** Zones begin and end at notes, so the last note come to says which are in force. */
function throughZones(look: Look): void {
  const { stage, state, next, effects } = look;
  const inside = stage.notes[next - 1]?.zones ?? [];
  if (inside === state.zones) return;
  look.zones = inside;
  for (const index of state.zones) {
    const zone = stage.zones[index];
    const behind = zone && zone.lastNote !== null && zone.lastNote < next;
    if (!behind || inside.includes(index) || has(look.said.left, index)) continue;
    look.said.left = add(look.said.left, index);
    effects.push({ effect: 'zone-left', zone: index, kind: zone.kind });
  }
  for (const index of inside) {
    const zone = stage.zones[index];
    if (!zone || has(look.said.entered, index)) continue;
    look.said.entered = add(look.said.entered, index);
    effects.push({ effect: 'zone-entered', zone: index, kind: zone.kind, limitKmh: zone.limitKmh });
  }
}

/** Announces what comes up. */
function near(look: Look): void {
  const { stage, state } = look;
  for (let i = look.next; i < stage.notes.length; i++) {
    const stop = stage.notes[i];
    const metres = (stop?.at ?? 0) - state.reading;
    if (!stop || metres > state.settings.nearMetres + touch) break;
    if (has(look.said.near, i)) continue;
    look.said.near = add(look.said.near, i);
    look.effects.push({ effect: 'note-near', note: i, metres });
    if (stop.waypoint) look.effects.push({ effect: 'waypoint-due', note: i, type: stop.waypoint, metres });
  }
}

/** Legs with a time that begin and end at a note come to: a time control ends one and begins the next. */
function legs(look: Look, note: number): void {
  if (look.stage.legs.length === 0) return;
  look.ledger = legEnded(look.stage, look.ledger, note, look.state.t ?? 0, look.effects);
  look.ledger = legBegun(look.stage, look.ledger, note, look.state.t ?? 0, look.effects);
}

/** Says once for each place with fuel that the tank does not reach to it. */
function fuel(look: Look): void {
  const left = fuelLeft(look.stage, look.state, look.ledger);
  const note = look.stage.notes[look.next]?.fuelNext;
  if (left === null || note === undefined || has(look.said.short, note)) return;
  const toGo = (look.stage.notes[note]?.at ?? 0) - look.state.reading;
  if (toGo <= left) return;
  look.said.short = add(look.said.short, note);
  look.effects.push({ effect: 'fuel-short', note, metres: left, toGo });
}

function finish(look: Look): void {
  const last = look.stage.notes.length - 1;
  if (look.finished || last < 0) return;
  if (!has(look.said.reached, last) && !has(look.instrument.confirmed, last)) return;
  look.effects.push({ effect: 'finish', note: last });
  look.finished = true;
}

/** The stretch around the reading in which `place` would find nothing: no note, no announcement, nothing passed. */
function quiet(look: Look): State['quiet'] {
  const { stage, state, next } = look;
  const { reading, settings } = state;
  let from = reading - stride;
  let to = reading + stride;
  const edge = (at: number) => {
    const seen = at - touch;
    if (seen > reading) to = Math.min(to, seen);
    else from = Math.max(from, seen);
  };
  const ahead = stage.notes[next];
  if (ahead) edge(ahead.at);
  const behind = stage.notes[next - 1];
  if (behind) edge(behind.at);
  for (let i = next; i < stage.notes.length; i++) {
    if (has(look.said.near, i)) continue;
    edge((stage.notes[i]?.at ?? 0) - settings.nearMetres);
    break;
  }
  for (let i = next - 1, stop = pending(look, i); stop; i--, stop = pending(look, i)) {
    edge(stop.at + passDistance(look.instrument, state));
  }
  return { from, to };
}
