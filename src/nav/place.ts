import type { Stage, StageNote } from '../stage/stage.ts';
import type { Effect } from './effect.ts';
import { ran, variance } from './estimate.ts';
import { add, has } from './indexes.ts';
import type { Instrument, State } from './state.ts';

/** How the reading came to where it is: by the wheel, or put there by an act. */
export type Moved = 'driven' | 'placed';

/** The estimate is brought up to date at least this often, metres. */
const stride = 50;

/** A reading this close before a place is at it: what floating point may be short by, a thousand times over. */
const touch = 0.001;

/** Looks what stands at the new reading: notes near, reached and passed, zones, the finish. Sets the next quiet stretch. */
export function place(stage: Stage, before: State, moved: Moved, effects: Effect[]): State {
  let state: State = { ...before, instrument: grown(stage, before) };
  state = { ...state, next: nextNote(stage, state) };
  state = reached(stage, state, before.next, moved, effects);
  state = passed(stage, state, effects);
  state = zones(stage, state, effects);
  state = near(stage, state, effects);
  state = finish(stage, state, effects);
  return { ...state, quiet: quiet(stage, state) };
}

/** The instrument with its estimate brought up to the wheel. Frozen distance is search, not road. */
export function grown(stage: Stage, state: State): Instrument {
  const { instrument, raw } = state;
  if (raw === null) return instrument;
  if (instrument.frozen) return { ...instrument, estimate: { ...instrument.estimate, raw } };
  const surface = stage.notes[state.next - 1]?.surface ?? null;
  return { ...instrument, estimate: ran(instrument.estimate, raw, instrument.metresPerCount, surface) };
}

/** The first note beyond the reading. One that was just confirmed stays behind, whatever small nudges follow. */
function nextNote(stage: Stage, { reading, instrument, settings }: State): number {
  const last = instrument.lastConfirmed;
  const lastAt = last === null ? null : (stage.notes[last]?.at ?? null);
  const first = last !== null && lastAt !== null && reading > lastAt - settings.passMetres ? last + 1 : 0;
  let low = first;
  let high = stage.notes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stage.notes[middle]?.at ?? 0) > reading + touch) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Notes that the reading has come to. Those that an act jumped over were not driven to, and are not said. */
function reached(stage: Stage, state: State, from: number, moved: Moved, effects: Effect[]): State {
  let { said, neutralisation } = state;
  for (let i = Math.min(from, state.next); i < state.next; i++) {
    const stop = stage.notes[i];
    if (!stop || has(said.reached, i)) continue;
    if (moved === 'placed' && state.reading - stop.at > state.settings.passMetres) continue;
    said = { ...said, reached: add(said.reached, i) };
    effects.push({ effect: 'note-reached', note: i });
    neutralisation = neutralised(stop, state.t ?? 0, effects) ?? neutralisation;
  }
  return { ...state, said, neutralisation };
}

/** The countdown begins at the note that starts the neutralisation. */
function neutralised(stop: StageNote, t: number, effects: Effect[]): State['neutralisation'] {
  const seconds = stop.note.waypoints.find((w) => w.type === 'DN')?.seconds ?? null;
  if (seconds === null) return null;
  const until = t + seconds * 1000;
  effects.push({ effect: 'neutralisation-started', note: stop.index, seconds, until });
  return { note: stop.index, until, ended: false };
}

/** Notes driven past by more than the reading can be wrong by, unconfirmed. */
function passed(stage: Stage, state: State, effects: Effect[]): State {
  const behind = state.reading - passDistance(state);
  const found: StageNote[] = [];
  for (let i = state.next - 1; i >= 0; i--) {
    const stop = stage.notes[i];
    if (
      !stop ||
      has(state.said.passed, i) ||
      has(state.instrument.confirmed, i) ||
      !has(state.said.reached, i)
    )
      break;
    if (stop.at < behind) found.unshift(stop);
  }
  let { said } = state;
  for (const { index, waypoint } of found) {
    said = { ...said, passed: add(said.passed, index) };
    effects.push({ effect: 'note-passed', note: index });
    if (!waypoint) continue;
    said = { ...said, missed: add(said.missed, index) };
    effects.push({ effect: 'waypoint-missed', note: index, type: waypoint });
  }
  return said === state.said ? state : { ...state, said };
}

/** How far behind a note the reading must be before the note is surely passed. */
export function passDistance(state: State): number {
  return state.settings.passMetres + 2 * Math.sqrt(variance(state.instrument.estimate));
}

function zones(stage: Stage, state: State, effects: Effect[]): State {
  let { said, neutralisation } = state;
  const reading = state.reading + touch;
  const inside: number[] = [];
  for (const [i, zone] of stage.zones.entries()) {
    if (reading < zone.from) continue;
    if (reading < zone.to) {
      inside.push(i);
      if (has(said.entered, i)) continue;
      said = { ...said, entered: add(said.entered, i) };
      effects.push({ effect: 'zone-entered', zone: i, kind: zone.kind, limitKmh: zone.limitKmh });
    } else if (has(said.entered, i) && !has(said.left, i)) {
      said = { ...said, left: add(said.left, i) };
      effects.push({ effect: 'zone-left', zone: i, kind: zone.kind });
      if (zone.kind === 'neutralisation' && neutralisation) {
        const secondsEarly = Math.ceil((neutralisation.until - (state.t ?? 0)) / 1000);
        if (secondsEarly > 0) {
          effects.push({ effect: 'neutralisation-left-early', note: neutralisation.note, secondsEarly });
        }
        neutralisation = null;
      }
    }
  }
  return { ...state, said, neutralisation, zones: inside };
}

/** Announces what comes up. */
function near(stage: Stage, state: State, effects: Effect[]): State {
  let { said } = state;
  for (let i = state.next; i < stage.notes.length; i++) {
    const stop = stage.notes[i];
    const metres = (stop?.at ?? 0) - state.reading;
    if (!stop || metres > state.settings.nearMetres + touch) break;
    if (has(said.near, i)) continue;
    said = { ...said, near: add(said.near, i) };
    effects.push({ effect: 'note-near', note: i, metres });
    if (stop.waypoint) effects.push({ effect: 'waypoint-due', note: i, type: stop.waypoint, metres });
  }
  return said === state.said ? state : { ...state, said };
}

function finish(stage: Stage, state: State, effects: Effect[]): State {
  const last = stage.notes.length - 1;
  if (
    state.finished ||
    last < 0 ||
    !(has(state.said.reached, last) || has(state.instrument.confirmed, last))
  ) {
    return state;
  }
  effects.push({ effect: 'finish', note: last });
  return { ...state, finished: true };
}

/** The stretch around the reading in which `place` would find nothing. */
function quiet(stage: Stage, state: State): State['quiet'] {
  const { reading, next, settings } = state;
  let from = reading - stride;
  let to = reading + stride;
  const edge = (place: number) => {
    const at = place - touch;
    if (at > reading) to = Math.min(to, at);
    else from = Math.max(from, at);
  };
  const at = (i: number) => stage.notes[i]?.at;
  const ahead = at(next);
  if (ahead !== undefined) edge(ahead);
  const behind = at(next - 1);
  if (behind !== undefined) edge(behind);
  for (let i = next; i < stage.notes.length; i++) {
    if (has(state.said.near, i)) continue;
    edge((at(i) ?? 0) - settings.nearMetres);
    break;
  }
  for (const zone of stage.zones) {
    edge(zone.from);
    edge(zone.to);
  }
  return { from, to };
}
