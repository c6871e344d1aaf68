import { pageOf } from '../rules/page.ts';
import { rules } from '../rules/registry.ts';
import { nearest } from '../text/nearest.ts';
import { type ColourChoice, colourOption } from './colour.ts';
import type { Command, ExitCode } from './command.ts';
import { UsageError } from './usage-error.ts';

export const command: Command<[rule: string], { readonly color: ColourChoice }> = {
  configure(verb) {
    verb.argument('<rule>', 'its name or code').addOption(colourOption());
  },

  async run([asked], _options, io): Promise<ExitCode> {
    const rule = rules.find(({ name, code }) => name === asked || code === asked.toUpperCase());
    if (rule === undefined) throw new UsageError(unknown(asked));
    io.stdout.write(await pageOf(rule.name));
    return 0;
  },
};

function unknown(asked: string): string {
  const near = nearest(
    asked,
    rules.flatMap(({ name, code }) => [name, code]),
  );
  return `there is no rule '${asked}'${near === null ? '; `roadbook check --list-rules` lists them' : ` (Did you mean ${near}?)`}`;
}
