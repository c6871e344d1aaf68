import type { Stage } from '../stage/stage.ts';
import { type Acted, refused, worked } from './acted.ts';
import { confirm } from './confirm.ts';
import type { Effect } from './effect.ts';
import { placed } from './estimate.ts';
import type { Act } from './event.ts';
import { fits } from './fits.ts';
import { anchored, readingAt } from './instrument.ts';
import { grown } from './place.ts';
import { type Instrument, instrumented, type State } from './state.ts';
import { takenBack, unreached } from './undo.ts';

/** A correction, not a new place, metres. */
const farthestNudge = 10_000;

/** One act of the co-driver. What it brings about on the road (notes, zones) is `place`'s work. */
export function act(stage: Stage, before: State, event: Act): Acted {
  const state = instrumented(before, grown(stage, before), before.undo, before.reading);
  switch (event.type) {
    case 'confirm':
      return confirm(stage, state, event);
    case 'nudge':
      if (!(Math.abs(event.metres) <= farthestNudge))
        return refused(state, event, 'more than a nudge: set the total instead');
      return worked(state, event, nudged(state.instrument, event.metres));
    case 'set':
      return set(stage, state, event);
    case 'trip-reset':
      return worked(state, event, { ...state.instrument, tripFrom: state.reading });
    case 'freeze':
      return worked(state, event, {
        ...anchored(state.instrument, state.raw),
        frozen: event.on ?? !state.instrument.frozen,
      });
    case 'reverse':
      return worked(state, event, {
        ...anchored(state.instrument, state.raw),
        direction: (event.on ?? state.instrument.direction === 1) ? -1 : 1,
      });
    case 'calibrate':
      return calibrate(state, event);
    case 'lost':
      return lost(stage, state, event);
    case 'return':
      return returned(stage, state, event);
    case 'undo':
      return undo(stage, state, event);
    case 'scroll':
      return [{ ...state, look: scrolled(stage, state, event.by) }, []];
    case 'follow':
      return [{ ...state, look: null }, []];
  }
}

function nudged(instrument: Instrument, metres: number): Instrument {
  return { ...instrument, anchor: instrument.anchor + metres };
}

/** Total := a printed distance on the axis in use. */
function set(stage: Stage, state: State, event: Act & { type: 'set' }): Acted {
  if (!Number.isFinite(event.metres) || event.metres < 0)
    return refused(state, event, 'not a distance on the page');
  const axis = axisAt(stage, state.next);
  const reading = axis.at + event.metres - axis.reading;
  if (reading < 0 || reading > stage.length + 100_000) {
    return refused(state, event, 'outside the stage');
  }
  const instrument = anchored(state.instrument, state.raw, reading);
  return worked(state, event, {
    ...instrument,
    sure: { note: null, at: reading, raw: state.raw },
    lost: false,
    estimate: placed(instrument.estimate, 0),
  });
}

function lost(stage: Stage, state: State, event: Act & { type: 'lost' }): Acted {
  const on = event.on ?? !state.instrument.lost;
  const effects: Effect[] = on ? [{ effect: 'lost', fits: fits(stage, state) }] : [];
  return worked(state, event, { ...state.instrument, lost: on }, effects);
}

/** All that the wheel turned since the sure place was off the route or back to it, frozen or not: no note was come to. */
function returned(stage: Stage, state: State, event: Act): Acted {
  const { sure, metresPerCount, detour } = state.instrument;
  const metres = ((state.raw ?? 0) - (sure.raw ?? state.raw ?? 0)) * metresPerCount;
  const instrument = anchored(state.instrument, state.raw, sure.at);
  const back: Instrument = {
    ...instrument,
    direction: 1,
    frozen: false,
    tripFrom: sure.at,
    sure: { note: sure.note, at: sure.at, raw: state.raw },
    lost: false,
    detour: detour + metres,
    estimate: placed(instrument.estimate, state.speed.kmh),
  };
  const [there, effects] = worked(state, event, back, [
    { effect: 'returned', note: sure.note, detour: metres },
  ]);
  return [unreached(stage, there), effects];
}

/** The printed axis that the odometer shows while `next` is the note ahead. */
export function axisAt(stage: Stage, next: number): Stage['axes'][number] {
  const stop = stage.notes[Math.min(next, stage.notes.length - 1)];
  return stage.axes[stop?.axis ?? 0] ?? { at: 0, reading: 0, firstNote: 0 };
}

/** A true distance since the trip's zero: the scale that would have shown it. The total keeps its reading. */
function calibrate(state: State, event: Act & { type: 'calibrate' }): Acted {
  const shown = state.reading - state.instrument.tripFrom;
  if (!Number.isFinite(event.metres) || event.metres <= 0) return refused(state, event, 'not a distance');
  if (shown < 100) return refused(state, event, 'drive at least 100 m from the trip’s zero first');
  const factor = event.metres / shown;
  if (factor < 0.5 || factor > 2)
    return refused(state, event, `that would change the scale ${factor.toFixed(2)} times`);
  const instrument = anchored(state.instrument, state.raw);
  return worked(state, event, { ...instrument, metresPerCount: instrument.metresPerCount * factor });
}

/** Puts back what was before the last act; what the wheel ran since is counted by the instrument before it. */
function undo(stage: Stage, state: State, event: Act): Acted {
  const last = state.undo.at(-1);
  if (!last) return refused(state, event, 'nothing to undo');
  const { instrument } = last;
  const counting = instrumented(state, instrument, state.undo.slice(0, -1), readingAt(instrument, state.raw));
  const back = takenBack(stage, { ...counting, instrument: grown(stage, counting) }, last.before);
  return [back, [{ effect: 'undone', act: last.act }]];
}

function scrolled(stage: Stage, state: State, by: number): number {
  const at = (state.look ?? state.next) + (Number.isFinite(by) ? Math.trunc(by) : 0);
  return Math.max(0, Math.min(stage.notes.length - 1, at));
}
