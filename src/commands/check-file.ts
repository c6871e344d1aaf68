import { lint } from '../check/lint.ts';
import type { Io } from './command.ts';
import { readBytes, usingBytes } from './read-file.ts';
import { type RepairOptions, repairFile, wantsRepair } from './repairing.ts';
import type { Checker, Outcome, Task } from './round.ts';
import { UsageError } from './usage-error.ts';

/** Reads a file and checks it. */
export async function checkFile(
  { file, name, ruling }: Task,
  io: Pick<Io, 'cwd' | 'stdin' | 'clean'>,
): Promise<Outcome> {
  if (io.clean?.has(file)) return { file: name, text: '', diagnostics: [] };
  return orTrouble(() => usingBytes(file, io, (bytes) => lint(bytes, name, ruling)));
}

/** One file after the other, repaired if that is asked for. */
export function inTurn(options: RepairOptions, io: Io): Checker {
  return async function* (tasks) {
    for (const task of tasks)
      yield wantsRepair(options) ? await repaired(task, options, io) : await checkFile(task, io);
  };
}

function repaired({ file, name, ruling }: Task, options: RepairOptions, io: Io): Promise<Outcome> {
  return orTrouble(async () => {
    const bytes = await readBytes(file, io);
    return (await repairFile(bytes, file, ruling, options, io)) ?? (await lint(bytes, name, ruling));
  });
}

async function orTrouble(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError) return { trouble: error.message };
    throw error;
  }
}
