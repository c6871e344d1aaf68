import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { journalFile } from '../journal/file.ts';
import { type JournalRead, readJournal } from '../journal/read.ts';
import type { Header } from '../journal/record.ts';
import { replay } from '../journal/replay.ts';
import { type Journal, openJournal } from '../journal/write.ts';
import type { Settings } from '../nav/settings.ts';
import { type State, start } from '../nav/state.ts';
import type { Stage } from '../stage/stage.ts';
import { systemClock } from './clock.ts';
import type { Io } from './command.ts';
import { stateFolder } from './folders.ts';
import { UsageError } from './usage-error.ts';

/** A run under way and where it is kept. */
export interface Run {
  readonly path: string;
  readonly state: State;
  readonly journal: Journal;
  /** What the crew should know before it goes on: `12 bytes of a torn line were dropped`. */
  readonly said: string | null;
  /** Ends or leaves the run and lets others have the journal. */
  close(how: 'ended' | 'left', t: number): void;
}

const { now } = systemClock;

/** Where runs are kept: `$XDG_STATE_HOME/roadbook/runs`, by default below `~/.local/state`. */
export function runsFolder(env: Io['env']): string {
  return join(stateFolder(env), 'runs');
}

/** Begins a run of the roadbook in `file` in a new journal; throws as node:fs does when the place cannot be written. */
export function beginRun(
  stage: Stage,
  settings: Settings,
  { path, file, date }: { readonly path: string; readonly file: string | null; readonly date: Date },
  trouble: (message: string | null) => void,
): Run {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unlock = lock(path);
  try {
    const header: Header = {
      journal: 1,
      id: randomBytes(8).toString('hex'),
      fingerprint: stage.fingerprint,
      title: stage.title,
      file,
      settings,
      started: date.toISOString(),
    };
    const journal = openJournal(journalFile(path, null), header, { sequence: 0, trouble, now });
    return { path, state: start(stage, settings), journal, said: null, close: closing(journal, unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
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
    return !read.ok || !read.ended;
  };
  return runsOf(stage, folder).find(isOpen) ?? null;
}

/** The newest run of this stage, ended or not; null when there is none. */
export function newestRun(stage: Stage, folder: string): string | null {
  return runsOf(stage, folder)[0] ?? null;
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

/** Goes on with a run. A journal of another stage, a damaged one, or one that is being written is a wrong call. */
export function resumeRun(stage: Stage, path: string, trouble: (message: string | null) => void): Run {
  const unlock = lock(path);
  try {
    const read = readJournal(readFileSync(path));
    if (!read.ok) throw new UsageError(`cannot resume '${path}': ${read.reason}`);
    belongs(stage, read, path);
    const state = replay(stage, read);
    const file = journalFile(path, read.good);
    const journal = openJournal(file, read.header, { sequence: read.sequence, trouble, now });
    const said =
      read.torn > 0 ? `${read.torn} bytes of an unfinished line were dropped from the journal` : null;
    return { path, state, journal, said, close: closing(journal, unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

function belongs(stage: Stage, { header, ended }: JournalRead & { ok: true }, path: string): void {
  if (header.fingerprint !== stage.fingerprint) {
    throw new UsageError(`cannot resume '${path}': it is a run of another stage, '${header.title}'`);
  }
  if (ended) throw new UsageError(`cannot resume '${path}': that run was ended`);
}

function closing(journal: Journal, unlock: () => void): Run['close'] {
  return (how, t) => {
    journal.close(how, t);
    unlock();
  };
}

/**
 * One writer at a time: a file beside the journal with the writer's process number. One left behind by a process that
 * is gone (a crash, a power cut) is taken over.
 */
function lock(path: string): () => void {
  const file = `${path}.lock`;
  for (;;) {
    try {
      const fd = openSync(file, 'wx', 0o600);
      writeSync(fd, String(process.pid));
      closeSync(fd);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const writer = Number(readFileSync(file, 'utf8'));
      if (writer !== process.pid && isAlive(writer)) {
        throw new UsageError(`'${path}' is being written by another roadbook (process ${writer})`);
      }
      rmSync(file, { force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
