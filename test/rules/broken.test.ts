import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lint } from '../../src/check/lint.ts';
import { profiles } from '../../src/rules/profile.ts';
import { lineIndex } from '../../src/text/span.ts';
import { root } from '../support/run.ts';

const folder = join(root, 'roadbooks/broken');
const files = (await readdir(folder)).sort();
const [profile] = profiles;

/** `file line:column “text” code rule`, a line for each finding. */
async function findings(file: string): Promise<string[]> {
  const { text, diagnostics } = await lint(await readFile(join(folder, file)), file, { profile, levels: {} });
  const position = lineIndex(text);
  return diagnostics.map(({ span, severity, code, rule }) => {
    const { line, column } = position(span?.start ?? 0);
    const meant = span ? text.slice(span.start, span.end).split('\n', 1)[0] : '';
    return `${file} ${line}:${column} “${meant}” ${severity} ${code} ${rule}`;
  });
}

test('each broken roadbook fails in one way, at its place', async () => {
  const found = await Promise.all(files.map(findings));
  for (const [i, lines] of found.entries()) expect(lines, files[i]).toHaveLength(1);
  await expect(`${found.flat().join('\n')}\n`).toMatchFileSnapshot('../golden/broken.txt');
});
