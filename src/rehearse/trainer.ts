import type { Effect } from '../nav/effect.ts';
import { add, has, type Indexes, none } from '../nav/indexes.ts';
import type { State } from '../nav/state.ts';
import type { Stage } from '../stage/stage.ts';
import type { Drill } from './drill.ts';
import { type Grade, gradeOf, secondsTo, windowOf } from './window.ts';

/** What the crew did, marked. Notes by index. */
export type Mark =
  /** `seconds` before the note, at the speed of the moment; null for a note nobody called. */
  | { readonly mark: 'call'; readonly note: number; readonly grade: Grade; readonly seconds: number | null }
  | { readonly mark: 'known'; readonly note: number; readonly known: boolean }
  /** `metres` off the route when it was noticed, or when the car turned back by itself. */
  | { readonly mark: 'wrong-turn'; readonly note: number; readonly metres: number; readonly noticed: boolean }
  /** “Lost” on the right way. */
  | { readonly mark: 'false-alarm' };

/** A rehearsal as it stands: plain, small, beside the navigator's own state. */
export interface Trainer {
  readonly drill: Drill;
  /** Notes before this one are not rehearsed. */
  readonly from: number;
  /** Notes after this one are not rehearsed. */
  readonly to: number;
  readonly called: Indexes;
  /** Waits for “I knew it” or “I did not”. */
  readonly asked: number | null;
  readonly marks: readonly Mark[];
}

export type Trained = readonly [Trainer, readonly Mark[]];

export function trainer(drill: Drill, from: number, to: number): Trainer {
  return { drill, from, to, called: none, asked: null, marks: [] };
}

/** “Now”: a call of the first note ahead that was not called yet; nothing where that one is far off and the one ahead was called. */
export function call(stage: Stage, before: Trainer, state: State): Trained {
  const stop = stage.notes[noteToCall(before, state)];
  if (!stop || stop.index > before.to || before.drill === 'lost') return [before, []];
  const seconds = secondsTo(stop.at - state.reading, state.speed.kmh);
  const window = windowOf(stop, (state.speed.kmh ?? 0) / 3.6);
  // The key was meant for the note before, which is called already.
  if (stop.index > Math.max(state.next, before.from) && seconds > 2 * window.earliest) return [before, []];
  const grade = gradeOf(seconds, window);
  const called = add(before.called, stop.index);
  const asked = before.drill === 'recall' ? stop.index : null;
  return marked({ ...before, called, asked }, [{ mark: 'call', note: stop.index, grade, seconds }]);
}

function noteToCall({ called, from }: Trainer, { next }: State): number {
  let note = Math.max(next, from);
  while (has(called, note)) note++;
  return note;
}

/** Whether the note that was called last was as remembered. */
export function known(before: Trainer, yes: boolean): Trained {
  if (before.asked === null) return [before, []];
  return marked({ ...before, asked: null }, [{ mark: 'known', note: before.asked, known: yes }]);
}

/** What an event of the road brought: notes that came uncalled. */
export function driven(before: Trainer, effects: readonly Effect[]): Trained {
  if (before.drill === 'lost') return [before, []];
  const missed = effects.flatMap((effect): Mark[] => {
    if (effect.effect !== 'note-reached') return [];
    const { note } = effect;
    if (note < before.from || note > before.to || has(before.called, note)) return [];
    return [{ mark: 'call', note, grade: 'missed', seconds: null }];
  });
  const called = missed.reduce((set, one) => ('note' in one ? add(set, one.note) : set), before.called);
  return missed.length === 0 ? [before, missed] : marked({ ...before, called }, missed);
}

/** “We are lost”: on the wrong way since `note`, so many metres; or not at all. */
export function noticed(before: Trainer, off: { note: number; metres: number } | null): Trained {
  if (off === null) return marked(before, [{ mark: 'false-alarm' }]);
  return marked(before, [{ mark: 'wrong-turn', ...off, noticed: true }]);
}

/** Nobody noticed, and the road ended. */
export function overlooked(before: Trainer, off: { note: number; metres: number }): Trained {
  return marked(before, [{ mark: 'wrong-turn', ...off, noticed: false }]);
}

function marked(trainer: Trainer, marks: readonly Mark[]): Trained {
  return [{ ...trainer, marks: [...trainer.marks, ...marks] }, marks];
}
