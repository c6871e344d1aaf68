import type { Stage, StageNote } from '../stage/stage.ts';
import { type Acted, refused, worked } from './acted.ts';
import type { Effect } from './effect.ts';
import { confirmed, surprise } from './estimate.ts';
import type { Act } from './event.ts';
import { doubtful, fits } from './fits.ts';
import { add, has } from './indexes.ts';
import { copyOf, type Instrument, type Said, type State, saidAt } from './state.ts';

/**
 * “This is the note.” The total becomes the note's distance and the partial 0, and the filter learns from how far off
 * the reading was. A note that the distance speaks against changes nothing: the crew is asked, with the notes that fit.
 */
export function confirm(stage: Stage, state: State, event: Act & { type: 'confirm' }): Acted {
  const index = event.note ?? nearestNote(stage, state);
  const stop = index === null ? undefined : stage.notes[index];
  if (!stop)
    return refused(state, event, event.note === undefined ? 'no note left to confirm' : 'no such note');
  const { instrument } = state;
  const off = stop.at - state.reading;
  const sigmas = surprise(instrument.estimate, off, state.speed.kmh);
  if (sigmas > doubtful && event.sure !== true) {
    return [state, [{ effect: 'note-doubted', note: stop.index, off, fits: fits(stage, state, stop.index) }]];
  }
  // An outlier that the crew insists on places the reading, but teaches nothing about the wheel.
  const learnt = confirmed(
    instrument.estimate,
    sigmas > doubtful ? 0 : off * instrument.direction,
    state.speed.kmh,
  );
  const next: Instrument = {
    anchor: stop.at,
    rawAtAnchor: state.raw ?? 0,
    direction: instrument.direction,
    frozen: instrument.frozen,
    metresPerCount: instrument.metresPerCount * learnt.scaleFactor,
    tripFrom: stop.at,
    confirmed: add(instrument.confirmed, stop.index),
    lastConfirmed: stop.index,
    sure: { note: stop.index, at: stop.at, raw: state.raw },
    lost: false,
    // Found again further back than was driven: the rest was off the route.
    detour: instrument.detour + (instrument.lost && sigmas > doubtful ? Math.max(0, -off) : 0),
    estimate: learnt.estimate,
  };
  const effects: Effect[] = [];
  const said = saying(stage, state, stop, off, effects);
  const [after] = worked(state, event, next);
  return [saidAt(after, said), effects];
}

/** Says that a note is confirmed, once, and which waypoints before it are thereby missed: their order must be kept. */
function saying(
  stage: Stage,
  { said: before, instrument }: State,
  { index, waypoint, waypointsBefore }: StageNote,
  correction: number,
  effects: Effect[],
): Said {
  const said = copyOf(before);
  const missed: Effect[] = [];
  for (let i = waypointsBefore - 1; i >= 0; i--) {
    const note = stage.waypoints[i] ?? 0;
    const { waypoint: type, at } = stage.notes[note] ?? { waypoint: null, at: 0 };
    // At 0 one starts, and has been there.
    if (!type || at === 0 || has(said.missed, note) || has(instrument.confirmed, note)) break;
    said.missed = add(said.missed, note);
    missed.unshift({ effect: 'waypoint-missed', note, type });
  }
  if (!has(said.confirmed, index)) {
    said.confirmed = add(said.confirmed, index);
    effects.push({ effect: 'note-confirmed', note: index, correction });
    if (waypoint) effects.push({ effect: 'waypoint-confirmed', note: index, type: waypoint });
  }
  for (const effect of missed) effects.push(effect);
  return said;
}

/** The note a bare “confirm” means: of those after the last confirmed, the one nearest to the reading. */
function nearestNote(stage: Stage, { reading, next, instrument }: State): number | null {
  const first = instrument.lastConfirmed === null ? 0 : instrument.lastConfirmed + 1;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let i = Math.max(first, next - 1); i >= first && i < stage.notes.length; i++) {
    const away = Math.abs((stage.notes[i]?.at ?? 0) - reading);
    if (away > least) break;
    best = i;
    least = away;
  }
  return best;
}
