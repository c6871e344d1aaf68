import { rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command as Verb } from 'commander';
import { repair } from '../check/repair.ts';
import type { CheckedFile } from '../report/report.ts';
import type { Ruling } from '../rules/run.ts';
import { decode } from '../text/decode.ts';
import { forTerminal } from '../text/escape.ts';
import { unifiedDiff } from '../text/line-diff.ts';
import type { Io } from './command.ts';
import { UsageError } from './usage-error.ts';

export interface RepairOptions {
  readonly fix?: true;
  readonly fixUnsafe?: true;
  readonly fixDryRun?: true;
}

export function repairOptions(verb: Verb): Verb {
  return verb
    .option('--fix', 'repair what is certain')
    .option('--fix-unsafe', 'repair also what is only likely')
    .option('--fix-dry-run', 'show what would be repaired as a diff, and write nothing');
}

export function wantsRepair({ fix, fixUnsafe, fixDryRun }: RepairOptions): boolean {
  return fix === true || fixUnsafe === true || fixDryRun === true;
}

/** Repairs a file, or shows how; what is left to find in it. Null when nothing was to repair. */
export async function repairFile(
  bytes: Uint8Array,
  file: string,
  ruling: Ruling,
  options: RepairOptions,
  io: Io,
): Promise<CheckedFile | null> {
  if (file === '-' && !options.fixDryRun)
    throw new UsageError('standard input cannot be repaired in place: use --fix-dry-run');
  const { source } = decode(bytes, file);
  if (source === null) return null;
  const repaired = await repair(source, ruling, options.fixUnsafe === true);
  if (repaired.count === 0) return null;
  if (options.fixDryRun) {
    io.stdout.write(shown(unifiedDiff(file, source.text, repaired.text)));
    return null;
  }
  await replace(file, bytes, source.text, repaired.text, io);
  io.stderr.write(`${forTerminal(file)}: ${repaired.count} repaired\n`);
  return repaired.checked;
}

/** Only a file that is UTF-8 can be written back as it was but for the repair. */
async function replace(
  file: string,
  bytes: Uint8Array,
  before: string,
  after: string,
  io: Io,
): Promise<void> {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
  if (!Buffer.from(mark + before).equals(bytes))
    throw new UsageError(`cannot repair '${file}': it is not UTF-8; convert it first`);
  const path = resolve(io.cwd, file);
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, mark + after);
    await rename(beside, path);
  } catch (error) {
    throw new UsageError(`cannot write '${file}': ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A diff keeps its line breaks, and nothing else that moves a cursor. */
function shown(diff: string): string {
  return diff.split('\n').map(forTerminal).join('\n');
}
