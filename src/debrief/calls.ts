import { view } from '../nav/view.ts';
import type { Call, Correction } from './debrief.ts';
import { type Moment, tenth, type Watcher } from './watch.ts';

/** Every “this is the note” of a run: which note, how far off the odometer was, and what came of it. */
export function watchCalls(): Watcher<Call[]> {
  const calls: Call[] = [];
  return {
    see(moment) {
      const { event, effects } = moment;
      if (event.type === 'confirm') calls.push(callOf(moment));
      const undone = effects.some((one) => one.effect === 'undone' && one.act === 'confirm');
      const last = calls.findLastIndex(({ outcome }) => outcome === 'confirmed');
      const call = calls[last];
      if (undone && call) calls[last] = { ...call, outcome: 'undone' };
    },
    found: () => calls,
  };
}

function callOf({ stage, before, event, after, effects }: Moment): Call {
  const doubted = effects.find((one) => one.effect === 'note-doubted');
  const refused = effects.some(({ effect }) => effect === 'refused');
  const index = refused ? null : (doubted?.note ?? after.instrument.lastConfirmed);
  const stop = index === null ? undefined : stage.notes[index];
  return {
    t: Math.round(event.t),
    note: stop?.index ?? null,
    number: stop?.number ?? null,
    at: tenth(before.reading),
    outcome: refused ? 'refused' : doubted ? 'doubted' : 'confirmed',
    error: stop ? tenth(before.reading - stop.at) : null,
    sigma: tenth(view(stage, before).sigma),
    kmh: before.speed.kmh === null ? null : tenth(before.speed.kmh),
  };
}

const noCorrection: ReadonlySet<string> = new Set(['wheel', 'tick', 'confirm', 'scroll', 'follow']);

/** Every other act on the odometer. */
export function watchCorrections(): Watcher<Correction[]> {
  const corrections: Correction[] = [];
  return {
    see({ before, event, after, effects }) {
      if (noCorrection.has(event.type)) return;
      corrections.push({
        t: Math.round(event.t),
        at: tenth(before.reading),
        act: event.type,
        metres: tenth(after.reading - before.reading),
        done: !effects.some(({ effect }) => effect === 'refused'),
      });
    },
    found: () => corrections,
  };
}
