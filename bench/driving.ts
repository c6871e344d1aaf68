import { complete } from '../src/model/complete.ts';
import type { Event } from '../src/nav/event.ts';
import { defaultSettings } from '../src/nav/settings.ts';
import { type State, start } from '../src/nav/state.ts';
import { step } from '../src/nav/step.ts';
import { compile } from '../src/stage/compile.ts';
import type { Stage } from '../src/stage/stage.ts';

/** A sample of the wheel every so many metres, every so many ms. */
export interface Pulses {
  readonly metres: number;
  readonly ms: number;
}

/** 90 km/h. */
export const tenHertz: Pulses = { metres: 2.5, ms: 100 };

export interface Driven {
  readonly steps: number;
  /** Processor time: the machine may have other work. */
  readonly ms: number;
  /** Of driving. */
  readonly hours: number;
}

export type Note = (event: Event, state: State) => void;

/** Drives a stage to its end, or for `until` ms; each note is confirmed as it is reached. */
export function drive(
  stage: Stage,
  { metres, ms }: Pulses,
  { until = Number.POSITIVE_INFINITY, note = () => {} }: { until?: number; note?: Note } = {},
): Driven {
  let state = start(stage, defaultSettings);
  const steps = Math.min(Math.ceil(stage.length / metres), until / ms);
  const before = process.cpuUsage();
  for (let i = 0; i <= steps; i++) {
    const t = i * ms;
    const event: Event = { type: 'wheel', t, raw: Math.min(i * metres, stage.length) };
    const [after, effects] = step(stage, state, event);
    state = after;
    note(event, state);
    for (const effect of effects) {
      if (effect.effect !== 'note-reached') continue;
      const confirm: Event = { type: 'confirm', t, note: effect.note, sure: true };
      [state] = step(stage, state, confirm);
      note(confirm, state);
    }
  }
  const { user, system } = process.cpuUsage(before);
  return { steps: steps + 1, ms: (user + system) / 1000, hours: (steps * ms) / 3_600_000 };
}

/** So many notes, one every so many metres. */
export function stageOf(notes: number, every: number): Stage {
  const { roadbook } = complete(
    { notes: Array.from({ length: notes }, (_, i) => ({ distance: i * every, cap: i % 360 })) },
    () => null,
  );
  if (!roadbook) throw new Error('the generated stage is bad');
  return compile(roadbook);
}
