import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { JournalFile } from './tail.ts';

/** A journal's file on disk. */
export interface DiskFile extends JournalFile {
  /** Opens it now rather than at the first write; throws as node:fs does, and may be called again. */
  open(): void;
}

interface Opened {
  readonly fd: number;
  readonly unclaim: () => void;
}

/**
 * A journal's file, opened when it is first needed, and tried again until that succeeds: a disk may be full or
 * read-only only for a while. `keep` cuts it to that many bytes first (a torn tail goes); without it the file must be new.
 * `claim` is asked before the file is touched and answers how to give the claim back; it throws when another has it.
 */
export function journalFile(
  path: string,
  keep: number | null,
  claim: () => () => void = () => () => {},
): DiskFile {
  let opened: Opened | null = null;
  let syncing = 0;
  let closing: number | null = null;
  const ready = (): Opened => {
    opened ??= open(path, keep, claim);
    return opened;
  };
  // A number given back while a sync uses it could be another file's by then.
  const closeWhenIdle = () => {
    if (closing === null || syncing > 0) return;
    closeSync(closing);
    closing = null;
  };
  return {
    open: () => void ready(),
    write(bytes, at) {
      const { fd } = ready();
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(fd, bytes, done, bytes.length - done, at + done);
      }
    },
    sync: () => fdatasyncSync(ready().fd),
    syncSoon(done) {
      const { fd } = ready();
      syncing += 1;
      fdatasync(fd, (error) => {
        syncing -= 1;
        closeWhenIdle();
        done(error);
      });
    },
    close() {
      if (opened === null) return;
      closing = opened.fd;
      opened.unclaim();
      opened = null;
      closeWhenIdle();
    },
  };
}

function open(path: string, keep: number | null, claim: () => () => void): Opened {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unclaim = claim();
  try {
    const fd = openSync(path, keep === null ? 'wx' : 'r+', 0o600);
    if (keep === null) {
      rememberName(dirname(path));
    } else {
      ftruncateSync(fd, keep);
      // The torn tail must be gone before anything is put in its place.
      fdatasyncSync(fd);
    }
    return { fd, unclaim };
  } catch (error) {
    unclaim();
    throw error;
  }
}

/** A new file's name is in its folder, which has to reach the disk too. Where folders cannot be synced, nothing is lost by trying. */
function rememberName(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {}
}
