import { basename, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command as Verb } from 'commander';
import { configNames } from '../check/config-names.ts';
import { type FoundConfig, openConfig } from '../check/find-config.ts';
import { levelNames } from '../check/level-names.ts';
import type { Asked } from '../check/ruling.ts';
import { type Settings, settingsFor } from '../check/settings.ts';
import { type Profile, profiles } from '../rules/profile.ts';
import { rules } from '../rules/registry.ts';
import { type Level, levels } from '../rules/rule.ts';
import { nearest } from '../text/nearest.ts';
import { problems } from '../text/problems.ts';
import type { Io } from './command.ts';
import { oneOf } from './options.ts';
import { readBytes } from './read-file.ts';

export interface RulingOptions {
  readonly profile?: Profile;
  readonly rule: Readonly<Record<string, Level>>;
  /** A file; false for none; absent to look for one. */
  readonly config?: string | false;
}

/** `--profile`, `--rule` and `--config`, for every verb that puts a roadbook before the rules. */
export function rulingOptions(verb: Verb): Verb {
  return verb
    .option('--profile <name>', profiles.map(({ name }) => name).join(', '), profileByName)
    .addOption(
      new Option('--rule <name=level>', 'set a rule to error, warning, info or off; may be repeated')
        .argParser(addLevel)
        .default({}, 'those of the profile'),
    )
    .option('--config <file>', 'use this config instead of the nearest roadbook.config.yaml')
    .option('--no-config', 'use none');
}

export async function settingsOf({ profile, rule, config }: RulingOptions, io: Io): Promise<Settings> {
  const asked: Asked = { profile: profile ?? null, levels: rule };
  return settingsFor(asked, await named(config, io), io.cwd);
}

async function named(config: RulingOptions['config'], io: Io): Promise<FoundConfig | null | undefined> {
  if (config === undefined) return undefined;
  if (config === false) return null;
  const path = resolve(io.cwd, config);
  const kind =
    configNames.find((name) => name === basename(path)) ??
    (/\.json$/.test(path) ? configNames[1] : configNames[0]);
  return openConfig(await readBytes(config, io), path, kind, io.cwd);
}

function profileByName(given: string): Profile | undefined {
  const name = oneOf(profiles.map((profile) => profile.name))(given);
  return profiles.find((profile) => profile.name === name);
}

/** `--rule zone-not-closed=warning`, by name or code; what readers report has levels too. */
function addLevel(given: string, levelsSoFar: Readonly<Record<string, Level>>) {
  const [named = '', level = ''] = given.split('=');
  const codes = [...rules, ...Object.entries(problems).map(([name, { code }]) => ({ name, code }))];
  const name = codes.find((one) => one.code === named.toUpperCase())?.name ?? named;
  if (!levelNames.includes(name)) {
    const near = nearest(named, [...levelNames, ...codes.map(({ code }) => code)]);
    throw new InvalidArgumentError(
      `There is no rule '${named}'.${near === null ? ' `roadbook check --list-rules` lists them.' : ` Did you mean '${near}'?`}`,
    );
  }
  return { ...levelsSoFar, [name]: oneOf(levels)(level) };
}
