import { has } from '../nav/indexes.ts';
import type { State } from '../nav/state.ts';
import { statusOf } from '../nav/view.ts';
import type { Stage } from '../stage/stage.ts';
import type { Call, DebriefNote, WaypointDebrief } from './debrief.ts';
import type { Watcher } from './watch.ts';

/** When each note was announced and come to. */
interface Times {
  readonly announced: ReadonlyMap<number, number>;
  readonly reached: ReadonlyMap<number, number>;
}

export function watchNotes(): Watcher<Times> {
  const announced = new Map<number, number>();
  const reached = new Map<number, number>();
  return {
    see({ effects, event }) {
      for (const effect of effects) {
        if (effect.effect === 'note-near') announced.set(effect.note, Math.round(event.t));
        if (effect.effect === 'note-reached') reached.set(effect.note, Math.round(event.t));
      }
    },
    found: () => ({ announced, reached }),
  };
}

/** Every note of the stage with what became of it. */
export function notesOf(stage: Stage, last: State, times: Times, calls: readonly Call[]): DebriefNote[] {
  const presses = new Map<number, Call[]>();
  for (const call of calls) {
    if (call.note !== null) presses.set(call.note, [...(presses.get(call.note) ?? []), call]);
  }
  return stage.notes.map(({ index, number, printed, at, danger, waypoint }) => {
    const own = presses.get(index) ?? [];
    const standing = own.findLast(({ outcome }) => outcome === 'confirmed');
    return {
      note: index,
      number,
      distance: printed,
      at,
      danger,
      waypoint,
      status: statusOf(last, index),
      announced: times.announced.get(index) ?? null,
      reached: times.reached.get(index) ?? standing?.t ?? null,
      calls: own.length,
      error: standing?.error ?? null,
      sigma: standing?.sigma ?? null,
    };
  });
}

export function waypointsOf(stage: Stage, last: State): WaypointDebrief[] {
  return stage.notes.flatMap(({ index, number, at, waypoint, note }) => {
    if (waypoint === null) return [];
    const name = note.waypoints.find(({ type }) => type === waypoint)?.name ?? null;
    const confirmed = has(last.instrument.confirmed, index);
    const status = confirmed ? 'confirmed' : has(last.said.missed, index) ? 'missed' : 'open';
    return [{ note: index, number, type: waypoint, name, at, status }];
  });
}
