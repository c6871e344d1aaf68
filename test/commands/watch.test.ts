import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CheckOptions } from '../../src/commands/check.ts';
import type { Changes, Watched } from '../../src/commands/file-changes.ts';
import { watchFiles } from '../../src/commands/watch.ts';
import { inProcess, root } from '../support/run.ts';

const good = 'roadbook: 1\nnotes:\n  - { km: 0, text: start }\n  - { km: 1.2, text: finish }\n';
const bad = good.replace('text: start', 'cap: 400');
let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'roadbook-watch-'));
  await mkdir(join(cwd, 'day'));
  await put('day/a.roadbook.yaml', good);
  await put('day/b.roadbook.yaml', good);
});
afterEach(() => rm(cwd, { recursive: true }));
const put = (file: string, text: string) => writeFile(join(cwd, file), text);

/** Runs the watch through steps: each changes something; gives what was said in each round. */
async function rounds(
  args: readonly string[],
  steps: readonly (() => Promise<unknown>)[],
  { isTTY = false, ...options }: Partial<CheckOptions> & { isTTY?: boolean } = {},
) {
  const stdout = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY });
  const stderr = new PassThrough({ encoding: 'utf8' });
  const said: string[] = [];
  const folders: Watched[] = [];
  let closed = 0;
  const left = [...steps];
  const changes: Changes = {
    watch: async (now) => void folders.push(now),
    async next() {
      said.push(stdout.read() ?? '');
      const step = left.shift();
      await step?.();
      return step !== undefined;
    },
    close: async () => void closed++,
  };
  const io = { stdin: new PassThrough(), stdout, stderr, env: {}, cwd };
  const code = await watchFiles(args, { rule: {}, color: 'auto', ...options }, io, changes);
  return { code, said, folders, closed, talk: stderr.read() as string };
}

const nothingFound = '2 files checked: nothing found\n';

test('each change is checked; what changes nothing says nothing', async () => {
  const { code, said, closed, talk } = await rounds(
    ['day'],
    [
      () => put('day/a.roadbook.yaml', bad),
      () => put('day/notes.txt', 'not a roadbook'),
      () => put('day/a.roadbook.yaml', good),
      () => put('day/c.roadbook.yaml', good),
      () => rm(join(cwd, 'day/c.roadbook.yaml')),
    ],
  );
  expect(said).toEqual([
    nothingFound,
    expect.stringMatching(/a\.roadbook\.yaml:3:19: error: .*2 files checked: 1 error\n$/s),
    '',
    nothingFound,
    '3 files checked: nothing found\n',
    nothingFound,
  ]);
  expect(talk.match(/watching \d files; Ctrl-C ends\n/g)).toHaveLength(5);
  expect({ code, closed }).toEqual({ code: 0, closed: 1 });
});

test('a config that comes, changes or goes is used at once', async () => {
  await put('day/a.roadbook.yaml', good.replace('notes:', 'total: 7\nnotes:'));
  const { said } = await rounds(
    ['day/a.roadbook.yaml'],
    [
      () => put('roadbook.config.yaml', 'rules: { total-mismatch: off }\n'),
      () => put('roadbook.config.yaml', 'rules: { total-mismatch: loud }\n'),
      () => rm(join(cwd, 'roadbook.config.yaml')),
    ],
  );
  expect(said.map((one) => one.trimEnd().split('\n').at(-1))).toEqual([
    '1 file checked: 1 warning',
    '1 file checked: nothing found',
    '1 file checked: 1 error, 1 warning',
    '1 file checked: 1 warning',
  ]);
});

test('a file or a baseline that is wrong for a while does not end the watch', async () => {
  const { said, talk } = await rounds(
    ['day/a.roadbook.yaml', 'day/b.roadbook.yaml'],
    [
      () => rm(join(cwd, 'day/b.roadbook.yaml')),
      () => put('known.json', '{'),
      () => put('known.json', '{"baseline": 1, "findings": []}'),
    ],
    { baseline: 'known.json' },
  );
  expect(talk).toContain("there is no baseline 'known.json'");
  expect(talk).toContain("no such file: 'day/b.roadbook.yaml'");
  expect(talk).toContain("'known.json' is no baseline (line 1, column 2)");
  expect(said).toEqual(['', '', '', '1 file checked: nothing found\n']);
});

test('a terminal is cleared and keeps its scrollback', async () => {
  const { said } = await rounds(['day'], [() => put('day/a.roadbook.yaml', bad)], { isTTY: true });
  for (const one of said) {
    expect(one.startsWith('\u001b[2J\u001b[H')).toBe(true);
    expect(one).not.toContain('\u001b[3J');
  }
});

test('whole folders and patterns are watched with what is below, files by their folder', async () => {
  const { folders } = await rounds(['day', 'day/../day/a.roadbook.yaml', 'd*/*.yaml'], []);
  const [first] = folders;
  expect(first?.whole).toEqual([join(cwd, 'day'), cwd]);
  expect(first?.flat.toSorted()).toEqual([cwd, join(cwd, 'day')]);
});

describe('a call that cannot be watched', () => {
  test.each([
    [['-'], 'standard input cannot be watched'],
    [['day', '--fix'], '--watch only looks'],
    [['day', '--baseline', 'x', '--update-baseline'], '--watch only looks'],
  ])('%j', async (args, message) => {
    const { code, stderr } = await inProcess(['check', '--watch', ...args], { cwd });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)('the disk is watched until %s', async (signal) => {
  const child = spawn(process.execPath, [`${root}bin/roadbook.js`, 'check', '--watch', 'day'], { cwd });
  const said = listener(child.stdout);
  const talk = listener(child.stderr);
  await talk('Ctrl-C ends\n');
  await put('day/a.roadbook.yaml', bad);
  await said('2 files checked: 1 error\n');
  await talk('Ctrl-C ends\n');
  await put('beside', good); // as editors do that write beside and rename
  await rename(join(cwd, 'beside'), join(cwd, 'day/a.roadbook.yaml'));
  await said('2 files checked: nothing found\n');
  await talk('Ctrl-C ends\n');
  const ended = new Promise((resolve) => child.once('exit', (...how) => resolve(how)));
  child.kill(signal);
  expect(await ended).toEqual([0, null]);
});

/** Waits until a text comes, and forgets what came up to it. */
function listener(stream: NodeJS.ReadableStream): (text: string) => Promise<void> {
  let heard = '';
  let wake = () => {};
  stream.on('data', (chunk) => {
    heard += chunk;
    wake();
  });
  return async (text) => {
    while (!heard.includes(text))
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    heard = heard.slice(heard.indexOf(text) + text.length);
  };
}
