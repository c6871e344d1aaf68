import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DiskFile, journalFile } from '../journal/file.ts';
import { type JournalRead, readJournal } from '../journal/read.ts';
import type { Header } from '../journal/record.ts';
import { replay } from '../journal/replay.ts';
import { type Journal, newJournal, openJournal } from '../journal/write.ts';
import type { Settings } from '../nav/settings.ts';
import { type State, start } from '../nav/state.ts';
import type { Stage } from '../stage/stage.ts';
import { systemClock } from './clock.ts';
import type { Io } from './command.ts';
import { stateFolder } from './folders.ts';
import { isAbandoned, lock } from './lock.ts';
import { UsageError } from './usage-error.ts';

/** A run under way and where it is kept. */
export interface Run {
  readonly path: string;
  readonly state: State;
  readonly journal: Journal;
  /** What the crew should know before it goes on: `12 bytes of a torn line were dropped`. */
  readonly said: string | null;
}

const { now } = systemClock;
const soon = queueMicrotask;

/** Where runs are kept: `$XDG_STATE_HOME/roadbook/runs`, by default below `~/.local/state`. */
export function runsFolder(env: Io['env']): string {
  return join(stateFolder(env), 'runs');
}

/**
 * Begins a run of the roadbook in `file` in a new journal. Where the disk cannot be written, `trouble` hears of it and the run
 * goes on. Throws as node:fs does where the path itself is wrong.
 */
export function beginRun(
  stage: Stage,
  settings: Settings,
  { path, file, date }: { readonly path: string; readonly file: string | null; readonly date: Date },
  trouble: (message: string | null) => void,
): Run {
  const header: Header = {
    journal: 1,
    id: randomBytes(8).toString('hex'),
    fingerprint: stage.fingerprint,
    title: stage.title,
    file,
    settings,
    started: date.toISOString(),
  };
  const disk = openedIfPossible(journalFile(path, null, () => lock(path)));
  const journal = openJournal(disk, header, { end: newJournal, trouble, now, soon });
  return { path, state: start(stage, settings), journal, said: null };
}

/** The name of a new journal: the stage's fingerprint, then the time, so that the newest sorts last. */
export function newRunPath(stage: Stage, folder: string, date: Date): string {
  const time = date.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return join(folder, `${stage.fingerprint}-${time}-${randomBytes(2).toString('hex')}.journal`);
}

/** The newest run of this stage that nobody ended; null when there is none. */
export function unfinishedRun(stage: Stage, folder: string): string | null {
  const isOpen = (path: string) => {
    const read = readJournal(readFileSync(path));
    return read.ok ? !read.ended : !read.empty;
  };
  return runsOf(stage, folder).find(isOpen) ?? null;
}

/** The newest run of this stage, ended or not; null when there is none. */
export function newestRun(stage: Stage, folder: string): string | null {
  return runsOf(stage, folder)[0] ?? null;
}

/** Whether the newest run of this stage was cut off. */
export function brokeOff(stage: Stage, folder: string): boolean {
  const path = newestRun(stage, folder);
  return path !== null && isAbandoned(path);
}

/** The journals of this stage, the newest first. */
function runsOf(stage: Stage, folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const own = names.filter((name) => name.startsWith(`${stage.fingerprint}-`) && name.endsWith('.journal'));
  return own
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}

/**
 * Goes on with a run. A journal of another stage, a damaged one, or one that is being written is a wrong call. Where it can
 * be read but not written, `trouble` hears of it and the run goes on.
 */
export function resumeRun(stage: Stage, path: string, trouble: (message: string | null) => void): Run {
  let held = claimed(path);
  const claim = () => {
    const unclaim = held ?? lock(path);
    held = null;
    return unclaim;
  };
  try {
    const read = readJournal(bytesOf(path));
    if (!read.ok) throw new UsageError(`cannot resume '${path}': ${read.reason}`);
    belongs(stage, read, path);
    const state = replay(stage, read);
    const file = openedIfPossible(journalFile(path, read.good, claim));
    const end = { line: read.sequence, byte: read.good };
    const journal = openJournal(file, read.header, { end, trouble, now, soon });
    const said =
      read.torn > 0 ? `${read.torn} bytes of an unfinished line were dropped from the journal` : null;
    return { path, state, journal, said };
  } catch (error) {
    held?.();
    throw error;
  }
}

/** The lock, taken before anything is read; null where no file can be made, and so nobody else can write either. */
function claimed(path: string): (() => void) | null {
  try {
    return lock(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return null;
  }
}

/** What no waiting mends: the path itself is wrong. */
const wrongPath = ['EEXIST', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG'];

/** A disk that cannot be written now may be later: the journal tries again and says so. A wrong path is an error. */
function openedIfPossible(file: DiskFile): DiskFile {
  try {
    file.open();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (error instanceof UsageError || wrongPath.includes(code)) throw error;
  }
  return file;
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`cannot resume '${path}': ${error instanceof Error ? error.message : error}`);
  }
}

function belongs(stage: Stage, { header, ended }: JournalRead & { ok: true }, path: string): void {
  if (header.fingerprint !== stage.fingerprint) {
    throw new UsageError(`cannot resume '${path}': it is a run of another stage, '${header.title}'`);
  }
  if (ended) throw new UsageError(`cannot resume '${path}': that run was ended`);
}
