import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { stageTexts } from '../../bench/stages.ts';
import { quickCheck } from '../../src/commands/quick-check.ts';
import { execute, inProcess, roadbook, root } from '../support/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'roadbook-quick-'));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync(join(root, 'roadbooks'), folder, { recursive: true });
const samples = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const broken = readdirSync(join(folder, 'broken')).map((name) => join('broken', name));

/** What it writes; null where it leaves the call to the whole program, having written nothing. */
async function quickly(...args: string[]): Promise<string | null> {
  const stdout = Object.assign(new PassThrough(), { isTTY: args.includes('painted') });
  const words = args.filter((word) => word !== 'painted');
  const stderr = Object.assign(new PassThrough(), { isTTY: false });
  const { isDone } = await quickCheck(words, { cwd: folder, env: {}, stdout, stderr });
  const written: unknown = stdout.read();
  if (!isDone) expect(written).toBeNull();
  return isDone ? String(written) : null;
}

test.each([[samples.slice(0, 1)], [samples]])('%j: what the whole program says', async (files) => {
  const { code, stdout, stderr } = await inProcess(['check', ...files], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(await quickly('check', ...files)).toBe(stdout);
});

test.each(['gpx', 'yaml', 'json'] as const)(
  'the executable, without schemas in its bundle: %s',
  async (kind) => {
    const right = join(folder, kind === 'gpx' ? 'right.gpx' : `right.roadbook.${kind}`);
    const wrong = join(folder, kind === 'gpx' ? 'wrong.gpx' : `wrong.roadbook.${kind}`);
    writeFileSync(right, stageTexts(1, 60)[kind]);
    writeFileSync(wrong, stageTexts(1, 60, true)[kind]);
    expect(await quickly('check', right)).toBe('1 file checked: nothing found\n');
    for (const file of [right, wrong]) {
      expect(await roadbook(['check', file])).toEqual(await inProcess(['check', file]));
    }
  },
);

test.skipIf(process.platform === 'win32')('what comes through a pipe is read but once', async () => {
  const script = 'cat "$0" | "$1" bin/roadbook.js check /dev/stdin';
  const file = join(folder, 'broken/cap-reversed.gpx');
  const { stdout } = await execute('sh', ['-c', script, file, process.execPath]);
  expect(stdout).toContain('cap-against-track');
  expect(stdout).toContain('1 file checked: 1 error');
});

test('on a terminal, in colours', async () => {
  expect(await quickly('check', 'shakedown.roadbook.yaml', 'painted')).toContain(
    '\u001b[32m\u001b[1mnothing found',
  );
});

describe('where one of several files is not clean', () => {
  const files = [...samples, ...broken.slice(0, 2), samples.slice(0, 1).map((name) => `./${name}`)].flat();

  test('the files before it are not gone through again', async () => {
    const streams = () => Object.assign(new PassThrough(), { isTTY: false });
    const io = { cwd: folder, env: {}, stdout: streams(), stderr: streams() };
    expect(await quickCheck(['check', ...files], io)).toEqual({ isDone: false, clean: new Set(samples) });
    const trusted = await inProcess(['check', ...broken.slice(0, 1)], {
      cwd: folder,
      clean: new Set(broken.slice(0, 1)),
    });
    expect(trusted).toMatchObject({ code: 0, stdout: '1 file checked: nothing found\n' });
  });

  test('the executable says what the whole program says', async () => {
    const options = { cwd: folder };
    expect(await roadbook(['check', ...files], options)).toEqual(
      await inProcess(['check', ...files], options),
    );
  });
});

describe('it leaves to the whole program', () => {
  test.each(broken)('%s', async (file) => {
    expect(await quickly('check', file)).toBeNull();
  });

  test.each([
    ['options', ['check', '--profile', 'adventure', 'shakedown.roadbook.yaml']],
    ['standard input', ['check', '-']],
    ['folders', ['check', '.']],
    ['patterns', ['check', '*.yaml']],
    ['files that are not there', ['check', 'none.roadbook.yaml']],
    ['names that no file can have', ['check', `${'x'.repeat(300)}.gpx`]],
    ['a file that is named twice', ['check', 'shakedown.roadbook.yaml', 'shakedown.roadbook.yaml']],
    ['other verbs', ['show', 'shakedown.roadbook.yaml']],
    ['nothing', []],
  ])('%s', async (_, args) => {
    expect(await quickly(...args)).toBeNull();
  });

  test('a folder with a config', async () => {
    const config = join(folder, 'package.json');
    writeFileSync(config, '{"name": "roadbook"}');
    expect(await quickly('check', 'shakedown.roadbook.yaml')).not.toBeNull();
    writeFileSync(config, '{"roadbook": {"rules": {}}}');
    expect(await quickly('check', 'shakedown.roadbook.yaml')).toBeNull();
    rmSync(config);
    writeFileSync(join(folder, 'roadbook.config.yaml'), '');
    expect(await quickly('check', 'shakedown.roadbook.yaml')).toBeNull();
    rmSync(join(folder, 'roadbook.config.yaml'));
  });

  test('a comment that allows something', async () => {
    writeFileSync(
      join(folder, 'allowed.roadbook.yaml'),
      '# roadbook-allow gap-too-long: far\nroadbook: 1\nnotes: []\n',
    );
    expect(await quickly('check', 'allowed.roadbook.yaml')).toBeNull();
  });
});
