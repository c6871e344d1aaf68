import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { sealingFolder, shakedown } from './sealed-stage.ts';

const { sealed, run, read, write, code } = sealingFolder();
const byCode = ['--code-file', 'code.txt'];

beforeAll(async () => {
  await sealed();
  await write('code.txt', await code());
  const text = await readFile(shakedown, 'utf8');
  await write('after.roadbook.yaml', text.replace('START SS BTW barrels', 'START SS BTW barrels, keep R'));
  await write('other.roadbook.yaml', text.replace('Shakedown Tin Ouzal', 'Another stage'));
});

test('a bulletin is signed, applied to its stage, sealed or not, and marked', async () => {
  const made = await run([
    'amend',
    shakedown,
    'after.roadbook.yaml',
    '--bulletin',
    'Bulletin 1',
    '-o',
    'b1.txt',
  ]);
  expect([made.code, made.stderr]).toEqual([0, 'MODIF: note 3 at 0.62 km: START SS BTW barrels, keep R\n']);
  for (const args of [['stage.age', ...byCode], [shakedown]]) {
    const shown = await run(['show', ...args, '--amend', 'b1.txt', '--format', 'json']);
    expect(shown.code).toBe(0);
    expect(JSON.parse(shown.stdout).notes[2]).toMatchObject({
      text: 'START SS BTW barrels, keep R',
      change: 'MODIF',
    });
  }
  const driven = await run([
    'drive',
    'stage.age',
    ...byCode,
    '--amend',
    'b1.txt',
    '--headless',
    '--no-journal',
  ]);
  expect([driven.code, driven.stderr]).toEqual([
    0,
    expect.stringContaining('is amended by b1.txt, Bulletin 1'),
  ]);
  await run(['open', 'stage.age', ...byCode, '--amend', 'b1.txt', '-o', 'amended.json']);
  expect(String(await read('amended.json'))).toContain('keep R');
});

test('a sealed bulletin has a code of its own', async () => {
  const later = ['--not-before', '2026-10-12T07:00:00Z', '-o', 'b2.age'];
  expect((await run(['amend', shakedown, 'after.roadbook.yaml', ...later])).code).toBe(0);
  await write('b2.code', await code('b2.age.release.json'));
  const shown = await run([
    'show',
    'stage.age',
    ...byCode,
    '--amend',
    'b2.age',
    '--amend-code-file',
    'b2.code',
  ]);
  expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining('keep R')]);
});

test('a bulletin of another stage, a changed one, and what is none, change nothing', async () => {
  const b1 = String(await read('b1.txt'));
  await write('changed.txt', b1.replace('keep R', 'keep L'));
  const cases = [
    [['show', 'other.roadbook.yaml', '--amend', 'b1.txt'], 'RB083 amendment-of-another-stage'],
    [['show', shakedown, '--amend', 'changed.txt'], 'RB066 signature-wrong'],
    [['show', shakedown, '--amend', 'after.roadbook.yaml'], 'RB065 content-unsigned'],
    [['show', shakedown, '--amend', 'stage.age', '--amend-code-file', 'code.txt'], 'RB081 not-a-stage'],
    [['show', 'b2.age', '--code-file', 'b2.code'], 'RB081 not-a-stage'],
    [['show', shakedown, '--amend', 'b1.txt', '--signer', '00'], 'RB073 signer-changed'],
  ] as const;
  for (const [args, said] of cases) {
    const { code: exit, stdout, stderr } = await run(args);
    expect([exit, stdout, stderr]).toEqual([1, '', expect.stringContaining(`error ${said}`)]);
  }
});
