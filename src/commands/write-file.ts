import { link, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
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
  const path = await realpath(named).catch(() => named); // a link keeps pointing at the new content
  const kind = await kindOf(path);
  if (kind === 'folder') throw new UsageError(`cannot write '${file}': it is a folder`);
  if (kind === 'file' && !force) throw alreadyThere(file);
  try {
    if (kind === 'special') await writeFile(path, content);
    else await replace(path, content, force, mode);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') throw alreadyThere(file);
    throw new UsageError(`cannot write '${file}': ${reasons[code] ?? message(error)}`);
  }
}

async function replace(
  path: string,
  content: string | Uint8Array,
  force: boolean,
  mode: number | undefined,
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await writeFile(beside, content, { flag: 'wx', flush: true, ...(mode !== undefined && { mode }) });
    if (force) await rename(beside, path);
    else await linkOrRename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}

/** A link, unlike a rename, fails where a file has appeared meanwhile; some file systems have none. */
async function linkOrRename(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    await rename(from, to);
  }
}

/** What stands at a path. */
export async function kindOf(path: string): Promise<'file' | 'folder' | 'special' | 'nothing'> {
  try {
    const found = await stat(path);
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
