/**
 * `roadbook check FILE…` where there is nothing to find: the way from the words of the call to “nothing found” with as little
 * code as there can be, bundled into one file, for it is what a co-driver waits for. Where anything is unusual, an option, a
 * config, a file that is not clean, it stops, and the whole program begins; what it has found clean until then it hands on.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { configNames } from '../check/config-names.ts';
import { isSpotless } from '../check/spotless.ts';
import { nothing } from '../check/totals.ts';
import { paintOf } from '../report/paint.ts';
import { summary } from '../report/words.ts';
import { profiles } from '../rules/profile.ts';
import type { Ruling } from '../rules/run.ts';
import type { Io } from './command.ts';
import { withBytesOf } from './file-room.ts';
import { expectLongWork, fewFiles } from './long-work.ts';
import { progressMeter } from './progress.ts';
import { wantsColour } from './wants-colour.ts';
import { worthThreads } from './worth-threads.ts';

/** What came of it. */
export interface Quick {
  /** Everything is done, and said. */
  readonly isDone: boolean;
  /** Files with nothing to find in them, as the call names them. */
  readonly clean: ReadonlySet<string>;
}

/** Says something only where it does everything. */
export async function quickCheck(
  [verb, ...files]: readonly string[],
  { cwd, env, stdout, stderr }: Omit<Io, 'stdin'>,
): Promise<Quick> {
  const clean = new Set<string>();
  const isPlain = new Set(files).size === files.length && !files.some((file) => file.startsWith('-'));
  if (verb !== 'check' || files.length === 0 || !isPlain || !isEasy(files, cwd))
    return { isDone: false, clean };
  if (files.length > fewFiles) expectLongWork();
  const [profile] = profiles;
  const hasConfig = configFinder();
  const meter = progressMeter(files.length, stderr);
  for (const file of files) {
    meter.show(clean.size, file);
    if (!(await isClean(resolve(cwd, file), hasConfig, { profile, levels: {} }))) break;
    clean.add(file);
  }
  meter.clear();
  if (clean.size < files.length) return { isDone: false, clean };
  // Whoever closed the pipe wants to hear no more.
  stdout.on('error', () => {});
  const paint = await paintOf(wantsColour('auto', stdout, env));
  stdout.write(`${summary({ ...nothing, files: files.length }, (text, what) => paint[what](text))}\n`);
  return { isDone: true, clean };
}

/** So much that threads pay is for the whole program, and so is what can be read but once, such as a pipe. */
function isEasy(files: readonly string[], cwd: string): boolean {
  let bytes = 0;
  try {
    for (const file of files) {
      const found = statSync(resolve(cwd, file));
      if (!found.isFile()) return false;
      bytes += found.size;
    }
  } catch {
    // A file that cannot be had is found out when it is read.
    return true;
  }
  return bytes < worthThreads;
}

async function isClean(path: string, hasConfig: HasConfig, ruling: Ruling): Promise<boolean> {
  try {
    return !hasConfig(dirname(path)) && (await withBytesOf(path, (bytes) => isSpotless(bytes, path, ruling)));
  } catch {
    // Whatever it was, the whole program meets it again and says it.
    return false;
  }
}

type HasConfig = (folder: string) => boolean;

/** Tells of each folder whether it or one above has a config; a package.json is one if it has the key. */
function configFinder(): HasConfig {
  const known = new Map<string, boolean>();
  const isConfig = (path: string) =>
    existsSync(path) &&
    (!path.endsWith('package.json') || 'roadbook' in JSON.parse(readFileSync(path, 'utf8')));
  const hasConfig: HasConfig = (folder) => {
    const above = dirname(folder);
    const found =
      known.get(folder) ??
      (configNames.some((name) => isConfig(join(folder, name))) || (above !== folder && hasConfig(above)));
    known.set(folder, found);
    return found;
  };
  return hasConfig;
}
