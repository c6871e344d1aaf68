import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** A lock that says nothing yet is being made, for this long at most, ms. */
const making = 2_000;

/**
 * One writer at a time: a file beside the journal names the process that writes it. One left behind by a process that is
 * gone (a crash, a power cut) is taken over. Answers how to give it back; a UsageError says who has it.
 */
export function lock(path: string): () => void {
  const file = `${path}.lock`;
  for (;;) {
    try {
      write(file);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const writer = holder(file);
    if (writer !== null) {
      throw new UsageError(`'${path}' is being written by another roadbook (process ${writer})`);
    }
    rmSync(file, { force: true });
  }
}

/** Whether somebody wrote here who is gone without giving the lock back: killed, or without power. */
export function isAbandoned(path: string): boolean {
  const file = `${path}.lock`;
  return existsSync(file) && holder(file) === null;
}

function write(file: string): void {
  const fd = openSync(file, 'wx', 0o600);
  try {
    writeSync(fd, `${process.pid} ${birth(process.pid) ?? ''}`);
  } catch (error) {
    // A full disk: an empty lock would only be in the way.
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
}

/** Who holds a lock; null if nobody does any more. */
function holder(file: string): number | null {
  try {
    const [, pid = '', born = ''] = /^(\d+) ?(.*)$/.exec(readFileSync(file, 'utf8')) ?? [];
    if (pid === '') return Date.now() - statSync(file).mtimeMs < making ? 0 : null;
    const writer = Number(pid);
    if (writer === process.pid || !isAlive(writer)) return null;
    // After a restart of the machine the same number may be somebody else's.
    const now = birth(writer);
    return born !== '' && now !== null && born !== now ? null : writer;
  } catch {
    return null; // gone meanwhile
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    // Killed, and nobody has asked yet how it ended: it writes no more.
    return statOf(pid)?.[0] !== 'Z';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * What tells a process from another that gets its number later: the machine's start and the process's own (proc(5), field
 * 22 of stat). Null where the system does not say.
 */
function birth(pid: number): string | null {
  try {
    const machine = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const started = statOf(pid)?.[19];
    return started === undefined ? null : `${machine} ${started}`;
  } catch {
    return null;
  }
}

/** What stands behind the name in stat: the process's state first. Null where the system does not say. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
