import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = process.env.ROADBOOK_SHARED ?? resolve(import.meta.dirname, '../../shared');

/** A file or folder of real roadbooks by others, kept outside the project; null where it is absent, and the test skips. */
export function shared(path: string): string | null {
  const full = join(root, path);
  return existsSync(full) ? full : null;
}
