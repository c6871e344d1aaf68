import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lint } from '../../src/check/lint.ts';
import { repair } from '../../src/check/repair.ts';
import { profiles } from '../../src/rules/profile.ts';
import { applyEdits } from '../../src/text/edits.ts';
import { diffLines, unifiedDiff } from '../../src/text/line-diff.ts';
import { inProcess, root } from '../support/run.ts';

const ruling = { profile: profiles[0], levels: {} };
const folder = join(root, 'test/fixtures/fix');
const fixtures = await readdir(folder);
const sourceOf = async (file: string) => ({ file, text: await readFile(join(folder, file), 'utf8') });

describe.each(fixtures)('%s', (file) => {
  test('only what is wrong changes', async () => {
    const source = await sourceOf(file);
    const { text } = await repair(source, ruling, false);
    await expect(unifiedDiff(file, source.text, text)).toMatchFileSnapshot(`../golden/fix/${file}.diff`);
  });

  test('every safe fix is used up, and a second repair changes nothing', async () => {
    for (const unsafe of [false, true]) {
      const { text, checked } = await repair(await sourceOf(file), ruling, unsafe);
      expect(checked.diagnostics.filter(({ fix }) => fix?.safe)).toEqual([]);
      expect(await repair({ file, text }, ruling, unsafe)).toMatchObject({ text, count: 0 });
    }
  });
});

test.each([
  [
    'radii',
    'radius-inverted',
    'wp: { type: WPM, open: 90, clear: 800 }',
    'wp: { type: WPM, open: 800, clear: 90 }',
  ],
  ['a limit at FZ', 'limit-at-zone-end', 'zone: [FZ], limit: 50', 'zone: [FZ]'],
])('an unsafe fix of %s', async (_, rule, bad, good) => {
  const text = (part: string) => `roadbook: 1\nnotes:\n  - { km: 0, text: a }\n  - { km: 1, ${part} }\n`;
  const { diagnostics } = await lint(Buffer.from(text(bad)), 'x.roadbook.yaml', ruling);
  const fix = diagnostics.find((found) => found.rule === rule)?.fix;
  expect(fix?.safe).toBe(false);
  expect(applyEdits(text(bad), fix?.edits ?? [])).toBe(text(good));
});

describe('on the command line', () => {
  let cwd: string;
  const file = 'comments.roadbook.yaml';
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'roadbook-fix-'));
  });
  afterAll(() => rm(cwd, { recursive: true }));
  const run = (args: string[], input = '') => inProcess(['check', ...args], { cwd, input });

  test('--fix-dry-run shows the diff and writes nothing', async () => {
    await copyFile(join(folder, file), join(cwd, file));
    const { stdout } = await run([file, '--fix-dry-run']);
    expect(stdout).toContain(`--- ${file}\n+++ ${file}\n@@ `);
    expect(stdout).toContain('-    cap: 360                        # north, along the fence\n');
    expect(await readFile(join(cwd, file), 'utf8')).toBe((await sourceOf(file)).text);
  });

  test('--fix repairs the file and reports what is left', async () => {
    await copyFile(join(folder, file), join(cwd, file));
    const { code, stdout, stderr } = await run([file, '--fix']);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^comments.*: \d repaired\n$/),
    });
    expect(stdout).toContain('nothing found');
    expect((await run([file, '--fix'])).stderr).toBe('');
  });

  test('a byte-order mark and Windows line ends stay', async () => {
    const text = '\ufeffroadbook: 1\r\nnotes:\r\n  - { km: 0, cap: 360 }\r\n  - { km: 1, text: é }\r\n';
    await writeFile(join(cwd, 'bom.yaml'), text);
    await run(['bom.yaml', '--fix']);
    expect(await readFile(join(cwd, 'bom.yaml'), 'utf8')).toBe(text.replace('360', '0'));
  });

  test('a file that is not UTF-8 is left alone', async () => {
    const text = 'roadbook: 1\nnotes:\n  - { km: 0, cap: 360 }\n  - { km: 1, text: é }\n';
    await writeFile(join(cwd, 'latin.yaml'), Buffer.from(text, 'latin1'));
    const { code, stderr } = await run(['latin.yaml', '--fix']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('it is not UTF-8') });
    expect(await readFile(join(cwd, 'latin.yaml'), 'latin1')).toBe(text);
  });

  test('standard input is shown, not repaired', async () => {
    const input = 'roadbook: 1\nnotes:\n  - { km: 0, cap: 360 }\n  - { km: 1, text: a }\n';
    expect((await run(['-', '--fix'], input)).stderr).toContain('standard input cannot be repaired in place');
    expect((await run(['-', '--fix-dry-run'], input)).stdout).toContain('+  - { km: 0, cap: 0 }');
  });
});

test('a diff holds both texts', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const changes = diffLines(before, after);
      expect(changes.filter(({ kind }) => kind !== 'new').map(({ line }) => line)).toEqual(before);
      expect(changes.filter(({ kind }) => kind !== 'old').map(({ line }) => line)).toEqual(after);
    }),
    { seed: 4, numRuns: 500 },
  );
});
