import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command, ExitCode, Io } from '../../src/commands/command.ts';
import type { Outcome, Task } from '../../src/commands/round.ts';
import { inThreads, type Start, start, threadsFor } from '../../src/commands/threads.ts';
import { profiles } from '../../src/rules/profile.ts';
import { inProcess, roadbook } from '../support/run.ts';

const ruling = { profile: profiles[0], levels: {} };
let cwd: string;
let tasks: Task[];
let io: Io;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'roadbook-threads-'));
  io = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), env: {}, cwd };
  tasks = [];
  for (let i = 0; i < 40; i++) {
    const name = `${i}.roadbook.yaml`;
    // Files of different length, so that they are not done in order.
    const notes = Array.from({ length: ((i * 7) % 40) * 5 + 2 }, (_, n) => `  - { km: ${n}, text: here }\n`);
    const head = i % 3 === 0 ? `roadbook: 1\ntotal: ${notes.length + 5}\n` : 'roadbook: 1\n';
    if (i !== 20) await writeFile(join(cwd, name), `${head}notes:\n${notes.join('')}`);
    tasks.push({ file: name, name, ruling });
  }
});
afterAll(() => rm(cwd, { recursive: true }));

async function outcomes(count: number, start?: Start): Promise<Outcome[]> {
  const all: Outcome[] = [];
  for await (const outcome of inThreads(count, io, start)(tasks)) all.push(outcome);
  return all;
}

const gist = (outcome: Outcome) =>
  'trouble' in outcome ? outcome.trouble : [outcome.file, outcome.diagnostics.map(({ message }) => message)];

test('from source: a worker answers for every file that is left, as the first thread would', async () => {
  const shared = new Int32Array(new SharedArrayBuffer(8));
  Atomics.store(shared, 0, 2);
  const worker = start({ tasks, shared, me: 1, cwd });
  const answers: Outcome[] = [];
  worker.on('message', ({ index, outcome }) => {
    answers[index - 2] = outcome;
  });
  expect(await once(worker, 'exit')).toEqual([0]);
  const alone = await outcomes(1);
  expect(answers.map(gist)).toEqual(alone.slice(2).map(gist));
  expect(alone.map(gist)[3]).toEqual(['3.roadbook.yaml', [expect.stringContaining('km long')]]);
  expect(alone.map(gist)[20]).toBe("cannot read '20.roadbook.yaml': there is no such file");
});

test('answers come in the order of the files, whoever was first', async () => {
  const backwards: Start = ({ shared, tasks, cwd }) => {
    Atomics.store(shared, 0, tasks.length);
    const answer = `for (const index of workerData.keys) parentPort.postMessage({ index, outcome: { trouble: String(index) } })`;
    const workerData = { keys: [...tasks.keys()].reverse(), cwd };
    const head = `const { parentPort, workerData } = require('node:worker_threads');`;
    return new Worker(head + answer, { eval: true, workerData });
  };
  expect((await outcomes(2, backwards)).map(gist)).toEqual(tasks.map((_, index) => String(index)));
});

test('from the bundle: the report is the same, byte for byte', async () => {
  const call = (threads: string) =>
    roadbook(['check', 'roadbooks/broken', '--format', 'json', '--threads', threads, '--no-config']);
  const [one, four] = [await call('1'), await call('4')];
  expect(one.code).toBe(1);
  expect(four).toEqual(one);
});

test.each<[string, string, ResourceLimits?]>([
  ['throw new Error("boom")', 'boom'],
  ['process.exit(7)', 'exit code 7'],
  [
    'const all = []; for (;;) all.push(new Array(1e5).fill({}))',
    'Worker terminated due to reaching memory limit: JS heap out of memory',
    { maxOldGenerationSizeMb: 20 },
  ],
])('a worker that dies is a bug of ours, said in a word: %s', async (how, why, resourceLimits = {}) => {
  const command: Command = {
    configure: (verb) => void verb.argument('[files...]'),
    async run(): Promise<ExitCode> {
      const start: Start = ({ shared, me }) => {
        // It has taken the first file before it dies.
        Atomics.store(shared, me, Atomics.add(shared, 0, 1));
        return new Worker(how, { eval: true, resourceLimits });
      };
      await outcomes(2, start);
      return 0;
    },
  };
  const registry = [{ name: 'check', aliases: [], summary: '', load: async () => ({ command }) }];
  const { code, stderr } = await inProcess(['check'], { cwd, registry });
  expect(stderr).toContain(
    `This is a bug in roadbook: a worker thread ended while it checked '0.roadbook.yaml': ${why}\n`,
  );
  expect(stderr).not.toContain('    at ');
  expect(code).toBe(3);
});

test('few bytes and standard input stay in one thread', async () => {
  expect(await threadsFor(tasks, io)).toBe(1);
  const large = join(cwd, 'large');
  await writeFile(large, Buffer.alloc(21e6));
  const more = [...tasks, { file: large, name: large, ruling }];
  expect(await threadsFor([...more, { file: '-', name: '-', ruling }], io)).toBe(1);
  expect(await threadsFor([{ file: large, name: large, ruling }], io)).toBe(1);
});

test.each(['0', '65', 'all'])('--threads %s is refused', async (count) => {
  const { code, stderr } = await inProcess(['check', 'x', 'y', '--threads', count], { cwd });
  expect(stderr).toContain('Give a');
  expect(code).toBe(2);
});
