import { type State, start } from '../nav/state.ts';
import { step } from '../nav/step.ts';
import type { Stage } from '../stage/stage.ts';
import type { JournalRead } from './read.ts';
import { eventsOf } from './record.ts';

/** The state at the end of a journal: the same, bit for bit, as when it was written. */
export function replay(stage: Stage, journal: JournalRead & { ok: true }): State {
  let state = start(stage, journal.header.settings);
  for (const record of journal.records) {
    if (record.kind === 'snapshot') state = record.state;
    for (const event of eventsOf(record)) [state] = step(stage, state, event);
  }
  return state;
}
