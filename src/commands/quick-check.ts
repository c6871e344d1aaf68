/**
 * `roadbook check FILE` where there is nothing to find: the way from the words of the call to “nothing found” with as little
 * code as there can be, bundled into one file, for it is what a co-driver waits for. Where anything is unusual, an option, a
 * config, a file that is not clean, it does nothing, and the whole program begins.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { configNames } from '../check/config-names.ts';
import { isSpotless } from '../check/spotless.ts';
import { nothing } from '../check/totals.ts';
import { paintOf } from '../report/paint.ts';
import { summary } from '../report/words.ts';
import { profiles } from '../rules/profile.ts';
import type { Io } from './command.ts';
import { wantsColour } from './wants-colour.ts';

/** More files are worth the whole program, which has worker threads. */
const mostFiles = 4;

/** Whether everything is done. */
export async function quickCheck(
  [verb, ...files]: readonly string[],
  { cwd, env, stdout }: Pick<Io, 'cwd' | 'env' | 'stdout'>,
): Promise<boolean> {
  if (verb !== 'check' || files.length === 0 || files.length > mostFiles) return false;
  if (new Set(files).size < files.length || files.some((file) => file.startsWith('-'))) return false;
  const [profile] = profiles;
  for (const file of files) if (!(await isClean(resolve(cwd, file), { profile, levels: {} }))) return false;
  // Whoever closed the pipe wants to hear no more.
  stdout.on('error', () => {});
  const paint = await paintOf(wantsColour('auto', stdout, env));
  stdout.write(`${summary({ ...nothing, files: files.length }, (text, what) => paint[what](text))}\n`);
  return true;
}

async function isClean(path: string, ruling: Parameters<typeof isSpotless>[2]): Promise<boolean> {
  try {
    return !hasConfig(dirname(path)) && (await isSpotless(readFileSync(path), path, ruling));
  } catch {
    // Whatever it was, the whole program meets it again and says it.
    return false;
  }
}

/** A config in the folder or above it; a package.json is one if it has the key. */
function hasConfig(folder: string): boolean {
  const isConfig = (name: string) => {
    const path = join(folder, name);
    return (
      existsSync(path) && (name !== 'package.json' || 'roadbook' in JSON.parse(readFileSync(path, 'utf8')))
    );
  };
  if (configNames.some(isConfig)) return true;
  const above = dirname(folder);
  return above !== folder && hasConfig(above);
}
