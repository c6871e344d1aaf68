import type { Effect } from './effect.ts';
import type { Act } from './event.ts';
import { readingAt } from './instrument.ts';
import type { Instrument, State, Undo } from './state.ts';

/** So many acts can be undone. */
const undoDepth = 100;

/** What an act did: the state with its reading derived anew, and what to say about the act itself. */
export type Acted = readonly [State, readonly Effect[]];

/** The state with a new instrument, the old one kept for undo. */
export function worked(
  state: State,
  { type }: Act,
  instrument: Instrument,
  effects: readonly Effect[] = [],
): Acted {
  const undo: Undo = {
    act: type,
    instrument: state.instrument,
    earlier: shortened(state.undo, undoDepth - 1),
    depth: Math.min((state.undo?.depth ?? 0) + 1, undoDepth),
  };
  return [{ ...state, undo, instrument, reading: readingAt(instrument, state.raw) }, effects];
}

export function refused(state: State, { type }: Act, reason: string): Acted {
  return [state, [{ effect: 'refused', act: type, reason }]];
}

function shortened(list: Undo | null, depth: number): Undo | null {
  if (!list || list.depth <= depth) return list;
  const kept: Undo[] = [];
  for (let item: Undo | null = list; item && kept.length < depth; item = item.earlier) kept.push(item);
  return kept.reduceRight<Undo | null>(
    (earlier, item) => ({ ...item, earlier, depth: (earlier?.depth ?? 0) + 1 }),
    null,
  );
}
