import {
  closeSync,
  fsync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Io } from './command.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes a whole file or nothing: beside its place under a temporary name, then renamed, so that a crash, a full disk or a
 * reader at the wrong moment never meets half a roadbook. What is no regular file (a pipe, /dev/null) is written through.
 * A file that is there is kept unless `force`. `mode` are its permissions, as 0o600 for what is secret. A UsageError says why a file cannot be written.
 */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  { force, mode }: { readonly force: boolean; readonly mode?: number },
  io: Io,
): Promise<void> {
  const named = resolve(io.cwd, file);
  const kind = kindOf(named);
  if (kind === 'folder') throw new UsageError(`cannot write '${file}': it is a folder`);
  if (kind === 'file' && !force) throw alreadyThere(file);
  try {
    if (kind === 'special') await writeFile(named, content);
    else await replace(await linked(named), content, force, mode);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') throw alreadyThere(file);
    throw new UsageError(`cannot write '${file}': ${reasons[code] ?? message(error)}`);
  }
}

/** A link keeps pointing at the new content, where it points at something. */
async function linked(path: string): Promise<string> {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isSymbolicLink() ? realpath(path).catch(() => path) : path;
}

const onDisk = promisify(fsync);

/** Only the disk is waited for: to hand over what is in memory takes less than a hop through Node's threads. */
async function replace(
  path: string,
  content: string | Uint8Array,
  force: boolean,
  mode: number | undefined,
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = opened(beside, mode);
  try {
    try {
      writeFileSync(file, content);
      await onDisk(file);
    } finally {
      closeSync(file);
    }
    if (force) renameSync(beside, path);
    else linkOrRename(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** A new file. One of that name was left by a process that had our number and was killed: nobody needs it. */
function opened(path: string, mode: number | undefined): number {
  try {
    return openSync(path, 'wx', mode);
  } catch (error) {
    if (!isTaken(error)) throw error;
    rmSync(path, { force: true });
    return openSync(path, 'wx', mode);
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

/** A link, unlike a rename, fails where a file has appeared meanwhile; some file systems have none. */
function linkOrRename(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (isTaken(error)) throw error;
    renameSync(from, to);
    return;
  }
  unlinkSync(from);
}

/** What stands at a path, or where a link there points. */
export function kindOf(path: string): 'file' | 'folder' | 'special' | 'nothing' {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return 'nothing';
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'special';
  } catch {
    return 'nothing';
  }
}

export function alreadyThere(file: string): UsageError {
  return new UsageError(`'${file}' is there already; --force overwrites it`);
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a part of its path is not a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'no space is left for you on the disk',
  ENAMETOOLONG: 'the name is too long',
};

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
