import { pageOf, titleOf } from '../../src/rules/page.ts';
import { profiles } from '../../src/rules/profile.ts';
import { rules } from '../../src/rules/registry.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { Thresholds } from '../../src/rules/thresholds.ts';
import { usualThresholds } from '../../src/rules/usual-thresholds.ts';
import { problemPage } from '../../src/text/problem-page.ts';
import { problems } from '../../src/text/problems.ts';

const families: Readonly<Record<string, string>> = {
  RB3: 'Zones',
  RB4: 'Distances',
  RB5: 'Sections and times',
  RB6: 'Waypoints',
  RB7: 'Notes',
  RB8: 'The whole roadbook',
};

/** docs/rules.md: every rule with its page, the profiles and the thresholds. */
export async function rulesDocument(): Promise<string> {
  const pages = await Promise.all(rules.map(async (rule) => ({ rule, page: await pageOf(rule.name) })));
  return [
    '# Rules',
    'Made from `src/rules` by `npm run docs`. `roadbook explain NAME` prints one of these pages.',
    'A level is what the rule has unless a profile or a config file says otherwise. An **error** sends a crew astray or cannot be scored; a **warning** is doubtful and worth a look before the start; **info** is a matter of style. Rules that need *geometry* say nothing about a roadbook without coordinates.',
    table(pages),
    '## Profiles',
    'None is official: the figures come from software, organisers and press, and a file’s own values always win.',
    profiles.map(({ name, title, source }) => `- \`${name}\`: ${title}. Source: ${source}.`).join('\n'),
    '## Thresholds',
    thresholds(),
    ...Object.entries(families).flatMap(([prefix, title]) => [
      `## ${title}`,
      ...pages
        .filter(({ rule }) => rule.code.startsWith(prefix))
        .map(({ rule, page }) => section(rule, page)),
    ]),
    '## Problems of reading',
    'Readers and schemas report these before the rules look at a roadbook.',
    ...Object.entries(problems).map(
      ([name, { code, severity }]) => `### ${code} ${name}\n\n*${severity}.* ${problemPage(code)?.trim()}`,
    ),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function table(pages: readonly { readonly rule: Rule; readonly page: string }[]): string {
  const rows = pages.map(
    ({ rule: { code, name, severity, needs }, page }) =>
      `| ${code} | [${name}](#${code.toLowerCase()}-${name}) | ${severity} | ${needs} | ${titleOf(page)} |`,
  );
  return ['| code | name | level | needs | what is wrong |', '|---|---|---|---|---|', ...rows].join('\n');
}

function thresholds(): string {
  const rows = Object.entries(Thresholds.shape).map(
    ([name, schema]) => `| \`${name}\` | ${usualThresholds[keyOf(name)]} | ${schema.description} |`,
  );
  return ['| name | usual | what it is |', '|---|---|---|', ...rows].join('\n');
}

function keyOf(name: string): keyof Thresholds {
  return Thresholds.keyof().parse(name);
}

/** A page below its code and name; its own headings become bold words. */
function section({ code, name, severity, needs }: Rule, page: string): string {
  const body = page
    .replace(/^# (.*)$/m, `*${severity}, needs the ${needs}.* $1.`)
    .replace(/^## (.*)$/gm, '**$1**')
    .trim();
  return `### ${code} ${name}\n\n${body}`;
}
