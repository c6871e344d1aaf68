import { InvalidArgumentError, Option, type Command as Verb } from 'commander';
import { type Profile, profiles } from '../rules/profile.ts';
import { rules } from '../rules/registry.ts';
import { type Level, levels } from '../rules/rule.ts';
import type { Ruling } from '../rules/run.ts';
import { nearest } from '../text/nearest.ts';
import { oneOf } from './options.ts';

export interface RulingOptions {
  readonly profile: Profile;
  readonly rule: Readonly<Record<string, Level>>;
}

/** `--profile` and `--rule`, for every verb that puts a roadbook before the rules. */
export function rulingOptions(verb: Verb): Verb {
  return verb
    .addOption(
      new Option('--profile <name>', profiles.map(({ name }) => name).join(', '))
        .argParser(profileByName)
        .default(profiles[0], profiles[0]?.name),
    )
    .addOption(
      new Option('--rule <name=level>', 'set a rule to error, warning, info or off; may be repeated')
        .argParser(addLevel)
        .default({}, 'those of the profile'),
    );
}

export function rulingOf({ profile, rule }: RulingOptions): Ruling {
  return { profile, levels: rule };
}

function profileByName(given: string): Profile | undefined {
  const name = oneOf(profiles.map((profile) => profile.name))(given);
  return profiles.find((profile) => profile.name === name);
}

/** `--rule zone-not-closed=warning`, by name or code. */
function addLevel(given: string, levelsSoFar: Readonly<Record<string, Level>>) {
  const [named = '', level = ''] = given.split('=');
  const rule = rules.find(({ name, code }) => name === named || code === named.toUpperCase());
  if (rule === undefined) {
    const near = nearest(
      named,
      rules.flatMap(({ name, code }) => [name, code]),
    );
    throw new InvalidArgumentError(
      `There is no rule '${named}'.${near === null ? ' `roadbook check --list-rules` lists them.' : ` Did you mean '${near}'?`}`,
    );
  }
  return { ...levelsSoFar, [rule.name]: oneOf(levels)(level) };
}
