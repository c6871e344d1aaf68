import { readFile } from 'node:fs/promises';
import { readRoadbook } from '../src/formats/read.ts';
import { type State, start } from '../src/nav/state.ts';
import { step } from '../src/nav/step.ts';
import { view } from '../src/nav/view.ts';
import { car } from '../src/odometer/car.ts';
import { normal, randomFrom } from '../src/odometer/random.ts';
import { slippingWheel } from '../src/odometer/wheel.ts';
import { compile } from '../src/stage/compile.ts';
import type { Stage } from '../src/stage/stage.ts';
import { sample } from './paths.ts';

const runs = 1000;

/**
 * How honest the odometer is about its own error: seeded days on the full-day sample. Each has a wheel calibrated up to
 * 4 % wrong that slips 0–6 % with the ground; the crew misses a quarter of the notes, presses some metres early or late,
 * one time in ten up to 25 m late, and one time in twenty is about to confirm the note before or after.
 */
export async function monteCarlo(): Promise<string> {
  const file = sample('desert-day.roadbook.yaml');
  const { roadbook } = await readRoadbook(await readFile(file), file);
  if (!roadbook) throw new Error(`${file} does not read`);
  const stage = compile(roadbook);
  const all = tally();
  for (let seed = 1; seed <= runs; seed++) day(stage, seed, all);
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  const metres = (errors: number[], share: number) =>
    `${(errors.sort((a, b) => a - b)[Math.floor(errors.length * share)] ?? 0).toFixed(0)} m`;
  return [
    `${runs} days on ${stage.title}, ${(stage.length / 1000).toFixed(0)} km`,
    `true distance inside ±2σ          ${percent(all.inside, all.samples)} of ${all.samples} samples`,
    `wrong notes caught                ${percent(all.caught, all.wrong)} of ${all.wrong}`,
    `true notes doubted                ${percent(all.doubted, all.right)} of ${all.right}`,
    'error at the next note            median     95 %',
    `  with the filter                 ${metres(all.filtered, 0.5).padStart(6)}   ${metres(all.filtered, 0.95).padStart(6)}`,
    `  reset at each note, no filter   ${metres(all.plain, 0.5).padStart(6)}   ${metres(all.plain, 0.95).padStart(6)}`,
    '',
  ].join('\n');
}

function tally() {
  const errors: { filtered: number[]; plain: number[] } = { filtered: [], plain: [] };
  return { inside: 0, samples: 0, caught: 0, wrong: 0, doubted: 0, right: 0, ...errors };
}

function day(stage: Stage, seed: number, all: ReturnType<typeof tally>): void {
  const random = randomFrom(seed);
  // What the wheel is truly worth against the 1 m a count that the crew believes.
  const wheel = slippingWheel(seed * 7919, 1 + (random() * 2 - 1) * 0.04);
  const press = pressing(stage, random);
  let state = start(stage);
  let raw = 0;
  let position = 0;
  let plainOff = 0;
  let upcoming = 0;
  for (const moment of car(stage, { hz: 2 })) {
    raw += wheel(moment.position - position, moment.surface);
    position = moment.position;
    const { t } = moment;
    [state] = step(stage, state, { type: 'wheel', t, raw });
    if (random() < 0.05) {
      const { reading, sigma } = view(stage, state);
      all.samples++;
      if (Math.abs(reading - position) <= 2 * sigma) all.inside++;
    }
    for (; upcoming < stage.notes.length && position >= (press[upcoming]?.at ?? 0); upcoming++) {
      const at = stage.notes[upcoming]?.at ?? 0;
      // Against the true place of the car: a late press is not the odometer's error.
      all.filtered.push(Math.abs(view(stage, state).reading - position));
      all.plain.push(Math.abs(raw - plainOff - position));
      if (press[upcoming]?.missed) continue;
      if (random() < 0.05) wrongNote(stage, state, t, upcoming, random, all);
      state = confirm(stage, state, t, upcoming, all);
      plainOff = raw - at;
    }
  }
}

/** Where the crew presses for each note, and which they miss. */
function pressing(stage: Stage, random: () => number): { at: number; missed: boolean }[] {
  return stage.notes.map(({ at }) => {
    const late = random() < 0.1 ? 25 * random() : 0;
    return { at: at + 6 * normal(random) + late, missed: random() < 0.25 };
  });
}

function confirm(stage: Stage, state: State, t: number, note: number, all: ReturnType<typeof tally>): State {
  all.right++;
  const [after, effects] = step(stage, state, { type: 'confirm', t, note });
  if (!effects.some((e) => e.effect === 'note-doubted')) return after;
  all.doubted++;
  return step(stage, state, { type: 'confirm', t, note, sure: true })[0];
}

/** The crew takes the note before or after for this one. Notes within 60 m of each other look the same to any odometer. */
function wrongNote(
  stage: Stage,
  state: State,
  t: number,
  note: number,
  random: () => number,
  all: ReturnType<typeof tally>,
): void {
  const wrong = stage.notes[note + (random() < 0.5 ? 1 : -1)];
  if (!wrong || Math.abs(wrong.at - (stage.notes[note]?.at ?? 0)) < 60) return;
  all.wrong++;
  const [, effects] = step(stage, state, { type: 'confirm', t, note: wrong.index });
  if (effects.some((e) => e.effect === 'note-doubted')) all.caught++;
}
