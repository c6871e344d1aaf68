import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { nearest } from '../text/nearest.ts';

/** Files to check, as the user would name them, or why there are none. */
export type Found =
  | { readonly files: readonly string[]; readonly missing: null }
  | { readonly files: readonly []; readonly missing: string };

const ignored = ['**/node_modules/**', '**/.git/**'];

/**
 * What one argument means: a file as it is; the roadbooks in a folder, by their extensions; or the files that a pattern
 * matches. In order of their names.
 */
export async function findFiles(
  argument: string,
  extensions: readonly string[],
  cwd: string,
): Promise<Found> {
  const info = await stat(resolve(cwd, argument)).catch(() => null);
  if (info !== null && !info.isDirectory()) return { files: [argument], missing: null };
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (info !== null) {
    const inside = await glob(
      extensions.map((extension) => `**/*${extension}`),
      { cwd: resolve(cwd, argument), ignore: ignored, caseSensitiveMatch: false },
    );
    const files = inside.sort(byName).map((file) => join(argument, file));
    return files.length > 0
      ? { files, missing: null }
      : none(
          `no roadbook in the folder '${argument}' (looked for ${extensions.map((e) => `*${e}`).join(', ')})`,
        );
  }
  if (isDynamicPattern(argument)) {
    const files = (await glob(argument, { cwd, ignore: ignored })).sort(byName);
    return files.length > 0 ? { files, missing: null } : none(`no file matches '${argument}'`);
  }
  const near = nearest(basename(argument), await siblings(resolve(cwd, argument)));
  const meant = near === null ? '' : ` (Did you mean '${join(dirname(argument), near)}'?)`;
  return none(`no such file: '${argument}'${meant}`);
}

function none(missing: string): Found {
  return { files: [], missing };
}

async function siblings(path: string): Promise<string[]> {
  return readdir(dirname(path)).catch(() => []);
}

/** By code units: the same on every machine. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
