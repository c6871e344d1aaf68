import { spawn } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRoadbook } from '../../src/formats/read.ts';
import { readJournal } from '../../src/journal/read.ts';
import { replay } from '../../src/journal/replay.ts';
import { has } from '../../src/nav/indexes.ts';
import { randomFrom } from '../../src/odometer/random.ts';
import { compile } from '../../src/stage/compile.ts';
import { roadbook, root } from '../support/run.ts';

/** By hand, as many as you like: ROADBOOK_KILLS=2000 npx vitest run test/commands/kill.test.ts */
const kills = Number(process.env.ROADBOOK_KILLS ?? 4);
const file = `${root}roadbooks/desert-day.roadbook.yaml`;

/** Drives as fast as it goes and kills the process once `lines` lines were printed; answers what was printed. */
function killedAfter(lines: number, journal: string): Promise<string[]> {
  const args = [`${root}bin/roadbook.js`, 'drive', file, '--headless', '--journal', journal];
  // In the middle of whatever it does then: SIGKILL cannot be caught or prepared for.
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.split('\n').length > lines) child.kill('SIGKILL');
  });
  return new Promise((done) => child.on('close', () => done(printed.split('\n').slice(0, -1))));
}

it(`${kills} times kill -9: every act printed is in the resumed run`, async () => {
  const random = randomFrom(20_261_122);
  const { roadbook: book } = await readRoadbook(await readFile(file), file);
  if (!book) throw new Error('the sample does not read');
  const stage = compile(book);
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-'));
  for (let i = 0; i < kills; i++) {
    const journal = join(folder, `${i}.journal`);
    const printed = await killedAfter(Math.floor(random() * 900), journal);
    const read = readJournal(await readFile(journal));
    if (!read.ok) throw new Error(read.reason);
    const state = replay(stage, read);
    for (const line of printed) {
      const { effect, index } = JSON.parse(line);
      if (effect === 'note-confirmed') expect(has(state.instrument.confirmed, index)).toBe(true);
    }
  }
}, 3_600_000);

it('a killed run goes on to the finish with --resume', async () => {
  const journal = join(await mkdtemp(join(tmpdir(), 'roadbook-')), 'run.journal');
  await killedAfter(300, journal);
  const resumed = await roadbook(['drive', file, '--headless', '--resume', '--journal', journal]);
  expect(resumed.stderr).toContain('resumed');
  const { summary } = JSON.parse(resumed.stdout.trimEnd().split('\n').at(-1) ?? '');
  expect(summary).toMatchObject({ finished: true, reached: 274, confirmed: 274, total: 38_540 });
  expect((await roadbook(['drive', file, '--headless', '--resume', '--journal', journal])).stderr).toContain(
    'that run was ended',
  );
}, 60_000);
