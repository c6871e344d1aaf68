import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { JournalFile } from './write.ts';

/**
 * A journal's file on disk, opened to append. `keep` cuts it to that many bytes first (a torn tail goes); without it the
 * file must be new. Throws as node:fs does.
 */
export function journalFile(path: string, keep: number | null): JournalFile {
  const fd = openSync(path, keep === null ? 'wx' : 'r+', 0o600);
  if (keep !== null) ftruncateSync(fd, keep);
  let length = fstatSync(fd).size;
  return {
    write(text) {
      const bytes = Buffer.from(text);
      let done = 0;
      try {
        while (done < bytes.length) done += writeSync(fd, bytes, done, bytes.length - done, length + done);
        length += bytes.length;
      } catch (error) {
        // Half a line would make the next one unreadable.
        ftruncateSync(fd, length);
        throw error;
      }
    },
    sync: () => fdatasyncSync(fd),
    close: () => closeSync(fd),
  };
}
