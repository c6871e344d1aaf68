import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { options } from '../scripts/build.js';
import page from './fixtures/page.md';
import { execute, root } from './support/run.ts';

// A rule's page is imported as text; the build, the tests and `npm run dev` must agree on what that gives.
const entry = join(root, 'test/fixtures/page.ts');
const expected = await readFile(join(root, 'test/fixtures/page.md'), 'utf8');

test('vitest imports Markdown as text', () => {
  expect(page).toBe(expected);
});

test('tsx imports Markdown as text', async () => {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const { stdout } = await execute(process.execPath, [tsx, '--import', './scripts/register.js', entry]);
  expect(stdout).toBe(expected);
});

test('the build imports Markdown as text', async () => {
  const { outputFiles } = await build({ ...options, entryPoints: [entry], write: false });
  const bundle = outputFiles[0]?.text ?? '';
  const { stdout } = await execute(process.execPath, ['--input-type=commonjs', '-'], { input: bundle });
  expect(stdout).toBe(expected);
});
