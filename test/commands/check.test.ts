import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { profileNames } from '../../src/rules/profile.ts';
import { rules } from '../../src/rules/registry.ts';
import { inProcess, root } from '../support/run.ts';

const good = 'roadbook: 1\nnotes:\n  - { km: 0, text: start }\n  - { km: 1.2, text: finish }\n';
const bad = good.replace('text: start', 'cap: 400');
const doubtful = `${good}total: 7\n`;
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'roadbook-check-'));
  await mkdir(join(cwd, 'day/liaison'), { recursive: true });
  await mkdir(join(cwd, 'empty/node_modules'), { recursive: true });
  await writeFile(join(cwd, 'good.roadbook.yaml'), good);
  await writeFile(join(cwd, 'bad.roadbook.yaml'), bad);
  await writeFile(join(cwd, 'doubtful.roadbook.yaml'), doubtful);
  await writeFile(join(cwd, 'day/b.roadbook.yaml'), good);
  await writeFile(join(cwd, 'day/liaison/a.roadbook.yaml'), bad);
  await writeFile(join(cwd, 'day/notes.txt'), 'not a roadbook');
  await writeFile(join(cwd, 'empty/node_modules/x.roadbook.yaml'), bad);
  await cp(join(cwd, 'bad.roadbook.yaml'), join(cwd, 'odd.name'));
});
afterAll(() => rm(cwd, { recursive: true }));

const run = (...args: string[]) => inProcess(args, { cwd });
const json = async (...args: string[]) => {
  const { stdout, ...rest } = await run('check', '--format', 'json', ...args);
  return { ...rest, report: JSON.parse(stdout) };
};

describe('what is checked', () => {
  test('a clean file: exit 0', async () => {
    expect(await run('check', 'good.roadbook.yaml')).toEqual({
      code: 0,
      stdout: '1 file checked: nothing found\n',
      stderr: '',
    });
  });

  test('a file with an error: exit 1, with its place', async () => {
    const { code, stdout } = await run('validate', 'bad.roadbook.yaml');
    expect(code).toBe(1);
    expect(stdout).toContain('bad.roadbook.yaml:3:19: error: note 1: cap');
    expect(stdout).toContain('1 file checked: 1 error\n');
  });

  test('the content counts, not the name', async () => {
    expect((await run('check', 'odd.name')).code).toBe(1);
  });

  test('a folder means the roadbooks in it, in order', async () => {
    const { report, code } = await json('day');
    expect(code).toBe(1);
    expect(report.summary.files).toBe(2);
    expect(report.findings).toMatchObject([
      { file: 'day/liaison/a.roadbook.yaml', rule: 'cap-out-of-range' },
    ]);
  });

  test('a pattern, and a file named twice', async () => {
    expect((await json('{good,bad}.*', 'good.roadbook.yaml')).report.summary.files).toBe(2);
  });

  test('standard input, under the name it is given', async () => {
    const args = ['check', '-', '--stdin-filename', 'stage.roadbook.yaml', '--format', 'json'];
    const { code, stdout } = await inProcess(args, { cwd, input: bad });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).findings[0].file).toBe('stage.roadbook.yaml');
  });
});

describe('a wrong call ends with 2 and a helpful line', () => {
  test.each([
    [[], 'name a roadbook to check'],
    [['god.roadbook.yaml'], "no such file: 'god.roadbook.yaml' (Did you mean 'good.roadbook.yaml'?)"],
    [['nowhere/at/all.gpx'], "no such file: 'nowhere/at/all.gpx'"],
    [['empty'], "no roadbook in the folder 'empty' (looked for *.roadbook.yaml"],
    [['*.gpxx'], "no file matches '*.gpxx'"],
    [['good.roadbook.yaml', '--rule', 'zone-not-close=off'], "Did you mean 'zone-not-closed'?"],
    [['good.roadbook.yaml', '--rule', 'zone-not-closed=of'], "Did you mean 'off'?"],
    [['good.roadbook.yaml', '--rule', 'zone-not-closed'], 'Use one of error, warning, info, off'],
    [['good.roadbook.yaml', '--profile', 'fia-2026'], `Use one of ${profileNames.join(', ')}`],
    [['good.roadbook.yaml', '--format', 'jsn'], "Did you mean 'json'?"],
    [['good.roadbook.yaml', '--max-warnings', '-1'], 'Give a whole number from 0'],
    [['good.roadbook.yaml', '-f', 'text', '-f', 'json'], 'two reports cannot share standard output'],
    [
      ['good.roadbook.yaml', '-f', 'json', '-o', 'no/such/folder/x'],
      "cannot write the report to 'no/such/folder/x'",
    ],
    [['good.roadbook.yaml', '--max-warning', '1'], '--max-warnings'],
  ])('%j', async (args, message) => {
    const { code, stderr } = await run('check', ...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  test('one file that cannot be read does not keep the others from being checked', async () => {
    const { code, stdout, stderr } = await run('check', 'missing.gpx', 'bad.roadbook.yaml');
    expect(code).toBe(2);
    expect(stderr).toContain('missing.gpx');
    expect(stdout).toContain('cap-out-of-range');
  });
});

describe('what fails', () => {
  test('warnings do not, unless there are more than allowed', async () => {
    expect((await run('check', 'doubtful.roadbook.yaml')).code).toBe(0);
    expect((await run('check', 'doubtful.roadbook.yaml', '--max-warnings', '1')).code).toBe(0);
    const { code, stderr } = await run('check', 'doubtful.roadbook.yaml', '--max-warnings', '0');
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'roadbook: more than 0 warnings\n' });
  });

  test.each([
    ['total-mismatch=error', 1, 'error'],
    ['RB405=info', 0, 'info'],
  ])('--rule %s', async (rule, expected, severity) => {
    const { code, report } = await json('doubtful.roadbook.yaml', '--rule', rule);
    expect(report.findings[0].severity).toBe(severity);
    expect(code).toBe(expected);
  });

  test('a rule that is off says nothing', async () => {
    expect((await json('doubtful.roadbook.yaml', '--rule', 'total-mismatch=off')).report.findings).toEqual(
      [],
    );
  });
});

test('several reports, one of them to a file', async () => {
  const { stdout } = await run('check', 'bad.roadbook.yaml', '-f', 'text', '-f', 'json', '-o', 'report.json');
  expect(stdout).toContain('1 file checked');
  const report = JSON.parse(await readFile(join(cwd, 'report.json'), 'utf8'));
  expect(report).toMatchObject({ version: 1, summary: { files: 1, errors: 1 } });
});

test('colour only when it is asked for, or on a terminal that wants it', async () => {
  expect((await run('check', 'bad.roadbook.yaml')).stdout).not.toContain('\u001b');
  expect((await run('check', 'bad.roadbook.yaml', '--color=always')).stdout).toContain('\u001b[31m');
});

test('--list-rules lists them all, with the level that holds', async () => {
  const { code, stdout } = await run('check', '--list-rules', '--rule', 'no-notes=off');
  expect(code).toBe(0);
  for (const { code, name } of rules) expect(stdout).toContain(`${code}  ${name}`);
  expect(stdout).toMatch(/no-notes +off/);
});

test('every broken sample ends with 1', async () => {
  const { code, stdout } = await inProcess(['check', 'roadbooks/broken', '--format', 'json'], { cwd: root });
  expect(code).toBe(1);
  expect(JSON.parse(stdout).summary.warnings).toBe(0);
});

describe('explain', () => {
  test.each(['zone-not-closed', 'RB301', 'rb301'])('%s', async (rule) => {
    const { code, stdout } = await run('explain', rule);
    expect(code).toBe(0);
    expect(stdout).toContain('A zone begins and never ends');
  });

  test('a problem of reading, by name or code', async () => {
    for (const problem of ['unknown-key', 'RB103']) {
      const { code, stdout } = await run('explain', problem);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^# RB103 unknown-key: error\n\nA key is none that may stand there/);
    }
  });

  test('is laid out where it is painted', async () => {
    const { stdout } = await run('explain', 'zone-not-closed', '--color=always');
    expect(stdout).not.toContain('```');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is control characters
    const plain = stdout.replace(/\u001b\[\d+m/g, '');
    expect(plain).toContain('\nWhy it matters\n');
    for (const line of plain.split('\n').filter((text) => !text.startsWith('    ')))
      expect(line.length).toBeLessThan(101);
  });

  test('an unknown rule gets the nearest', async () => {
    const { code, stderr } = await run('explain', 'zones-not-closed');
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean zone-not-closed?'),
    });
  });
});
