import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lint } from '../../src/check/lint.ts';
import { profiles } from '../../src/rules/profile.ts';
import { shared } from '../shared.ts';

const ruling = { profile: profiles[0], levels: {} };
const folders = ['corpus/gpx', 'corpus/openrally', 'corpus/rn2', 'openrally/examples'];

/** What is found in real files of others. docs/bench-notes.md says of each kind why it is true or false: change both. */
test.skipIf(folders.some((folder) => shared(folder) === null))('real files', async () => {
  const lines: string[] = [];
  for (const folder of folders) {
    const path = shared(folder) ?? '';
    for (const file of readdirSync(path).sort()) {
      const { diagnostics } = await lint(await readFile(join(path, file)), file, ruling);
      const counts = new Map<string, number>();
      for (const { severity, rule } of diagnostics) {
        const key = `${severity} ${rule}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const found = [...counts].sort().map(([what, count]) => (count === 1 ? what : `${what} ×${count}`));
      lines.push(`${file}: ${found.join(', ') || 'nothing'}`);
    }
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/check/real-files.txt');
});
