import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { readRoadbook } from '../src/formats/read.ts';
import { complete } from '../src/model/complete.ts';
import { defaultSettings } from '../src/nav/settings.ts';
import { start } from '../src/nav/state.ts';
import { step } from '../src/nav/step.ts';
import { compile } from '../src/stage/compile.ts';
import type { Stage } from '../src/stage/stage.ts';
import { sample } from './paths.ts';

/** The odometer core: nanoseconds a step, and hours of driving a second. */
export async function core(): Promise<string> {
  const file = sample('desert-day.roadbook.yaml');
  const { roadbook } = await readRoadbook(await readFile(file), file);
  if (!roadbook) throw new Error(`${file} does not read`);
  const day = compile(roadbook);
  const long = compile(manyNotes(20_000));
  const lines = [
    ['full day, 10 Hz at 90 km/h', day, 2.5],
    ['full day, 2 kHz pulses', day, 0.0125],
    ['20,000 notes, 10 Hz at 90 km/h', long, 2.5],
  ] as const;
  const rows = lines.map(([name, stage, metres]) => {
    const { steps, ms } = fastest(() => drive(stage, metres));
    const hours = stage.length / 1000 / 90;
    const perStep = `${((ms / steps) * 1e6).toFixed(0)} ns a step`.padStart(16);
    return `${name.padEnd(32)} ${String(steps).padStart(10)} steps ${ms.toFixed(0).padStart(6)} ms ${perStep} ${(hours / (ms / 1000)).toFixed(0).padStart(6)} h/s`;
  });
  return ['Odometer core, in process, one confirmation a note', ...rows, ''].join('\n');
}

function drive(stage: Stage, metres: number): number {
  let state = start(stage, defaultSettings);
  const steps = Math.ceil(stage.length / metres);
  for (let i = 0; i <= steps; i++) {
    const raw = Math.min(i * metres, stage.length);
    const t = raw * 40;
    const [after, effects] = step(stage, state, { type: 'wheel', t, raw });
    state = after;
    for (const effect of effects) {
      if (effect.effect !== 'note-reached') continue;
      [state] = step(stage, state, { type: 'confirm', t, note: effect.note, sure: true });
    }
  }
  return steps + 1;
}

function fastest(run: () => number): { steps: number; ms: number } {
  let best = { steps: 0, ms: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 5; round++) {
    const before = performance.now();
    const steps = run();
    const ms = performance.now() - before;
    if (ms < best.ms) best = { steps, ms };
  }
  return best;
}

function manyNotes(notes: number) {
  const { roadbook } = complete(
    { notes: Array.from({ length: notes }, (_, i) => ({ distance: i * 100, cap: i % 360 })) },
    () => null,
  );
  if (!roadbook) throw new Error('the generated stage is bad');
  return roadbook;
}
