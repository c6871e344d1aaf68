import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { CheckedFile } from '../report/report.ts';
import { decode } from '../text/decode.ts';
import type { Config } from './config.ts';
import { type ConfigName, configNames } from './config-names.ts';

/** A config with the folder that its paths begin at, and what is wrong in it. */
export interface FoundConfig {
  readonly folder: string;
  readonly config: Config;
  readonly checked: CheckedFile;
}

/** Looks for the config of a folder in it and the folders above; each folder is looked into once. */
export function configFinder(cwd: string): (folder: string) => Promise<FoundConfig | null> {
  const known = new Map<string, Promise<FoundConfig | null>>();
  const find = (folder: string): Promise<FoundConfig | null> => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const above = dirname(folder);
    const found = configIn(folder, cwd).then((own) => own ?? (above === folder ? null : find(above)));
    known.set(folder, found);
    return found;
  };
  return find;
}

async function configIn(folder: string, cwd: string): Promise<FoundConfig | null> {
  for (const name of configNames) {
    const path = join(folder, name);
    const bytes = await readFile(path).catch(() => null);
    const found = bytes && (await openConfig(bytes, path, name, cwd));
    if (found) return found;
  }
  return null;
}

/** Null for a package.json that has no config in it. */
export async function openConfig(
  bytes: Uint8Array,
  path: string,
  name: ConfigName,
  cwd: string,
): Promise<FoundConfig | null> {
  const file = relative(cwd, path) || path;
  const { source, diagnostics } = decode(bytes, file);
  if (source === null) return { folder: dirname(path), config: {}, checked: { file, text: '', diagnostics } };
  const { readConfig } = await import('./config.ts');
  const read = readConfig(source, name);
  if (read === null) return null;
  const checked = { file, text: source.text, diagnostics: [...diagnostics, ...read.diagnostics] };
  return { folder: dirname(path), config: read.config, checked };
}
