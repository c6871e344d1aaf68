import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readRoadbook } from '../src/formats/read.ts';
import { journalFile } from '../src/journal/file.ts';
import { readJournal } from '../src/journal/read.ts';
import { replay } from '../src/journal/replay.ts';
import type { JournalFile } from '../src/journal/tail.ts';
import { type Journal, newJournal, openJournal } from '../src/journal/write.ts';
import { defaultSettings } from '../src/nav/settings.ts';
import { compile } from '../src/stage/compile.ts';
import type { Stage } from '../src/stage/stage.ts';
import { type Driven, drive, type Pulses, stageOf, tenHertz } from './driving.ts';
import { sample } from './paths.ts';

const twoKilohertz: Pulses = { metres: 0.0125, ms: 0.5 };
const hour = 3_600_000;

/** The odometer core and its journal: nanoseconds a step, hours of driving a second of processor time, and memory. */
export async function core(): Promise<string> {
  const file = sample('desert-day.roadbook.yaml');
  const { roadbook } = await readRoadbook(await readFile(file), file);
  if (!roadbook) throw new Error(`${file} does not read`);
  const day = compile(roadbook);
  return [
    'Odometer core, in process, every note confirmed; processor time, the best of two seconds of rounds',
    row('300 notes, 450 km, 10 Hz', () => drive(stageOf(300, 1500), tenHertz)),
    row('20,000 notes, 18,000 km, 10 Hz', () => drive(stageOf(20_000, 900), tenHertz)),
    row('300 notes, one every 100 m, 10 Hz', () => drive(stageOf(300, 100), tenHertz)),
    row('20,000 notes, one every 100 m, 10 Hz', () => drive(stageOf(20_000, 100), tenHertz)),
    row('the sample day, 304 km, 10 Hz', () => drive(day, tenHertz)),
    row('an hour of pulses at 2 kHz', () => drive(day, twoKilohertz, { until: hour })),
    row('the sample day, journalled to nowhere', () => journalled(day, openJournalOn(day, nowhere))),
    ...onDisk(day),
    ...memory(),
    '',
  ].join('\n');
}

/** Three rounds at least. The best is what a step costs once V8 has compiled all of it. */
function row(name: string, run: () => Driven): string {
  let best: Driven | null = null;
  for (let round = 0, until = performance.now() + 2000; round < 3 || performance.now() < until; round++) {
    const driven = run();
    if (best === null || driven.ms < best.ms) best = driven;
  }
  const { steps, ms, hours } = best ?? { steps: 1, ms: 0, hours: 0 };
  const perStep = `${((ms / steps) * 1e6).toFixed(0)} ns a step`.padStart(16);
  const pace = `${(hours / (ms / 1000)).toFixed(0)} h/s`.padStart(10);
  return `${name.padEnd(38)} ${String(steps).padStart(9)} steps ${ms.toFixed(0).padStart(6)} ms ${perStep} ${pace}`;
}

const nowhere: JournalFile = { write() {}, sync() {}, syncSoon: (done) => done(null), close() {} };

function openJournalOn(stage: Stage, file: JournalFile): Journal {
  const header = {
    journal: 1,
    id: 'bench',
    fingerprint: stage.fingerprint,
    title: stage.title,
    file: null,
    settings: defaultSettings,
    started: '2026-10-12T07:40:00Z',
  } as const;
  const now = () => performance.now();
  return openJournal(file, header, { end: newJournal, trouble: () => {}, now, soon: queueMicrotask });
}

/** With a journal as `drive --headless --journal` keeps it: two acts a note, each synced. */
function journalled(stage: Stage, journal: Journal): Driven {
  const driven = drive(stage, tenHertz, { note: journal.note });
  journal.close('left', 0);
  return driven;
}

function onDisk(stage: Stage): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-bench-'));
  const path = join(folder, 'run.journal');
  try {
    let wall = Number.POSITIVE_INFINITY;
    const figures = row('the sample day, journalled on this disk', () => {
      rmSync(path, { force: true });
      const before = performance.now();
      const driven = journalled(stage, openJournalOn(stage, journalFile(path, null)));
      wall = Math.min(wall, performance.now() - before);
      return driven;
    });
    const before = performance.now();
    const read = readJournal(readFileSync(path));
    if (!read.ok) throw new Error(read.reason);
    replay(stage, read);
    const resumed = performance.now() - before;
    const size = (statSync(path).size / 1024).toFixed(0);
    return [
      figures,
      `  by the clock ${wall.toFixed(0)} ms; ${size} KiB, read and replayed in ${resumed.toFixed(0)} ms`,
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What one run of five days holds at the end of each, after a collection of garbage, and what its state weighs as JSON. */
function memory(): string[] {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const days = stageOf(3_000, 1_500);
  const heaps: number[] = [];
  const sizes: number[] = [];
  const journal = openJournalOn(days, nowhere);
  const everyDay = days.length / 5;
  let dayEnds = everyDay;
  drive(days, tenHertz, {
    note(event, state) {
      journal.note(event, state);
      if (state.reading < dayEnds) return;
      dayEnds += everyDay;
      collect();
      heaps.push(process.memoryUsage().heapUsed / 1024);
      sizes.push(JSON.stringify(state).length);
    },
  });
  const kib = heaps.map((heap) => `${(heap - (heaps[0] ?? 0)).toFixed(0)} KiB`);
  return [
    `one run of 4,500 km and 50 h, heap after each fifth of it against the first: ${kib.slice(1).join(', ')}`,
    `  its state as JSON: ${sizes.join(', ')} bytes`,
  ];
}
