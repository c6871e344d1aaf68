import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readRoadbook } from '../src/formats/read.ts';
import { journalFile } from '../src/journal/file.ts';
import { readJournal } from '../src/journal/read.ts';
import { replay } from '../src/journal/replay.ts';
import { type JournalFile, openJournal } from '../src/journal/write.ts';
import { defaultSettings } from '../src/nav/settings.ts';
import { start } from '../src/nav/state.ts';
import { step } from '../src/nav/step.ts';
import { compile } from '../src/stage/compile.ts';
import type { Stage } from '../src/stage/stage.ts';
import { sample } from './paths.ts';

const nowhere: JournalFile = { append() {}, close() {} };

/** A full day with its journal: what a step costs, what the disk adds, what a resume must read, and memory over many days. */
export async function journal(): Promise<string> {
  const file = sample('desert-day.roadbook.yaml');
  const { roadbook } = await readRoadbook(await readFile(file), file);
  if (!roadbook) throw new Error(`${file} does not read`);
  const stage = compile(roadbook);
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-'));
  const path = join(folder, 'day.journal');
  drive(stage, nowhere);
  const heap = process.memoryUsage().heapUsed;
  const plain = drive(stage, nowhere);
  const disk = drive(stage, journalFile(path, null));
  const before = performance.now();
  const read = readJournal(readFileSync(path));
  if (!read.ok) throw new Error(read.reason);
  replay(stage, read);
  const resume = performance.now() - before;
  for (let day = 0; day < 5; day++) drive(stage, nowhere);
  globalThis.gc?.();
  const grown = (process.memoryUsage().heapUsed - heap) / 1024 / 1024;
  const size = statSync(path).size / 1024;
  rmSync(folder, { recursive: true });
  return [
    'Journalled: a full day at 10 Hz, one confirmation a note, each synced',
    row('without a disk', plain),
    row('on this disk', disk),
    `journal ${size.toFixed(0)} KiB; read and replayed in ${resume.toFixed(0)} ms`,
    `heap after five more days ${grown < 0 ? '' : '+'}${grown.toFixed(1)} MiB`,
    '',
  ].join('\n');
}

interface Figures {
  readonly steps: number;
  readonly ms: number;
}

function row(name: string, { steps, ms }: Figures): string {
  const each = `${((ms / steps) * 1e6).toFixed(0)} ns a step`;
  return `${name.padEnd(16)} ${String(steps).padStart(8)} steps ${ms.toFixed(0).padStart(6)} ms ${each.padStart(16)}`;
}

function drive(stage: Stage, file: JournalFile): Figures {
  const header = {
    journal: 1,
    id: 'bench',
    fingerprint: stage.fingerprint,
    title: stage.title,
    file: null,
    settings: defaultSettings,
    started: '',
  } as const;
  const journal = openJournal(file, header, { sequence: 0, trouble: () => {}, now: () => performance.now() });
  const metres = 2.5;
  const steps = Math.ceil(stage.length / metres);
  const before = performance.now();
  let state = start(stage, defaultSettings);
  for (let i = 0; i <= steps; i++) {
    const event = { type: 'wheel', t: i * 100, raw: Math.min(i * metres, stage.length) } as const;
    const [after, effects] = step(stage, state, event);
    state = after;
    journal.note(event, state);
    for (const effect of effects) {
      if (effect.effect !== 'note-reached') continue;
      const act = { type: 'confirm', t: event.t, note: effect.note, sure: true } as const;
      [state] = step(stage, state, act);
      journal.note(act, state);
    }
  }
  journal.close('left', steps * 100);
  return { steps: steps + 1, ms: performance.now() - before };
}
