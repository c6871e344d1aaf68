import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inProcess } from '../support/run.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'roadbook-baseline-'));
  await mkdir(join(cwd, 'day'));
  await put('day/a.roadbook.yaml', stage(['km: 1.2, zone: DZ, limit: 50', 'km: 4.2, zone: FN']));
  await put('day/b.roadbook.yaml', stage(['km: 2.2, zone: DZ, limit: 30']));
});
afterEach(() => rm(cwd, { recursive: true }));

const stage = (notes: readonly string[], head = '') =>
  `roadbook: 1\n${head}notes:\n  - { km: 0, text: go }\n${notes.map((note) => `  - { ${note} }\n`).join('')}`;
const put = (file: string, text: string) => writeFile(join(cwd, file), text);
const read = async () => readFile(join(cwd, 'known.json'), 'utf8');

/** The rules of the new findings with their files, and the talk. */
async function check(...args: string[]) {
  const { code, stdout, stderr } = await inProcess(
    ['check', '--format', 'json', '--baseline', 'known.json', ...args],
    { cwd },
  );
  const { findings = [], summary = null } = stdout === '' ? {} : JSON.parse(stdout);
  const found = findings.map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`);
  return { code, found, known: summary?.known, stderr };
}

test('what a baseline knows does not fail; what is new does', async () => {
  const { code, stderr } = await check('day', '--update-baseline');
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'known.json: 3 findings (3 new, 0 gone)\n' });
  expect(await check('day')).toEqual({ code: 0, found: [], known: 3, stderr: '' });
  await put('day/b.roadbook.yaml', stage(['km: 2.2, zone: DZ, limit: 30', 'km: 3, cap: 400']));
  expect(await check('day')).toEqual({
    code: 1,
    found: ['day/b.roadbook.yaml cap-out-of-range'],
    known: 3,
    stderr: '',
  });
});

test('a known finding stays known when lines move and notes are put in before it', async () => {
  await check('day', '--update-baseline');
  const moved = stage(
    ['km: 0.5, text: new', 'km: 1.2, zone: DZ, limit: 50', 'km: 4.2, zone: FN'],
    '# a\n# b\nevent: x\n',
  );
  await put('day/a.roadbook.yaml', moved);
  expect(await check('day')).toMatchObject({ found: [], known: 3 });
});

test('a second finding of the same kind is new', async () => {
  await check('day', '--update-baseline');
  await put('day/b.roadbook.yaml', stage(['km: 2.2, zone: DZ, limit: 30', 'km: 3.2, zone: DT']));
  expect((await check('day')).found).toEqual(['day/b.roadbook.yaml zone-not-closed']);
});

test('the folder it is called from makes no difference', async () => {
  await check('day', '--update-baseline');
  const args = ['check', '--baseline', '../known.json', 'a.roadbook.yaml', 'b.roadbook.yaml'];
  const { stdout } = await inProcess(args, { cwd: join(cwd, 'day') });
  expect(stdout).toBe('2 files checked: nothing new, 3 known\n');
});

test('a shrinking baseline is shown, and shrinks when it is updated', async () => {
  await check('day', '--update-baseline');
  const before = await read();
  await put('day/b.roadbook.yaml', stage(['km: 2.2, text: repaired']));
  expect(await check('day')).toEqual({
    code: 0,
    found: [],
    known: 2,
    stderr: 'known.json: 1 of 3 known findings is gone; --update-baseline takes it out\n',
  });
  expect(await read()).toBe(before);
  expect((await check('day', '--update-baseline')).stderr).toBe('known.json: 2 findings (0 new, 1 gone)\n');
  expect(await read()).toBe(before.replace(/,\n.*b\.roadbook\.yaml.*/, ''));
});

test('a call that checks some files leaves the others’ findings alone, unless the files are gone', async () => {
  await check('day', '--update-baseline');
  const before = await read();
  expect(await check('day/a.roadbook.yaml')).toMatchObject({ known: 2, stderr: '' });
  await check('day/a.roadbook.yaml', '--update-baseline');
  expect(await read()).toBe(before);
  await rm(join(cwd, 'day/b.roadbook.yaml'));
  expect((await check('day')).stderr).toContain('1 of 3 known findings is gone');
});

test('warnings that are known are not counted', async () => {
  await put('day/c.roadbook.yaml', stage(['km: 1.2, text: end'], 'total: 7\n'));
  await check('day', '--update-baseline');
  expect((await check('day', '--max-warnings', '0')).code).toBe(0);
});

describe('a baseline that is none', () => {
  test.each([
    ['{', /is no baseline \(line 1, column 2\): /],
    ['[]', /the baseline must be a mapping/],
    ['{"baseline": 2, "findings": []}', /\(line 1, column 14\): baseline cannot be 2/],
    [
      '{"baseline": 1, "findings": [{"file": "a", "rule": "x", "message": "m", "id": "zz"}]}',
      /column 79\): findings 0 id cannot be “zz”/,
    ],
    ['{"baseline": 1}', /findings/],
    ['', /is no baseline/],
  ])('%s', async (text, message) => {
    await put('known.json', text);
    const { code, stderr } = await check('day');
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
    expect((await check('day', '--update-baseline')).code).toBe(2);
    expect(await read()).toBe(text);
  });

  test('one that is not there', async () => {
    const { code, stderr } = await check('day');
    expect(stderr).toContain("there is no baseline 'known.json': --update-baseline writes it");
    expect(code).toBe(2);
  });

  test('--update-baseline without a file', async () => {
    const { code, stderr } = await inProcess(['check', 'day', '--update-baseline'], { cwd });
    expect(stderr).toContain('name the file to write with --baseline');
    expect(code).toBe(2);
  });
});
