import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readRoadbook } from '../src/formats/read.ts';
import { journalFile } from '../src/journal/file.ts';
import { openJournal } from '../src/journal/write.ts';
import { complete } from '../src/model/complete.ts';
import type { Event } from '../src/nav/event.ts';
import { defaultSettings } from '../src/nav/settings.ts';
import { type State, start } from '../src/nav/state.ts';
import { step } from '../src/nav/step.ts';
import { compile } from '../src/stage/compile.ts';
import type { Stage } from '../src/stage/stage.ts';
import { sample } from './paths.ts';

/** A sample of the wheel every so many metres, every so many ms. */
interface Pulses {
  readonly metres: number;
  readonly ms: number;
}

/** 90 km/h. */
const tenHertz: Pulses = { metres: 2.5, ms: 100 };
const twoKilohertz: Pulses = { metres: 0.0125, ms: 0.5 };
const hour = 3_600_000;

interface Driven {
  readonly steps: number;
  /** Processor time: the machine may have other work. */
  readonly ms: number;
  /** Of driving. */
  readonly hours: number;
}

/** The odometer core: nanoseconds a step, and hours of driving a second of processor time. */
export async function core(): Promise<string> {
  const file = sample('desert-day.roadbook.yaml');
  const { roadbook } = await readRoadbook(await readFile(file), file);
  if (!roadbook) throw new Error(`${file} does not read`);
  const day = compile(roadbook);
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-bench-'));
  try {
    const rows = [
      row('300 notes, 450 km, 10 Hz', () => drive(stageOf(300, 1500), tenHertz), 10),
      row('20,000 notes, 18,000 km, 10 Hz', () => drive(stageOf(20_000, 900), tenHertz), 2),
      row('20,000 notes, one every 100 m, 10 Hz', () => drive(stageOf(20_000, 100), tenHertz), 3),
      row('the sample day, 304 km, 10 Hz', () => drive(day, tenHertz)),
      row('the sample day, journalled', () => journalled(day, join(folder, 'run.journal'))),
      row('an hour of pulses at 2 kHz', () => drive(day, twoKilohertz, hour), 2),
    ];
    return [
      'Odometer core, in process, every note confirmed; processor time, best of several',
      ...rows,
      memory(day),
      '',
    ].join('\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

function row(name: string, run: () => Driven, rounds = 5): string {
  let best: Driven | null = null;
  for (let round = 0; round < rounds; round++) {
    const driven = run();
    if (best === null || driven.ms < best.ms) best = driven;
  }
  const { steps, ms, hours } = best ?? { steps: 1, ms: 0, hours: 0 };
  const perStep = `${((ms / steps) * 1e6).toFixed(0)} ns a step`.padStart(16);
  const pace = `${(hours / (ms / 1000)).toFixed(0)} h/s`.padStart(10);
  return `${name.padEnd(38)} ${String(steps).padStart(9)} steps ${ms.toFixed(0).padStart(6)} ms ${perStep} ${pace}`;
}

type Note = (event: Event, state: State) => void;

function drive(
  stage: Stage,
  { metres, ms }: Pulses,
  until = Number.POSITIVE_INFINITY,
  note: Note = () => {},
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
  return { steps: steps + 1, ms: (user + system) / 1000, hours: (steps * ms) / hour };
}

/** With the journal on disk as `drive --headless --journal` has it: acts are synced, counts every 100 ms. */
function journalled(stage: Stage, path: string): Driven {
  const header = {
    journal: 1,
    id: 'bench',
    fingerprint: stage.fingerprint,
    title: stage.title,
    file: null,
    settings: defaultSettings,
    started: '2026-10-12T07:40:00Z',
  } as const;
  const file = journalFile(path, null);
  const now = () => performance.now();
  const journal = openJournal(file, header, { sequence: 0, trouble: () => {}, now });
  const driven = drive(stage, tenHertz, undefined, journal.note);
  journal.close('ended', 0);
  rmSync(path);
  return driven;
}

/** What a state weighs along the way: it does not grow with the road. */
function memory(stage: Stage): string {
  const sizes: number[] = [];
  drive(stage, tenHertz, undefined, (event, state) => {
    if (event.type === 'wheel' && event.t % 600_000 === 0) sizes.push(JSON.stringify(state).length);
  });
  const full = sizes.slice(Math.ceil(sizes.length / 3));
  return `state as JSON, every ten minutes: ${Math.min(...full)} to ${Math.max(...full)} bytes once 100 acts can be undone`;
}

function stageOf(notes: number, every: number): Stage {
  const { roadbook } = complete(
    { notes: Array.from({ length: notes }, (_, i) => ({ distance: i * every, cap: i % 360 })) },
    () => null,
  );
  if (!roadbook) throw new Error('the generated stage is bad');
  return compile(roadbook);
}
