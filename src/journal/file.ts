import { closeSync, fdatasyncSync, fsyncSync, ftruncateSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { JournalFile } from './write.ts';

/** A journal's file on disk. */
export interface DiskFile extends JournalFile {
  /** Opens it now rather than at the first append; throws as node:fs does, and may be called again. */
  open(): void;
}

interface Opened {
  readonly fd: number;
  readonly unclaim: () => void;
}

/**
 * A journal's file, opened to append when it is first needed, and tried again until that succeeds: a disk may be full or
 * read-only only for a while. `keep` cuts it to that many bytes first (a torn tail goes); without it the file must be new.
 * `claim` is asked before the file is touched and answers how to give the claim back; it throws when another has it.
 */
export function journalFile(
  path: string,
  keep: number | null,
  claim: () => () => void = () => () => {},
): DiskFile {
  let length = keep ?? 0;
  let opened: Opened | null = null;
  const ready = (): Opened => {
    opened ??= open(path, keep, claim);
    return opened;
  };
  return {
    open: () => void ready(),
    append(text) {
      const { fd } = ready();
      const bytes = Buffer.from(text);
      // Always at its own place: after a failure, which may have left half of it or lost all of it, it is written once more.
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(fd, bytes, done, bytes.length - done, length + done);
      }
      fdatasyncSync(fd);
      length += bytes.length;
    },
    close() {
      if (opened === null) return;
      closeSync(opened.fd);
      opened.unclaim();
      opened = null;
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
