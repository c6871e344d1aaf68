import type { Effect } from './effect.ts';
import type { Act } from './event.ts';
import { readingAt } from './instrument.ts';
import { type Instrument, instrumented, type State } from './state.ts';

/** So many acts can be undone. */
const undoDepth = 100;

/** What an act did: the state with its reading derived anew, and what to say about the act itself. */
export type Acted = readonly [State, readonly Effect[]];

/** The state with a new instrument, what it changes kept for undo. */
export function worked(
  state: State,
  act: Act,
  instrument: Instrument,
  effects: readonly Effect[] = [],
): Acted {
  const undo = state.undo.slice(1 - undoDepth);
  const { next, said, zones, ledger, neutralisation, finished } = state;
  const before = { next, said, zones, ledger, neutralisation, finished };
  undo.push({ act: act.type, instrument: state.instrument, before });
  return [instrumented(state, instrument, undo, readingAt(instrument, state.raw)), effects];
}

export function refused(state: State, act: Act, reason: string): Acted {
  return [state, [{ effect: 'refused', act: act.type, reason }]];
}
