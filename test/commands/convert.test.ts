import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { progressMeter } from '../../src/commands/progress.ts';
import { inProcess } from '../support/run.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'roadbook-convert-'));
  await writeFile(join(cwd, 'stage.roadbook.yaml'), stage);
  await writeFile(join(cwd, 'broken.roadbook.yaml'), stage.replace('cap: 92', 'cap: 920'));
});
afterEach(() => rm(cwd, { recursive: true }));

const stage = `roadbook: 1
event: Erfoud shakedown
notes:
  - { km: 0.00, wp: DSS, cap: 92, text: "P, FPP" }
  - { km: 0.42, danger: 2, text: R between dunes, symbols: [dunes] }
  - { km: 3.18, pictures: { tulip: "<svg/>" }, text: End }
`;

const convert = (...args: string[]) => inProcess(['convert', ...args], { cwd });
const content = (file: string) => readFile(join(cwd, file), 'utf8');
const files = async (folder = '.') => (await readdir(join(cwd, folder))).sort();

describe('one roadbook', () => {
  test('goes into the format that the name says, with its losses', async () => {
    expect(await convert('stage.roadbook.yaml', 'stage.csv')).toEqual({
      code: 0,
      stdout: '',
      stderr:
        'stage.roadbook.yaml → stage.csv: 3 notes\n' +
        'stage.csv: warning: CSV does not carry event, tulip-picture (note 3)\n',
    });
    expect((await content('stage.csv')).split('\n')[1]).toMatch(/^1,0\.00,0\.00,DSS/);
  });

  test('goes to standard output and comes from standard input', async () => {
    const out = await convert('stage.roadbook.yaml', '--to', 'csv');
    expect(out.code).toBe(0);
    const back = await inProcess(['convert', '-', '--to', 'native', '-o', '-'], { cwd, input: out.stdout });
    expect(back).toMatchObject({ code: 0, stderr: '- → native YAML: 3 notes\n' });
    expect(back.stdout).toContain('text: R between dunes');
  });

  test('every loss by itself with --verbose', async () => {
    const { stderr } = await convert('stage.roadbook.yaml', 'stage.csv', '--verbose');
    expect(stderr).toContain('stage.csv: warning: note 3: tulip-picture is not carried by CSV\n');
  });

  test('--strict writes nothing that loses something', async () => {
    const { code, stderr } = await convert('stage.roadbook.yaml', 'stage.csv', '--strict');
    expect(code).toBe(1);
    expect(stderr).toBe(
      'stage.roadbook.yaml is not converted: 2 losses (--strict)\n' +
        'stage.csv: error: CSV does not carry event, tulip-picture (note 3)\n',
    );
    expect(await files()).not.toContain('stage.csv');
    expect((await convert('stage.roadbook.yaml', 'stage.roadbook.json', '--strict')).code).toBe(0);
  });

  test('--format json tells a program the same', async () => {
    const { code, stdout, stderr } = await convert('stage.roadbook.yaml', 'stage.csv', '--format', 'json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      convert: 1,
      files: [
        {
          file: 'stage.roadbook.yaml',
          output: 'stage.csv',
          from: 'native',
          to: 'csv',
          notes: 3,
          written: true,
          unwritten: null,
          errors: 0,
          losses: [
            { note: null, field: 'event', how: '', message: 'event is not carried by CSV' },
            {
              note: 3,
              field: 'tulip-picture',
              how: '',
              message: 'note 3: tulip-picture is not carried by CSV',
            },
          ],
        },
      ],
    });
  });

  test('with errors is converted only on demand, and fails all the same', async () => {
    const { code, stderr } = await convert('broken.roadbook.yaml', 'stage.csv');
    expect(code).toBe(1);
    expect(stderr).toBe(
      'broken.roadbook.yaml is not converted: 1 error\n' +
        'broken.roadbook.yaml: error: note 1: cap must be at most 360, not 920 (RB203)\n' +
        'roadbook check broken.roadbook.yaml shows where; --despite-errors converts what could be read\n',
    );
    expect(await files()).not.toContain('stage.csv');
    expect((await convert('broken.roadbook.yaml', 'stage.csv', '--despite-errors')).code).toBe(1);
    expect(await files()).toContain('stage.csv');
  });

  test('that is none says what it is', async () => {
    await writeFile(join(cwd, 'page.html'), '<html></html>');
    const { code, stderr } = await convert('page.html', 'stage.csv', '--despite-errors');
    expect(code).toBe(1);
    expect(stderr).toContain('page.html is not converted: nothing could be read\n');
    expect(stderr).toContain('it is a web page');
  });
});

describe('many roadbooks', () => {
  test('go into a folder, each under its own name', async () => {
    await writeFile(join(cwd, 'Other.Roadbook.YML'), stage);
    const { code } = await convert('stage.roadbook.yaml', 'Other.Roadbook.YML', 'day1/', '--to', 'csv');
    expect(code).toBe(0);
    expect(await files('day1')).toEqual(['Other.csv', 'stage.csv']);
  });

  test('one that fails leaves the others be', async () => {
    await mkdir(join(cwd, 'out'));
    const { code, stderr } = await convert(
      'broken.roadbook.yaml',
      'stage.roadbook.yaml',
      '-o',
      'out',
      '--to',
      'json',
    );
    expect(code).toBe(1);
    expect(stderr).toContain('stage.roadbook.yaml → out/stage.roadbook.json: 3 notes');
    expect(await files('out')).toEqual(['stage.roadbook.json']);
  });
});

test.each<[args: string[], message: string]>([
  [
    ['stage.roadbook.yaml'],
    "say where 'stage.roadbook.yaml' goes: a file, a folder, or --to <format> for standard output",
  ],
  [
    ['stage.roadbook.yaml', 'stage.pdf'],
    "'stage.pdf' does not say which format: give --to <format>, or a name that ends with .roadbook.yaml",
  ],
  [
    ['stage.roadbook.yaml', 'broken.roadbook.yaml'],
    "'broken.roadbook.yaml' is there already; --force overwrites it",
  ],
  [
    ['stage.roadbook.yaml', 'stage.roadbook.yaml', 'x.csv'],
    "several roadbooks need a folder to go to; 'x.csv' is none (end it with / to make it)",
  ],
  [
    ['stage.roadbook.yaml', './stage.roadbook.yaml', 'x/', '--to', 'csv'],
    "'stage.roadbook.yaml' and './stage.roadbook.yaml' would both be written to 'x/stage.csv'",
  ],
  [['none.gpx', 'stage.roadbook.yaml', 'x/', '--to', 'csv'], "cannot read 'none.gpx': there is no such file"],
  [['-', 'x/', '--to', 'csv'], 'standard input has no name; name the file to write, not a folder'],
  [
    ['stage.roadbook.yaml', '--to', 'csv', '--format', 'json'],
    'standard output cannot take both the roadbook and --format json: name a file to write',
  ],
  [['stage.roadbook.yaml', 'x/', '--to', 'csb'], "Did you mean 'csv'?"],
])('a wrong call %j writes nothing and says %j', async (args, message) => {
  const before = await files();
  const { code, stderr } = await convert(...args);
  expect(stderr).toContain(message);
  expect(code).toBe(2);
  expect(await files()).toEqual(before);
});

test('--force overwrites', async () => {
  await writeFile(join(cwd, 'stage.csv'), 'old');
  expect((await convert('stage.roadbook.yaml', 'stage.csv', '--force')).code).toBe(0);
  expect(await content('stage.csv')).toContain('number,km');
});

test('progress is for a terminal and long work alone, and leaves nothing behind', () => {
  const heard = (isTTY: boolean, all: number) => {
    const stream = Object.assign(new PassThrough(), { isTTY, columns: 20 });
    const meter = progressMeter(all, stream);
    meter.show(0, 'a file with a long name\u001b[2J.gpx');
    meter.clear();
    return String(stream.read() ?? '');
  };
  expect(heard(true, 3)).toBe('\r\u001b[K1 of 3: a file with\r\u001b[K');
  expect(heard(false, 3)).toBe('');
  expect(heard(true, 1)).toBe('');
});
