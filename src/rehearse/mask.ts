import { has } from '../nav/indexes.ts';
import type { State } from '../nav/state.ts';
import type { Stage, StageNote } from '../stage/stage.ts';
import type { Drill } from './drill.ts';
import type { Trainer } from './trainer.ts';

/** Whether a note, by its index, is still to be recalled as a whole. */
export function isHidden({ drill, from, to, called }: Trainer, { next }: State, index: number): boolean {
  if (drill !== 'recall' && drill !== 'distance-only') return false;
  return isAhead({ from, to }, next, index) && !(drill === 'recall' && has(called, index));
}

function isAhead({ from, to }: Pick<Trainer, 'from' | 'to'>, next: number, index: number): boolean {
  return index >= Math.max(next, from) && index <= to;
}

/**
 * The stage as the crew may see it in this drill: what is to be recalled is left out of the notes ahead, and zones that
 * begin there. The navigator drives by the whole one. The same answer for the same place, so that who draws it need not
 * look for what changed.
 */
export function masking(
  stage: Stage,
  { drill, from, to }: Trainer,
): (state: State, trainer: Trainer) => Stage {
  if (drill === 'call' || drill === 'lost') return () => stage;
  const bare = stage.notes.map((stop) => masked(stop, drill));
  let key = '';
  let seen = stage;
  return (state, trainer) => {
    const place = `${state.next} ${drill === 'recall' ? trainer.called.join() : ''}`;
    if (place === key) return seen;
    key = place;
    const hides = (index: number) =>
      drill === 'no-cap' ? isAhead({ from, to }, state.next, index) : isHidden(trainer, state, index);
    const notes = stage.notes.map((stop, index) => (hides(index) ? (bare[index] ?? stop) : stop));
    seen = { ...stage, notes, zones: drill === 'no-cap' ? stage.zones : known(stage.zones, hides) };
    return seen;
  };
}

/** The zones before the first that begins at a hidden note: the places of the others stay as they are. */
function known(zones: Stage['zones'], hides: (index: number) => boolean): Stage['zones'] {
  const first = zones.findIndex(({ firstNote }) => hides(firstNote));
  return first === -1 ? zones : zones.slice(0, first);
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
