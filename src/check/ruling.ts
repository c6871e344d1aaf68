import picomatch from 'picomatch';
import { type Profile, profiles } from '../rules/profile.ts';
import type { Level } from '../rules/rule.ts';
import type { Ruling } from '../rules/run.ts';
import type { Config } from './config.ts';

/** What the call itself says; it wins over any config. */
export interface Asked {
  readonly profile: Profile | null;
  readonly levels: Readonly<Record<string, Level>>;
}

/** The settings that hold for a file. `path` is relative to the config's folder, with forward slashes. */
export function rulingFor(config: Config, path: string, asked: Asked): Ruling {
  const parts = [config, ...(config.overrides ?? []).filter(({ files }) => matches(files, path))];
  const name = parts.findLast((part) => part.profile !== undefined)?.profile;
  const profile = asked.profile ?? profiles.find((one) => one.name === name) ?? profiles[0];
  const thresholds = { ...profile.thresholds };
  const levels: Record<string, Level> = {};
  for (const part of parts) {
    Object.assign(thresholds, part.thresholds);
    Object.assign(levels, part.rules);
  }
  return { profile: { ...profile, thresholds }, levels: { ...levels, ...asked.levels } };
}

/** A pattern without a slash means the name in any folder, as in a .gitignore. */
export function matches(patterns: readonly string[], path: string): boolean {
  return patterns.some((pattern) =>
    picomatch(pattern, { basename: !pattern.includes('/'), dot: true })(path),
  );
}
