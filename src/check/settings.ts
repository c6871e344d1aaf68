import { dirname, relative, resolve } from 'node:path';
import type { Ruling } from '../rules/run.ts';
import { configFinder, type FoundConfig } from './find-config.ts';
import { type Asked, matches, rulingFor } from './ruling.ts';

/** How to check each file: what the call says, over what the nearest config says. */
export interface Settings {
  readonly rulingOf: (file: string) => Promise<Ruling>;
  /** The config that leaves the file out; null where none does. */
  readonly isIgnored: (file: string) => Promise<boolean>;
  /** The configs that were used, in the order of their use. */
  readonly configs: () => readonly FoundConfig[];
}

/** `config`: the one to use for all files; undefined to look for one; null for none. */
export function settingsFor(asked: Asked, config: FoundConfig | null | undefined, cwd: string): Settings {
  const find = configFinder(cwd);
  const used = new Map<string, FoundConfig>();
  const configOf = async (file: string): Promise<{ found: FoundConfig | null; path: string }> => {
    const absolute = resolve(cwd, file);
    const found = config === undefined ? await find(dirname(absolute)) : config;
    if (found !== null) used.set(found.folder, found);
    return { found, path: relative(found?.folder ?? cwd, absolute).replaceAll('\\', '/') };
  };
  return {
    rulingOf: async (file) => {
      const { found, path } = await configOf(file);
      return rulingFor(found?.config ?? {}, path, asked);
    },
    isIgnored: async (file) => {
      const { found, path } = await configOf(file);
      return matches(found?.config.ignore ?? [], path);
    },
    configs: () => [...used.values()],
  };
}
