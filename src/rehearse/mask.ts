import { has } from '../nav/indexes.ts';
import type { State } from '../nav/state.ts';
import type { Stage, StageNote } from '../stage/stage.ts';
import type { Drill } from './drill.ts';
import type { Trainer } from './trainer.ts';

/**
 * The stage as the crew may see it in this drill: what is to be recalled is left out of the notes ahead. The navigator
 * drives by the whole one. The same answer for the same place, so that who draws it need not look for what changed.
 */
export function masking(
  stage: Stage,
  { drill, from, to }: Trainer,
): (state: State, trainer: Trainer) => Stage {
  if (drill === 'call' || drill === 'lost') return () => stage;
  const hidden = stage.notes.map((stop) => masked(stop, drill));
  let key = '';
  let seen = stage;
  return ({ next }, { called }) => {
    const place = `${next} ${drill === 'recall' ? called.join() : ''}`;
    if (place === key) return seen;
    key = place;
    const open = (index: number) =>
      index < next || index < from || index > to || (drill === 'recall' && has(called, index));
    const notes = stage.notes.map((stop, index) => (open(index) ? stop : (hidden[index] ?? stop)));
    seen = { ...stage, notes };
    return seen;
  };
}

function masked(stop: StageNote, drill: Drill): StageNote {
  const { note } = stop;
  if (drill === 'no-cap') return { ...stop, cap: null, note: { ...note, cap: null, averageCap: null } };
  return {
    ...stop,
    danger: null,
    cap: null,
    waypoint: null,
    note: {
      ...note,
      cap: null,
      averageCap: null,
      danger: null,
      waypoints: [],
      tulip: null,
      pictures: { tulip: null, text: null },
      text: null,
      symbols: [],
      services: [],
      limitKmh: null,
      stopSeconds: null,
      remark: null,
    },
  };
}
