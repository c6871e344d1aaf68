import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/commands/write-file.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'roadbook-write-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const write = (file: string, content: string, force = false) => {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  return writeWhole(file, content, { force }, { stdin, stdout, stderr, env: {}, cwd });
};
const content = (file: string) => readFile(join(cwd, file), 'utf8');

test('a file is written whole, and nothing is left beside it', async () => {
  await write('stage.csv', 'km\n');
  expect(await content('stage.csv')).toBe('km\n');
  expect(await readdir(cwd)).toEqual(['stage.csv']);
});

test('what is there is kept, unless forced', async () => {
  await write('stage.csv', 'old');
  await expect(write('stage.csv', 'new')).rejects.toThrow(
    "'stage.csv' is there already; --force overwrites it",
  );
  expect(await content('stage.csv')).toBe('old');
  await write('stage.csv', 'new', true);
  expect(await content('stage.csv')).toBe('new');
  expect(await readdir(cwd)).toEqual(['stage.csv']);
});

test('what a killed process of the same number left does not stand in the way', async () => {
  await writeFile(join(cwd, `.stage.csv.${process.pid}.tmp`), 'half');
  await write('stage.csv', 'whole');
  expect(await content('stage.csv')).toBe('whole');
  expect(await readdir(cwd)).toEqual(['stage.csv']);
});

test('a link stays a link', async () => {
  await writeFile(join(cwd, 'real.csv'), 'old');
  await symlink('real.csv', join(cwd, 'link.csv'));
  await write('link.csv', 'new', true);
  expect(await content('real.csv')).toBe('new');
});

test('a device is written through, not replaced', async () => {
  await write('/dev/null', 'gone');
  expect(await readdir(cwd)).toEqual([]);
});

test('why it cannot be written is said in words', async () => {
  await mkdir(join(cwd, 'folder'));
  await writeFile(join(cwd, 'file'), '');
  await expect(write('folder', '')).rejects.toThrow("cannot write 'folder': it is a folder");
  await expect(write('none/stage.csv', '')).rejects.toThrow('there is no such folder');
  await expect(write('file/stage.csv', '')).rejects.toThrow('a part of its path is not a folder');
  expect((await readdir(cwd)).sort()).toEqual(['file', 'folder']);
});
