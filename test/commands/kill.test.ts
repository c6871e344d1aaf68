import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { readRoadbook } from '../../src/formats/read.ts';
import { readJournal } from '../../src/journal/read.ts';
import { replay } from '../../src/journal/replay.ts';
import { has } from '../../src/nav/indexes.ts';
import { randomFrom } from '../../src/odometer/random.ts';
import { compile } from '../../src/stage/compile.ts';
import type { Stage } from '../../src/stage/stage.ts';
import { roadbook, root } from '../support/run.ts';

/**
 * By hand, as many as you like: ROADBOOK_KILLS=2000 npx vitest run test/commands/kill.test.ts
 * With TMPDIR=/dev/shm no busy disk slows it down: what a killed process has written, the system has.
 */
const byHand = process.env.ROADBOOK_KILLS !== undefined;
const kills = Number(process.env.ROADBOOK_KILLS ?? 4);
const file = `${root}roadbooks/desert-day.roadbook.yaml`;
const random = randomFrom(20_261_122);

/** The wheel turns so far each time, and so often. */
const pulse = { metres: 10, ms: 10 };

/**
 * A drive that is killed in the middle of whatever it does then: SIGKILL cannot be caught or prepared for. `when` is asked
 * for every line that was printed; the answer is the time from that moment on, ms, or null to wait for another line.
 */
function killed(
  args: readonly string[],
  when: (lines: number) => number | null,
  feed?: (input: NodeJS.WritableStream) => () => void,
): Promise<string[]> {
  const child = spawn(process.execPath, [`${root}bin/roadbook.js`, 'drive', ...args, '--headless'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines: string[] = [];
  let rest = '';
  let doomed = false;
  child.stdin.on('error', () => {});
  const stop = feed?.(child.stdin);
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    for (const text of parts) lines.push(text);
    const delay = doomed ? null : when(lines.length);
    if (delay === null) return;
    doomed = true;
    const kill = () => child.kill('SIGKILL');
    if (delay === 0) kill();
    else setTimeout(kill, delay);
  });
  return new Promise((done) => {
    child.on('close', () => {
      stop?.();
      done(lines);
    });
  });
}

async function stageIn(path: string): Promise<Stage> {
  const { roadbook: book } = await readRoadbook(await readFile(path), path);
  if (!book) throw new Error('the roadbook does not read');
  return compile(book);
}

async function resumedFrom(stage: Stage, journal: string) {
  const read = readJournal(await readFile(journal));
  if (!read.ok) throw new Error(read.reason);
  return { ended: read.ended, state: replay(stage, read) };
}

function percentile(times: number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return `${(sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(0)} ms`;
}

it(`${kills} times kill -9: every act printed is in the resumed run`, async () => {
  const stage = await stageIn(file);
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-'));
  const times: number[] = [];
  let acts = 0;
  let finished = 0;
  for (let i = 0; i < kills; i++) {
    const journal = join(folder, `${i}.journal`);
    // At once after some line, or some time after the first.
    const after = i % 2 === 0 ? Math.floor(random() * 900) : 0;
    const delay = i % 2 === 0 ? 0 : random() * 120;
    const lines = await killed([file, '--journal', journal], (count) => (count > after ? delay : null));
    const { ended, state } = await resumedFrom(stage, journal);
    const confirmed = lines
      .map((text) => JSON.parse(text))
      .filter(({ effect }) => effect === 'note-confirmed');
    for (const { index } of confirmed) expect(has(state.instrument.confirmed, index)).toBe(true);
    acts += confirmed.length;
    if (ended) finished += 1;
    // The same by the command itself, less often: it costs as much again.
    if (ended || i % 8 !== 0) {
      await rm(journal);
      continue;
    }
    const before = performance.now();
    const resumed = await roadbook(
      ['drive', file, '--headless', '--resume', '--journal', journal, '--source', 'stdin'],
      { env: { NODE_EXTRA_CA_CERTS: '' } },
    );
    times.push(performance.now() - before);
    const { summary } = JSON.parse(resumed.stdout.trimEnd().split('\n').at(-1) ?? '{}');
    expect(summary.confirmed).toBeGreaterThanOrEqual(confirmed.length);
    await rm(journal);
  }
  expect(times.length).toBeGreaterThan(0);
  if (byHand) {
    console.log(
      `${kills} kills, ${finished} of them after the finish; ${acts} acts were printed, none was lost; ` +
        `${times.length} resumes as whole processes: p50 ${percentile(times, 0.5)}, p99 ${percentile(times, 0.99)}`,
    );
  }
}, 36_000_000);

const measured = Math.max(2, Math.round(kills / 4));

it(`${measured} times kill -9 with a wheel turning: at most 100 ms of it are lost`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-'));
  const dense = join(folder, 'dense.roadbook.yaml');
  // A note at every pulse, so that each prints a line: what the process has heard is known from outside. It is measured in
  // pulses and not by the clock: a process that other work holds up hears nothing meanwhile, and so loses nothing.
  const notes = Array.from(
    { length: 2_000 },
    (_, i) => `  - km: ${((i * pulse.metres) / 1000).toFixed(2)}\n`,
  );
  await writeFile(dense, `roadbook: 1\nnotes:\n${notes.join('')}`);
  const stage = await stageIn(dense);
  const lost: number[] = [];
  const unheard: number[] = [];
  for (let i = 0; i < measured; i++) {
    const journal = join(folder, `${i}.journal`);
    const delay = 150 + random() * 350;
    let counts = 0;
    const lines = await killed(
      [dense, '--source', 'stdin', '--crew', 'none', '--near', '1', '--journal', journal],
      () => delay,
      (input) => {
        const timer = setInterval(() => {
          counts += pulse.metres;
          input.write(`${counts}\n`);
        }, pulse.ms);
        return () => clearInterval(timer);
      },
    );
    const { state } = await resumedFrom(stage, journal);
    const printed = Math.max(...lines.map((text) => Number(JSON.parse(text).total)));
    // The first count says where the counter stands.
    unheard.push(((counts - pulse.metres - state.reading) / pulse.metres) * pulse.ms);
    lost.push(((printed - state.reading) / pulse.metres) * pulse.ms);
    expect(printed).toBeGreaterThan(0);
    await rm(journal);
  }
  if (byHand) {
    console.log(
      `${measured} kills with a wheel turning: at most ${Math.max(...lost).toFixed(0)} ms of what was printed is lost; ` +
        `of what the wheel said until the process was gone, p50 ${percentile(unheard, 0.5)}, p99 ${percentile(unheard, 0.99)}`,
    );
  }
  expect(Math.max(...lost)).toBeLessThanOrEqual(100);
}, 36_000_000);

it('a killed run goes on to the finish with --resume', async () => {
  const journal = join(await mkdtemp(join(tmpdir(), 'roadbook-')), 'run.journal');
  await killed([file, '--journal', journal], (count) => (count > 300 ? 0 : null));
  const resumed = await roadbook(['drive', file, '--headless', '--resume', '--journal', journal]);
  expect(resumed.stderr).toContain('resumed');
  const { summary } = JSON.parse(resumed.stdout.trimEnd().split('\n').at(-1) ?? '');
  expect(summary).toMatchObject({ finished: true, reached: 274, confirmed: 274, total: 38_540 });
  expect((await roadbook(['drive', file, '--headless', '--resume', '--journal', journal])).stderr).toContain(
    'that run was ended',
  );
}, 60_000);
