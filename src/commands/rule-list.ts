import { pageOf, titleOf } from '../rules/page.ts';
import { rules } from '../rules/registry.ts';
import { levelOf, type Ruling } from '../rules/run.ts';

/** A line for each rule: code, name, level, what it needs, what it finds. */
export async function ruleList(ruling: Ruling): Promise<string> {
  const width = Math.max(...rules.map(({ name }) => name.length));
  const lines = rules.map(async (rule) => {
    const title = titleOf(await pageOf(rule.name));
    const level = levelOf(rule, ruling).padEnd(7);
    return `${rule.code}  ${rule.name.padEnd(width)}  ${level}  ${rule.needs.padEnd(8)}  ${title}\n`;
  });
  return (await Promise.all(lines)).join('');
}
