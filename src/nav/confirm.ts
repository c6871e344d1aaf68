import type { Stage, StageNote } from '../stage/stage.ts';
import { type Acted, refused, worked } from './acted.ts';
import type { Effect } from './effect.ts';
import { confirmed, pressVariance, surprise, variance } from './estimate.ts';
import type { Act } from './event.ts';
import { add, has } from './indexes.ts';
import { anchored } from './instrument.ts';
import type { State } from './state.ts';

/** A confirmation further off than this many standard deviations is asked about, not believed. */
const doubtful = 3;

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
    return [state, [{ effect: 'note-doubted', note: stop.index, off, fits: notesThatFit(stage, state) }]];
  }
  // An outlier that the crew insists on places the reading, but teaches nothing about the wheel.
  const learnt = confirmed(
    instrument.estimate,
    sigmas > doubtful ? 0 : off * instrument.direction,
    state.speed.kmh,
  );
  const said = { ...state.said, confirmed: add(state.said.confirmed, stop.index) };
  const next = {
    ...anchored(instrument, state.raw, stop.at),
    tripFrom: stop.at,
    confirmed: add(instrument.confirmed, stop.index),
    lastConfirmed: stop.index,
    metresPerCount: instrument.metresPerCount * learnt.scaleFactor,
    estimate: learnt.estimate,
  };
  return worked({ ...state, said }, event, next, saidOf(state, stop, off));
}

function saidOf(state: State, { index, waypoint }: StageNote, correction: number): Effect[] {
  if (has(state.said.confirmed, index)) return [];
  const effects: Effect[] = [{ effect: 'note-confirmed', note: index, correction }];
  if (waypoint) effects.push({ effect: 'waypoint-confirmed', note: index, type: waypoint });
  return effects;
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

/** Notes that the reading could stand at, best first. */
function notesThatFit(stage: Stage, { reading, next, instrument, speed }: State): number[] {
  const reach = doubtful * Math.sqrt(variance(instrument.estimate) + pressVariance(speed.kmh));
  const fits: { index: number; away: number }[] = [];
  const collect = (i: number): boolean => {
    const stop = stage.notes[i];
    const away = stop ? Math.abs(stop.at - reading) : Number.POSITIVE_INFINITY;
    if (away > reach) return false;
    fits.push({ index: i, away });
    return fits.length < 16;
  };
  for (let i = next; collect(i); i++);
  for (let i = next - 1; collect(i); i--);
  return fits.sort((a, b) => a.away - b.away).map(({ index }) => index);
}
