import { basename, join, resolve } from 'node:path';
import { secondsFrom } from '../model/duration.ts';
import type { Io } from './command.ts';
import type { StageToSeal } from './stage-to-seal.ts';
import { fileName, startList, timeOf } from './start-list.ts';
import { UsageError } from './usage-error.ts';
import { kindOf } from './write-file.ts';

/** One file to be written: for whom, and from when on. */
export interface Planned {
  readonly stage: StageToSeal;
  readonly output: string;
  readonly crew: string | null;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly recipients: readonly string[];
}

export interface PlanOptions {
  readonly notBefore?: string;
  readonly before?: string;
  readonly startList?: string;
  readonly output?: string;
}

/** What a sealing makes, one file for each stage or for each of its crews. A UsageError says which time is missing. */
export async function planned(
  stages: readonly StageToSeal[],
  options: PlanOptions,
  recipients: readonly string[],
  io: Io,
): Promise<Planned[]> {
  const many = stages.length > 1 || options.startList !== undefined;
  const folder = many || isFolder(options.output, io);
  const plan: Planned[] = [];
  for (const stage of stages) {
    const name = basename(stage.file).replace(/(\.roadbook)?\.[^.]+$/, '');
    if (options.startList === undefined) {
      const own = `${name}.roadbook.age`;
      const output = folder ? join(options.output ?? '.', own) : (options.output ?? own);
      plan.push({ stage, output, crew: null, notBefore: releaseOf(stage, options), recipients });
      continue;
    }
    if (options.notBefore !== undefined) throw new UsageError('--start-list has its own times: use --before');
    const before = leadOf(stage, options);
    for (const { crew, start, recipient } of await startList(
      options.startList,
      stage.roadbook.stage.start,
      io,
    )) {
      const output = join(options.output ?? name, `${name}.${fileName(crew)}.roadbook.age`);
      const own = recipient === null ? recipients : [...recipients, recipient];
      plan.push({ stage, output, crew, notBefore: start - before, recipients: own });
    }
  }
  return plan;
}

function isFolder(output: string | undefined, io: Io): boolean {
  return output !== undefined && kindOf(resolve(io.cwd, output)) === 'folder';
}

function releaseOf(stage: StageToSeal, options: PlanOptions): number {
  const { start } = stage.roadbook.stage;
  if (options.notBefore !== undefined) {
    const time = timeOf(options.notBefore, start);
    if (time !== null) return time;
    throw new UsageError(
      `--not-before '${options.notBefore}' is no time: write 2026-10-12T07:25:00Z, or with an offset as +01:00`,
    );
  }
  if (start === null) throw new UsageError(`'${stage.file}' has no start: say --not-before`);
  return Date.parse(start) - leadOf(stage, options);
}

/** Milliseconds between the release and the start. */
function leadOf({ file, roadbook }: StageToSeal, { before }: PlanOptions): number {
  if (before === undefined) {
    const { releaseMinutes } = roadbook.stage;
    if (releaseMinutes !== null) return releaseMinutes * 60_000;
    throw new UsageError(`'${file}' does not say how long before the start it is released: say --before 15m`);
  }
  const seconds = /^\d+$/.test(before) ? Number(before) * 60 : secondsFrom(before);
  if (seconds === null) throw new UsageError(`--before '${before}' is no time: write 15m, or 1h`);
  return seconds * 1000;
}
