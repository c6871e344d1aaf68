import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Io } from './command.ts';
import { withBytesOf } from './file-room.ts';
import { UsageError } from './usage-error.ts';

/** The bytes of a file the user named; `-` is standard input. A file that cannot be had is a wrong call. */
export async function readBytes(file: string, io: Pick<Io, 'cwd' | 'stdin'>): Promise<Uint8Array> {
  return file === '-' ? buffer(io.stdin) : taken(file, io, (path) => readFileSync(path));
}

/** What `use` makes of them, for one of many files: see `withBytesOf`. */
export async function usingBytes<T>(
  file: string,
  io: Pick<Io, 'cwd' | 'stdin'>,
  use: (bytes: Uint8Array) => Promise<T>,
): Promise<T> {
  if (file === '-') return use(await buffer(io.stdin));
  return taken(file, io, (path) => withBytesOf(path, use));
}

/** A file in memory is there at once; a hop through Node's threads would cost more than its check. */
async function taken<T>(
  file: string,
  io: Pick<Io, 'cwd'>,
  take: (path: string) => T | Promise<T>,
): Promise<T> {
  const path = resolve(io.cwd, file);
  try {
    return take(path);
  } catch (error) {
    throw new UsageError(`cannot read '${file}': ${await reason(path, error)}`);
  }
}

/** Where the file is, to be found again from anywhere; null for standard input. */
export function located(file: string, io: Io): string | null {
  return file === '-' ? null : resolve(io.cwd, file);
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name a file in it',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'a part of its path is not a folder',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'the name is too long',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
};

/** In words, why a file system call failed. */
async function reason(path: string, error: unknown): Promise<string> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const folder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return folder
    ? 'it is a folder; name a file in it'
    : (reasons[code] ?? (error instanceof Error ? error.message : code));
}
