import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { checkFile } from './check-file.ts';
import type { Io } from './command.ts';
import type { Checker, Outcome, Task } from './round.ts';
import { worthThreads } from './worth-threads.ts';

/** What a worker is given. */
export interface Work {
  readonly tasks: readonly Task[];
  /** The next task that nobody has taken; then what each worker is at. */
  readonly shared: Int32Array;
  /** Which of the workers it is, from 1. */
  readonly me: number;
  readonly cwd: string;
}

/** What a worker answers. */
interface Answer {
  readonly index: number;
  readonly outcome: Outcome;
}

/** Set by the build: a chunk's way to the worker's bundle. */
declare const ROADBOOK_WORKER: string | undefined;

const program = new URL(
  typeof ROADBOOK_WORKER === 'string' ? ROADBOOK_WORKER : '../../scripts/worker.js',
  import.meta.url,
);

/** Short-lived objects are collected before they fill the memory of a machine: some 30 MB less a worker. */
const resourceLimits = { maxYoungGenerationSizeMb: 8 };

/** Starts the program above; another in tests. */
export type Start = (work: Work) => Worker;
export const start: Start = (workerData) => new Worker(program, { workerData, resourceLimits });

/**
 * Checks files in `count` threads, of which this one is the first: each takes the next file when it is done with one. A
 * worker that dies is an exception of ours: it should survive any file.
 */
export function inThreads(count: number, io: Io, begin: Start = start): Checker {
  return async function* (tasks) {
    const shared = new Int32Array(new SharedArrayBuffer(4 * (count + 1)));
    const done = new Map<number, Outcome>();
    let failure: Error | null = null;
    let wake = () => {};
    const put = ({ index, outcome }: Answer) => {
      done.set(index, outcome);
      wake();
    };
    const fail = (error: Error) => {
      failure ??= error;
      wake();
    };
    const workers = Array.from({ length: count - 1 }, (_, i) => {
      const me = i + 1;
      const died = (why: string) =>
        fail(new Error(`a worker thread ended while it checked '${tasks[shared[me] ?? 0]?.name}': ${why}`));
      return begin({ tasks, shared, me, cwd: io.cwd })
        .on('message', put)
        .on('error', (error: Error) => died(error.message))
        .on('exit', (code) => code !== 0 && died(`exit code ${code}`));
    });
    own(tasks, shared, io, put).catch(fail);
    try {
      for (let index = 0; index < tasks.length; index++) {
        let outcome = done.get(index);
        while (outcome === undefined) {
          if (failure !== null) throw failure;
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          outcome = done.get(index);
        }
        done.delete(index);
        yield outcome;
      }
    } finally {
      Atomics.store(shared, 0, tasks.length);
      await Promise.all(workers.map((worker) => worker.removeAllListeners().terminate()));
    }
  };
}

/** This thread's share, with a breath after each file for what the others say. */
async function own(
  tasks: readonly Task[],
  shared: Int32Array,
  io: Io,
  put: (answer: Answer) => void,
): Promise<void> {
  for (;;) {
    const index = Atomics.add(shared, 0, 1);
    const task = tasks[index];
    if (task === undefined) return;
    put({ index, outcome: await checkFile(task, io) });
    await setImmediate();
  }
}

/** More threads than this wait for the disk and take memory. */
const mostThreads = 8;

/** How many threads pay for these files. */
export async function threadsFor(tasks: readonly Task[], io: Io): Promise<number> {
  const cores = Math.min(availableParallelism(), mostThreads, tasks.length);
  if (cores < 2 || tasks.some(({ file }) => file === '-')) return 1;
  let bytes = 0;
  for (const { file } of tasks) {
    bytes += await stat(resolve(io.cwd, file)).then(
      ({ size }) => size,
      () => 0,
    );
    if (bytes >= worthThreads) return cores;
  }
  return 1;
}
