import { appendFile, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  beginRun,
  brokeOff,
  newRunPath,
  type Run,
  resumeRun,
  runsFolder,
  unfinishedRun,
} from '../../src/commands/runs.ts';
import type { Event } from '../../src/nav/event.ts';
import { defaultSettings } from '../../src/nav/settings.ts';
import { step } from '../../src/nav/step.ts';
import { stageOf } from '../support/drive.ts';

const stage = stageOf([{ distance: 0 }, { distance: 1000 }, { distance: 2000 }], { event: 'A' });
const other = stageOf([{ distance: 0 }, { distance: 1000 }, { distance: 2000 }], { event: 'B' });
const now = new Date('2026-10-12T07:40:00Z');
const quiet = () => {};

async function begun() {
  const folder = join(await mkdtemp(join(tmpdir(), 'roadbook-')), 'runs');
  return {
    folder,
    run: beginRun(
      stage,
      defaultSettings,
      { path: newRunPath(stage, folder, now), file: null, date: now },
      quiet,
    ),
  };
}

/** Drives 500 m and nudges; answers the state. */
function drive(run: Run) {
  const events: Event[] = [
    { type: 'wheel', t: 0, raw: 0 },
    { type: 'wheel', t: 20_000, raw: 500 },
    { type: 'nudge', t: 20_000, metres: 10 },
  ];
  let { state } = run;
  for (const event of [...events, { type: 'trip-reset', t: 20_000 }] satisfies Event[]) {
    [state] = step(stage, state, event);
    run.journal.note(event, state);
  }
  return state;
}

describe('a run', () => {
  it('that was left is found and goes on to the metre', async () => {
    const { folder, run } = await begun();
    const state = drive(run);
    run.journal.close('left', 20_000);
    const path = unfinishedRun(stage, folder);
    expect(path).toBe(run.path);
    const resumed = resumeRun(stage, path ?? '', quiet);
    expect(resumed.state).toEqual(JSON.parse(JSON.stringify(state)));
    expect(resumed.state.reading).toBe(510);
    expect(resumed.said).toBeNull();
    resumed.journal.close('ended', 20_000);
    expect(unfinishedRun(stage, folder)).toBeNull();
  });

  it('that was cut off is told from one that was left', async () => {
    const { folder, run } = await begun();
    drive(run);
    run.journal.close('left', 20_000);
    expect(brokeOff(stage, folder)).toBe(false);
    // The lock of a process that is gone.
    await writeFile(`${run.path}.lock`, '0 ');
    expect(brokeOff(stage, folder)).toBe(true);
    expect(brokeOff(other, folder)).toBe(false);
  });

  it('is for its owner’s eyes', async () => {
    const { run } = await begun();
    expect((await stat(run.path)).mode & 0o777).toBe(0o600);
    run.journal.close('left', 0);
  });

  it('with a torn last line goes on, and says what was dropped', async () => {
    const { run } = await begun();
    const state = drive(run);
    run.journal.close('left', 20_000);
    await appendFile(run.path, '7 0123');
    const resumed = resumeRun(stage, run.path, quiet);
    expect(resumed.said).toContain('6 bytes');
    expect(resumed.state).toEqual(JSON.parse(JSON.stringify(state)));
    resumed.journal.close('left', 20_000);
    expect(await readFile(run.path, 'utf8')).not.toContain('7 0123');
  });
});

describe('a run is refused', () => {
  it('on another stage', async () => {
    const { folder, run } = await begun();
    run.journal.close('left', 0);
    expect(unfinishedRun(other, folder)).toBeNull();
    expect(() => resumeRun(other, run.path, quiet)).toThrow(/a run of another stage/);
  });

  it('while somebody writes it', async () => {
    const { run } = await begun();
    await writeFile(`${run.path}.lock`, '1');
    expect(() => resumeRun(stage, run.path, quiet)).toThrow(
      /being written by another roadbook \(process 1\)/,
    );
    run.journal.close('left', 0);
  });

  it('when damaged in the middle, and the file is left alone', async () => {
    const { run } = await begun();
    drive(run);
    run.journal.close('left', 20_000);
    const bytes = await readFile(run.path);
    const second = bytes.indexOf(0x0a) + 5;
    bytes[second] = (bytes[second] ?? 0) ^ 1;
    await writeFile(run.path, bytes);
    expect(() => resumeRun(stage, run.path, quiet)).toThrow(/line 2 is damaged, and good lines follow it/);
    expect(await readFile(run.path)).toEqual(bytes);
  });
});

it('takes over the lock of a process that is gone', async () => {
  const { run } = await begun();
  run.journal.close('left', 0);
  await writeFile(`${run.path}.lock`, '2147480000');
  resumeRun(stage, run.path, quiet).journal.close('left', 0);
});

it('keeps runs in the user’s state folder', () => {
  expect(runsFolder({ XDG_STATE_HOME: '/s' })).toBe('/s/roadbook/runs');
  expect(runsFolder({ HOME: '/h' })).toBe('/h/.local/state/roadbook/runs');
});
