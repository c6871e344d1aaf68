import { parentPort, workerData } from 'node:worker_threads';
import { checkFile } from './check-file.ts';
import type { Work } from './threads.ts';

/** The work of a worker thread of `check`: takes files until there are none left. See threads.ts. */
export async function work(): Promise<void> {
  const { tasks, shared, me, cwd }: Work = workerData;
  for (;;) {
    const index = Atomics.add(shared, 0, 1);
    const task = tasks[index];
    if (task === undefined) break;
    Atomics.store(shared, me, index);
    const outcome = await checkFile(task, { cwd, stdin: process.stdin });
    // The text is for showing findings; without any it need not travel.
    const isClean = !('trouble' in outcome) && outcome.diagnostics.length === 0;
    parentPort?.postMessage({ index, outcome: isClean ? { ...outcome, text: '' } : outcome });
  }
}
