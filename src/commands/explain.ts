import { showPage } from '../report/page.ts';
import { paintOf } from '../report/paint.ts';
import { pageOf } from '../rules/page.ts';
import { profiles } from '../rules/profile.ts';
import { rules } from '../rules/registry.ts';
import { nearest } from '../text/nearest.ts';
import { problemPage } from '../text/problem-page.ts';
import { problems } from '../text/problems.ts';
import { type ColourChoice, colourOption, wantsColour } from './colour.ts';
import type { Command, ExitCode } from './command.ts';
import { UsageError } from './usage-error.ts';

/** On a terminal the page is laid out for it; into a pipe it goes as the Markdown it is. */
export const command: Command<[rule: string], { readonly color: ColourChoice }> = {
  configure(verb) {
    verb.argument('<rule>', 'a name or code that a finding has').addOption(colourOption());
  },

  async run([asked], { color }, io): Promise<ExitCode> {
    const page = await pageFor(asked);
    const colour = wantsColour(color, io.stdout, io.env);
    const isTerminal = io.stdout.isTTY === true || color === 'always';
    const style = { paint: await paintOf(colour), width: io.stdout.columns ?? 100 };
    io.stdout.write(isTerminal ? showPage(page, style) : page);
    return 0;
  },
};

async function pageFor(asked: string): Promise<string> {
  const is = (name: string, code: string) => name === asked || code === asked.toUpperCase();
  const rule = rules.find(({ name, code }) => is(name, code));
  if (rule !== undefined) {
    const { code, name, severity, needs } = rule;
    const levels = profiles.flatMap(({ name: profile, levels }) =>
      levels[name] === undefined ? [] : [`${levels[name]} in ${profile}`],
    );
    const identity = `${code} ${name}: ${[severity, ...levels].join(', ')}; needs the ${needs}`;
    return (await pageOf(name)).replace('\n', `\n\n${identity}\n`);
  }
  const problem = Object.entries(problems).find(([name, { code }]) => is(name, code));
  if (problem === undefined) throw new UsageError(unknown(asked));
  const [name, { code, severity }] = problem;
  return `# ${code} ${name}: ${severity}\n\n${problemPage(code) ?? ''}`;
}

function unknown(asked: string): string {
  const known = [
    ...rules.map(({ name, code }) => [name, code]),
    ...Object.entries(problems).map(([name, { code }]) => [name, code]),
  ];
  const near = nearest(asked, known.flat());
  const hint = near === null ? '; `roadbook check --list-rules` lists the rules' : ` (Did you mean ${near}?)`;
  return `there is no rule '${asked}'${hint}`;
}
