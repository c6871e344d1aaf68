import type { Place } from './record.ts';

/** Where a journal is written; the real one is a file, a test's may fail. Each call may throw, and may be called again. */
export interface JournalFile {
  /** Puts bytes at their place. When it returns, the end of this process, however sudden, loses none of them. */
  write(bytes: Uint8Array, at: number): void;
  /** When it returns, all that was written survives a power cut too. */
  sync(): void;
  /** The same without waiting for the disk. */
  syncSoon(done: (error: Error | null) => void): void;
  close(): void;
}

/** A place between two lines: how many lines and bytes are before it. */
export interface Mark {
  readonly line: number;
  readonly byte: number;
}

/** The end of a journal: lines that may not be on disk yet. */
export interface Tail {
  /** The sequence of the next line. */
  readonly next: number;
  add(encoded: (place: Place) => string): void;
  /** Writes what is not written; throws as the file does. */
  write(): void;
  /** Waits until all that is written is on disk; throws as the file does. */
  sync(): void;
  /** Begins that, unless it is under way or there is nothing to do. */
  syncSoon(failed: (error: Error) => void): void;
}

/**
 * A line keeps its bytes and its place for good. What a failed sync may have lost is written once more, so it stays here
 * until a sync has said that it is on disk.
 */
export function tailOf(file: JournalFile, start: Mark): Tail {
  let next = start.line;
  let written = start;
  /** Everything before is on disk, and forgotten. */
  let forgotten = start;
  let lines: string[] = [];
  /** Everything before is on disk as far as is known; ahead of `forgotten` only while a sync is under way. */
  let synced = start.line;
  /** How far the sync that is under way goes. Of two at once only one hears of a failure: nothing is forgotten till it ends. */
  let underWay: { upTo: Mark } | null = null;

  const forget = (upTo: Mark) => {
    lines = lines.slice(upTo.line - forgotten.line);
    forgotten = upTo;
    synced = Math.max(synced, upTo.line);
  };
  const again = () => {
    underWay = null;
    written = forgotten;
    synced = forgotten.line;
  };

  return {
    get next() {
      return next;
    },
    add(encoded) {
      lines.push(encoded({ sequence: next, first: synced }));
      next += 1;
    },
    write() {
      if (written.line === next) return;
      const bytes = Buffer.from(lines.slice(written.line - forgotten.line).join(''));
      file.write(bytes, written.byte);
      written = { line: next, byte: written.byte + bytes.length };
    },
    sync() {
      try {
        file.sync();
      } catch (error) {
        again();
        throw error;
      }
      synced = written.line;
      if (underWay) underWay.upTo = written;
      else forget(written);
    },
    syncSoon(failed) {
      if (underWay || written.line === synced) return;
      const mine = { upTo: written };
      underWay = mine;
      file.syncSoon((error) => {
        if (error) {
          again();
          failed(error);
        } else if (underWay === mine) {
          underWay = null;
          forget(mine.upTo);
        }
      });
    },
  };
}
