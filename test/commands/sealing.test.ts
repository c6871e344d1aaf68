import { readdir, readFile, stat, truncate } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { readRoadbook } from '../../src/formats/read.ts';
import { fingerprint } from '../../src/model/fingerprint.ts';
import { words } from '../../src/seal/words.ts';
import { sealingFolder, shakedown } from './sealed-stage.ts';

const folder = sealingFolder();
const { run, read, write } = folder;
let sealing: Awaited<ReturnType<typeof folder.sealed>>;
let code = '';

beforeAll(async () => {
  sealing = await folder.sealed();
  code = await folder.code();
  await write('code.txt', code);
});

const byCode = ['--code-file', 'code.txt'];

async function permissions(name: string): Promise<number> {
  return (await stat(folder.path(name))).mode & 0o777;
}

describe('seal', () => {
  test('says what it took out, and writes the sealed file and the codes', async () => {
    expect(sealing.code).toBe(0);
    expect(sealing.stdout).toBe('');
    for (const what of ['the coordinates of 18 notes', 'the track of 138 points', 'remarks at 1 note'])
      expect(sealing.stderr).toContain(what);
    expect(await permissions('stage.release.json')).toBe(0o600);
    expect(await permissions('organiser.key')).toBe(0o600);
    expect(code.split(' ')).toHaveLength(18);
  });

  test('seals the competitor edition, which has the fingerprint of the organiser’s', async () => {
    const { stdout } = await run(['open', 'stage.age', ...byCode, '-o', '-']);
    const inside = await readRoadbook(Buffer.from(stdout), 'inside');
    const before = await readRoadbook(await readFile(shakedown), shakedown);
    expect(inside.diagnostics).toEqual([]);
    expect(inside.roadbook?.edition).toBe('competitor');
    expect(inside.roadbook?.track).toBeNull();
    expect(
      inside.roadbook?.notes.every(({ at, showAt, remark }) => (at === null || showAt) && remark === null),
    ).toBe(true);
    expect(inside.roadbook && fingerprint(inside.roadbook)).toBe(
      before.roadbook && fingerprint(before.roadbook),
    );
    expect(stdout).not.toMatch(/31\.\d{3}/);
  });

  test('stops at a roadbook with errors, and writes nothing', async () => {
    await write('bad.roadbook.yaml', 'roadbook: 1\nnotes:\n  - {km: 0}\n  - {km: 5}\n  - {km: 3}\n');
    const { code: exit, stderr } = await run([
      'seal',
      'bad.roadbook.yaml',
      '--not-before',
      '2026-10-12T07:25:00Z',
    ]);
    expect(exit).toBe(1);
    expect(stderr).toContain('not sealed: it has errors');
    expect((await readdir(folder.cwd)).filter((name) => name.startsWith('bad'))).toEqual([
      'bad.roadbook.yaml',
    ]);
  });

  test('overwrites nothing, and asks for a time that means one moment', async () => {
    const again = await run(['seal', shakedown, '--not-before', '2026-10-12T07:25:00Z', '-o', 'stage.age']);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is there already')]);
    const vague = await run(['seal', shakedown, '--not-before', '2026-10-12 07:25', '-o', 'x.age']);
    expect([vague.code, vague.stderr]).toEqual([2, expect.stringContaining('is no time')]);
  });
});

describe('a sealed stage', () => {
  test('is shown and driven as the roadbook is, and nothing of it is written', async () => {
    const before = await readdir(folder.cwd, { recursive: true });
    const shown = await run(['show', 'stage.age', ...byCode]);
    expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining('START SS BTW barrels')]);
    const sealed = await run(['drive', 'stage.age', '--headless', '--no-journal', ...byCode]);
    const plain = await run(['drive', shakedown, '--headless', '--no-journal']);
    expect(sealed.code).toBe(0);
    expect(sealed.stdout).toBe(plain.stdout);
    expect(await readdir(folder.cwd, { recursive: true })).toEqual(before);
    const rehearsed = await run(['rehearse', 'stage.age', '--headless', ...byCode]);
    expect([rehearsed.code, rehearsed.stdout]).toEqual([0, expect.stringContaining('"summary"')]);
  });

  test('opens by the code typed into a pipe, with a typo, and by its key', async () => {
    const typo = code.replace(/^(\w)\w/, '$1x');
    const piped = await run(['open', 'stage.age', '--code-file', '-'], `${typo}\n`);
    expect([piped.code, piped.stderr]).toEqual([0, expect.stringContaining('mended in the code: word 1')]);
    expect((await run(['release', 'stage.release.json', '--identity', 'key.txt'])).code).toBe(0);
    expect(await permissions('key.txt')).toBe(0o600);
    expect((await run(['open', 'stage.age', '--identity', 'key.txt', '-o', 'plain.json'])).code).toBe(0);
    expect(await permissions('plain.json')).toBe(0o600);
    expect((await run(['check', 'plain.json'])).code).toBe(0);
  });

  test('asks for a code where there is a terminal alone', async () => {
    const { code: exit, stderr } = await run(['drive', 'stage.age', '--headless']);
    expect([exit, stderr]).toEqual([2, expect.stringContaining('--code-file')]);
  });

  test('says what it is without a code', async () => {
    const text = await run(['verify', 'stage.age']);
    expect([text.code, text.stdout]).toEqual([
      0,
      expect.stringContaining('not before   2026-10-12T07:25:00Z'),
    ]);
    const json = JSON.parse((await run(['verify', 'stage.age', '--format', 'json'])).stdout);
    expect(json).toMatchObject({ verification: 1, manifest: { kind: 'roadbook' }, error: null });
  });
});

describe('each wrong thing has a code of its own, exits 1 and writes nothing', () => {
  const other = sealingFolder();

  const cases: readonly (readonly [string, string, () => Promise<readonly string[]>])[] = [
    [
      'a code of another stage',
      'RB060 wrong-code',
      async () => ['stage.age', '--code-file', await codeOf(await otherCode())],
    ],
    [
      'one word for another',
      'RB069 code-checksum: word 4',
      async () => ['stage.age', '--code-file', await codeOf(swapped(3))],
    ],
    [
      'too few words',
      'RB067 code-length',
      async () => ['stage.age', '--code-file', await codeOf('abacus acrobat')],
    ],
    [
      'words of no list',
      'RB068 code-words-unknown',
      async () => ['stage.age', '--code-file', await codeOf('zzzzzz '.repeat(18))],
    ],
    ['a key for others', 'RB061 wrong-recipient', async () => ['stage.age', '--identity', await otherKey()]],
    ['no key at all', 'RB070 key-unreadable', async () => ['stage.age', '--identity', 'code.txt']],
    [
      'a file cut short',
      'RB053 sealed-truncated: the end of the file is missing: 9 bytes',
      () => changed((b) => b.subarray(0, -9)),
    ],
    ['a changed byte', 'RB063 content-changed', () => changed((b) => b.fill(0, b.length - 4))],
    ['a changed manifest', 'RB059 manifest-changed', () => changed(later)],
    ['no sealed file', 'RB051 not-sealed', async () => [shakedown, ...byCode]],
    [
      'another signer',
      'RB073 signer-changed',
      async () => ['stage.age', ...byCode, '--signer', '0000 0000 0000 0000 0000'],
    ],
    ['a file of 1 GiB', 'RB052 sealed-too-large: the file has 1024 MiB', () => huge()],
  ];

  test.each(cases)('%s', async (_, said, make) => {
    const args = await make();
    const before = await readdir(folder.cwd, { recursive: true });
    for (const verb of [
      ['open', ...args, '-o', 'out.json'],
      ['open', ...args, '-o', '-'],
    ]) {
      const { code: exit, stdout, stderr } = await run(verb);
      expect(stderr).toContain(`error ${said}`);
      expect([exit, stdout]).toEqual([1, '']);
    }
    expect(await readdir(folder.cwd, { recursive: true })).toEqual(before);
  });

  test('a signer that nobody trusted, or that changed', async () => {
    await other.sealed('--force');
    const copy = await other.read('stage.age');
    await write('theirs.age', copy);
    const changedKey = await run(['open', 'theirs.age', ...byCode]);
    expect([changedKey.code, changedKey.stderr]).toEqual([
      1,
      expect.stringContaining('RB073 signer-changed'),
    ]);
    await run(['trust', '--event', 'Rallye des Trois Regs (invented)', '--remove']);
    const unknown = await run(['open', 'stage.age', ...byCode]);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('RB072 signer-unknown')]);
    const { stdout } = await run(['trust', 'stage.age']);
    expect((await run(['open', 'stage.age', ...byCode, '--signer', stdout.trim()])).code).toBe(0);
  });

  let n = 0;
  async function codeOf(text: string): Promise<string> {
    n += 1;
    await write(`code${n}.txt`, text);
    return `code${n}.txt`;
  }

  async function otherCode(): Promise<string> {
    await other.sealed('--force');
    return other.code();
  }

  async function otherKey(): Promise<string> {
    await other.sealed('--force');
    await other.run(['release', 'stage.release.json', '--identity', 'key.txt', '--force']);
    await write('other.txt', await other.read('key.txt'));
    return 'other.txt';
  }

  function swapped(at: number): string {
    const list = code.split(' ');
    const wrong = words.find((word) => word !== list[at]) ?? '';
    return list.map((word, i) => (i === at ? wrong : word)).join(' ');
  }

  async function changed(change: (bytes: Buffer) => Uint8Array): Promise<readonly string[]> {
    await write('changed.age', change(Buffer.from(await read('stage.age'))));
    return ['changed.age', ...byCode];
  }

  /** The release a year later, in the manifest that everybody reads. */
  function later(file: Buffer): Buffer {
    const text = file
      .toString('latin1')
      .replace(/(?<=-> roadbook-manifest .*\n)[A-Za-z0-9+/\n]+?\n(?=-> )/, (body) => {
        const manifest = Buffer.from(body, 'base64').toString().replace('2026-10-12', '2027-10-12');
        return `${Buffer.from(manifest)
          .toString('base64')
          .replaceAll('=', '')
          .match(/.{1,64}/g)
          ?.join('\n')}\n`;
      });
    return Buffer.from(text, 'latin1');
  }

  /** A hole, not a gigabyte on the disk. */
  async function huge(): Promise<readonly string[]> {
    await write('huge.age', await read('stage.age'));
    await truncate(folder.path('huge.age'), 1024 ** 3);
    return ['huge.age', ...byCode];
  }
});

test('no secret is in anything that is said, kept or written', async () => {
  const { code: exit, stdout: key } = await run(['release', 'stage.release.json', '--identity', '-']);
  expect(exit).toBe(0);
  const secrets = [code, ...(code.match(/(?:\w+ ?){3}/g) ?? []), key.split('\n')[1] ?? ''];
  const wrong = code.split(' ').toReversed().join(' ');
  await write('reversed.txt', wrong);
  const said = [
    await run(['open', 'stage.age', ...byCode]),
    await run(['open', 'stage.age', '--code-file', 'reversed.txt']),
    await run(['verify', 'stage.age', '--format', 'json']),
    await run(['drive', 'stage.age', '--headless', '--journal', folder.path('run.journal'), ...byCode]),
    await run(['show', 'stage.age', '--format', 'json', ...byCode]),
    sealing,
  ].map(({ stdout, stderr }) => `${stdout}${stderr}`);
  said.push(String(await read('run.journal')), String(await read('stage.age')));
  for (const text of said) {
    for (const secret of secrets) expect(text).not.toContain(secret.trim());
    expect(text).not.toContain(wrong);
  }
  expect(String(await read('run.journal'))).not.toContain('barrels');
});

test('a clock ten years off opens nothing and stops nothing, and is said', async () => {
  const { Date: real } = globalThis;
  for (const [years, said] of [
    [-10, 'clock is wrong'],
    [10, 'clock may be wrong'],
  ] as const) {
    class Shifted extends real {
      static override now() {
        return real.now() + years * 365.25 * 86_400_000;
      }
    }
    globalThis.Date = Object.assign(Shifted) as DateConstructor;
    try {
      const right = await run(['open', 'stage.age', ...byCode]);
      expect([right.code, right.stderr]).toEqual([0, expect.stringContaining(said)]);
      expect((await run(['open', 'stage.age', '--code-file', 'reversed.txt'])).code).toBe(1);
    } finally {
      globalThis.Date = real;
    }
  }
});
