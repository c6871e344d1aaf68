import { readdir, stat } from 'node:fs/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { beforeAll, describe, expect, test } from 'vitest';
import { sealingFolder, shakedown } from './sealed-stage.ts';

const { run, read, write, code, path, sealed } = sealingFolder();
const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);

beforeAll(async () => {
  await sealed();
  await write(
    'crews.csv',
    `Crew;Start;Recipient;Nation\n201;2026-10-12T08:00:00+01:00;;MA\n"202 A/B";2026-10-12T08:03:00+01:00;${recipient};FR\n`,
  );
  await write('crew.txt', identity);
});

const day = [
  'seal',
  shakedown,
  '--start-list',
  'crews.csv',
  '--before',
  '15m',
  '-o',
  'day',
  '--release',
  'codes.json',
];

describe('a start list', () => {
  test('makes a file for each crew, released by its own start, and a table of codes', async () => {
    const made = await run(day);
    expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('2 files sealed in day')]);
    expect(await readdir(path('day'))).toEqual([
      'shakedown.201.roadbook.age',
      'shakedown.202-A-B.roadbook.age',
    ]);
    const verified = await run(['verify', 'day/shakedown.202-A-B.roadbook.age', '--format', 'json']);
    expect(JSON.parse(verified.stdout).manifest).toMatchObject({
      crew: '202 A/B',
      notBefore: '2026-10-12T06:48:00Z',
    });
    const csv = await run(['release', 'codes.json', '--format', 'csv']);
    expect(csv.stdout.split('\r\n')).toHaveLength(4);
    expect((await stat(path('codes.json'))).mode & 0o777).toBe(0o600);
    for (const format of ['html', 'markdown', 'text', 'json']) {
      const { code: exit, stdout } = await run(['release', 'codes.json', '--format', format]);
      expect([exit, stdout]).toEqual([
        0,
        expect.stringContaining((await code('codes.json')).split(' ')[0] ?? '?'),
      ]);
    }
    const one = await run(['release', 'codes.json', '--crew', '201', '--qr']);
    expect(one.stdout).toContain('crew 201');
    expect(one.stdout).not.toContain('202 A');
    expect(one.stdout).toContain('█');
  });

  test('gives no crew what opens another’s file, and a crew with a key its own', async () => {
    await write('201.txt', await code('codes.json', 0));
    await write('202.txt', await code('codes.json', 1));
    const opens = async (crew: string, ...how: string[]) =>
      (await run(['open', `day/shakedown.${crew}.roadbook.age`, ...how])).code;
    expect(await opens('201', '--code-file', '201.txt')).toBe(0);
    expect(await opens('201', '--code-file', '202.txt')).toBe(1);
    expect(await opens('202-A-B', '--code-file', '202.txt')).toBe(0);
    expect(await opens('202-A-B', '--identity', 'crew.txt')).toBe(0);
    expect(await opens('201', '--identity', 'crew.txt')).toBe(1);
  });

  test.each([
    ['crew,time\n1,08:00', 'needs a first line with the columns crew and start'],
    ['crew,start\n1,08:00\n1,08:03', 'is no time|has crew'],
    ['crew,start\n1,2026-10-12T08:00:00Z\n1,2026-10-12T08:03:00Z', 'has crew .1. twice'],
    ['crew,start,recipient\n1,2026-10-12T08:00:00Z,age1nobody', 'the recipient is no age key'],
    ['crew,start\n', 'has no crew in it'],
  ])('%j is refused', async (text, said) => {
    await write('bad.csv', text);
    const { code: exit, stderr } = await run([
      'seal',
      shakedown,
      '--start-list',
      'bad.csv',
      '--before',
      '15m',
      '-o',
      'none',
    ]);
    expect([exit, stderr]).toEqual([2, expect.stringMatching(said)]);
  });

  test('may be YAML', async () => {
    await write('crews.yaml', 'crews:\n  - { crew: 7, start: "2026-10-12T08:00:00Z" }\n');
    const { code: exit } = await run([
      'seal',
      shakedown,
      '--start-list',
      'crews.yaml',
      '--before',
      '1h',
      '-o',
      'yaml',
    ]);
    expect(exit).toBe(0);
    expect(await readdir(path('yaml'))).toEqual(['shakedown.7.roadbook.age']);
  });
});

test('a file for recipients alone has no code', async () => {
  await write('keys.txt', `# our friends\n${recipient}\n`);
  const options = [
    '--not-before',
    '2026-10-12T07:25:00Z',
    '--recipients-file',
    'keys.txt',
    '--no-code',
    '-o',
    'keys.age',
  ];
  expect((await run(['seal', shakedown, ...options])).code).toBe(0);
  expect((await run(['open', 'keys.age', '--identity', 'crew.txt'])).code).toBe(0);
  expect((await run(['release', 'keys.release.json'])).stdout).toContain('no code');
});

test('a signing key is encrypted unless asked not to be, and opens by its passphrase alone', async () => {
  await write('pass.txt', 'three dunes and a well\n');
  await write('wrong.txt', 'three dunes and a hill\n');
  expect((await run(['keygen', '-o', 'safe.key', '--passphrase-file', 'pass.txt'])).code).toBe(0);
  expect(String(await read('safe.key'))).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  const asked = [
    'seal',
    shakedown,
    '--not-before',
    '2026-10-12T07:25:00Z',
    '--key',
    'safe.key',
    '-o',
    'safe.age',
  ];
  expect((await run(asked)).code).toBe(2);
  const wrong = await run([...asked, '--passphrase-file', 'wrong.txt']);
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('RB071 wrong-passphrase')]);
  expect((await run([...asked, '--passphrase-file', '-'], 'three dunes and a well\n')).code).toBe(0);
  expect((await run(['keygen', '-o', 'short.key', '--passphrase-file', '-'], 'dune\n')).code).toBe(2);
});
