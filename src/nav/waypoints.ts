import type { WaypointType } from '../model/fields.ts';
import type { Stage } from '../stage/stage.ts';
import { has } from './indexes.ts';
import { passDistance } from './place.ts';
import type { State } from './state.ts';

/** A waypoint ahead; metres. */
export interface WaypointAhead {
  readonly note: number;
  readonly type: WaypointType;
  readonly toGo: number;
}

/** The next waypoint that nobody has confirmed and that is not surely behind. */
export function waypointAhead(stage: Stage, state: State): WaypointAhead | null {
  const first = stage.notes[Math.max(0, state.next - 1)]?.waypointsBefore ?? 0;
  const pass = passDistance(state.instrument, state);
  for (let i = first; i < stage.waypoints.length; i++) {
    const note = stage.waypoints[i] ?? 0;
    const stop = stage.notes[note];
    if (!stop?.waypoint || has(state.instrument.confirmed, note)) continue;
    const toGo = stop.at - state.reading;
    if (toGo >= -pass) return { note, type: stop.waypoint, toGo };
  }
  return null;
}

/** Notes whose waypoint was missed and has not been confirmed since, in order. */
export function missedWaypoints({ said, instrument }: State): number[] {
  const missed: number[] = [];
  for (let i = 0; i + 1 < said.missed.length; i += 2) {
    for (let note = said.missed[i] ?? 0; note < (said.missed[i + 1] ?? 0); note++) {
      if (!has(instrument.confirmed, note)) missed.push(note);
    }
  }
  return missed;
}

export function waypointCount(
  stage: Stage,
  state: State,
): { readonly all: number; readonly confirmed: number; readonly missed: number } {
  const before = (note: number) => stage.notes[note]?.waypointsBefore ?? stage.waypoints.length;
  const { confirmed: ranges } = state.instrument;
  let confirmed = 0;
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    confirmed += before(ranges[i + 1] ?? 0) - before(ranges[i] ?? 0);
  }
  return { all: stage.waypoints.length, confirmed, missed: missedWaypoints(state).length };
}
