import type { Stage } from '../stage/stage.ts';
import { act } from './acts.ts';
import type { Effect } from './effect.ts';
import type { Event } from './event.ts';
import { readingAt } from './instrument.ts';
import { brokenLimit, watchClock, watchLimit } from './limits.ts';
import { type Moved, place } from './place.ts';
import { measured, stood } from './speedometer.ts';
import { type State, turnedTo } from './state.ts';

export type Step = readonly [State, readonly Effect[]];

const nothing: readonly Effect[] = [];

/**
 * One event: the state after it and what the crew must be told. Pure: the same stage, state and event give the same
 * answer. An event that is older than the state, a counter that falls, and figures that no counter and no clock has change nothing.
 */
export function step(stage: Stage, state: State, event: Event): Step {
  if (!isFigure(event.t) || (state.t !== null && event.t < state.t)) return [state, nothing];
  switch (event.type) {
    case 'wheel':
      return turned(stage, state, event.t, event.raw);
    case 'tick':
      return settled(stage, { ...state, t: event.t, speed: stood(state.speed, event.t) }, null);
    default: {
      const now = turnedTo(state, event.t, state.raw, state.reading, state.speed);
      const [acted, effects] = act(stage, now, event);
      // What undo leads back to was driven to.
      const moved = event.type === 'undo' ? 'driven' : 'placed';
      const [after, more] = settled(stage, acted, acted.instrument.lost ? null : moved);
      return [after, more.length === 0 ? effects : [...effects, ...more]];
    }
  }
}

/** No counter and no clock goes further: what says so is broken. */
function isFigure(value: number): boolean {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

function turned(stage: Stage, state: State, t: number, raw: number): Step {
  if (!isFigure(raw) || (state.raw !== null && raw < state.raw)) return [state, nothing];
  if (state.raw === null) return settled(stage, firstCount(state, t, raw), 'driven');
  const reading = readingAt(state.instrument, raw);
  const speed = measured(state.speed, t, raw, state.instrument.metresPerCount);
  const { quiet, instrument } = state;
  const still = (reading >= quiet.from && reading < quiet.to) || instrument.lost;
  return settled(stage, turnedTo(state, t, raw, reading, speed), still ? null : 'driven');
}

/** The first count only says where the counter stands. */
function firstCount(state: State, t: number, raw: number): State {
  const { instrument } = state;
  const estimate = { ...instrument.estimate, raw };
  return {
    ...state,
    t,
    raw,
    instrument: { ...instrument, rawAtAnchor: raw, sure: { ...instrument.sure, raw }, estimate },
    ledger: { ...state.ledger, fuelRaw: raw },
    speed: measured(state.speed, t, raw, instrument.metresPerCount),
  };
}

/** What the new reading, speed and time bring about; `moved` is null where no place can have been come to. */
function settled(stage: Stage, state: State, moved: Moved | null): Step {
  if (moved === null && !state.over && !state.neutralisation && !brokenLimit(stage, state))
    return [state, nothing];
  const effects: Effect[] = [];
  const there = moved === null ? state : place(stage, state, moved, effects);
  return [watchClock(watchLimit(stage, there, effects), effects), effects];
}
