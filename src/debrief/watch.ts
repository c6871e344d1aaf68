import type { Effect } from '../nav/effect.ts';
import type { Event } from '../nav/event.ts';
import type { State } from '../nav/state.ts';
import { step } from '../nav/step.ts';
import type { Stage } from '../stage/stage.ts';

/** One event of a run and what it did. */
export interface Moment {
  readonly stage: Stage;
  readonly before: State;
  readonly event: Event;
  readonly after: State;
  readonly effects: readonly Effect[];
}

/** Looks at a run as it goes by and keeps what it is for. */
export interface Watcher<T> {
  see(moment: Moment): void;
  /** What it found, once the run is over. */
  found(last: State): T;
}

/** Drives the events through the navigator once more, before the eyes of the watchers; answers the last state. */
export function watch(
  stage: Stage,
  initial: State,
  events: Iterable<Event>,
  watchers: readonly Watcher<unknown>[],
): State {
  let state = initial;
  for (const event of events) {
    const [after, effects] = step(stage, state, event);
    const moment: Moment = { stage, before: state, event, after, effects };
    for (const { see } of watchers) see(moment);
    state = after;
  }
  return state;
}

/** To a tenth: finer is noise. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
