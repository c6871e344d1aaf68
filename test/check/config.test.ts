import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Config, readConfig } from '../../src/check/config.ts';
import { matches, rulingFor } from '../../src/check/ruling.ts';
import { profiles } from '../../src/rules/profile.ts';
import { lineIndex } from '../../src/text/span.ts';
import { inProcess } from '../support/run.ts';

const doubtful = 'roadbook: 1\ntotal: 7\nnotes:\n  - { km: 0, text: start }\n  - { km: 1.2, text: finish }\n';
let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'roadbook-config-'));
});
afterEach(() => rm(cwd, { recursive: true }));

async function put(path: string, text: string) {
  await mkdir(dirname(join(cwd, path)), { recursive: true });
  await writeFile(join(cwd, path), text);
}

async function check(...args: string[]) {
  const { code, stdout, stderr } = await inProcess(['check', '--format', 'json', ...args], { cwd });
  const { findings } = stdout === '' ? { findings: [] } : JSON.parse(stdout);
  return { code, stderr, findings: findings.map(found) };
}

interface Finding {
  file: string;
  rule: string;
  severity: string;
  line: number;
  column: number;
}
const found = ({ file, rule, severity, line, column }: Finding) =>
  `${file}:${line}:${column} ${severity} ${rule}`;

describe('where a config is found', () => {
  test.each([
    ['beside the file', 'day/roadbook.config.yaml', 'rules: { total-mismatch: error }'],
    ['above it', 'roadbook.config.yaml', 'rules: { total-mismatch: error }'],
    ['as JSON', 'roadbook.config.json', '{"rules": {"total-mismatch": "error"}}'],
    ['in package.json', 'package.json', '{"name": "x", "roadbook": {"rules": {"total-mismatch": "error"}}}'],
  ])('%s', async (_, path, text) => {
    await put('day/a.roadbook.yaml', doubtful);
    await put(path, text);
    expect(await check('day')).toMatchObject({
      code: 1,
      findings: ['day/a.roadbook.yaml:2:8 error total-mismatch'],
    });
  });

  test('the nearest counts alone; a package.json without the key is passed by', async () => {
    await put('day/a.roadbook.yaml', doubtful);
    await put('day/package.json', '{"name": "x"}');
    await put('roadbook.config.yaml', 'rules: { total-mismatch: off }');
    expect((await check('day')).findings).toEqual([]);
    await put('day/roadbook.config.yaml', '{}');
    expect((await check('day')).findings).toEqual(['day/a.roadbook.yaml:2:8 warning total-mismatch']);
  });

  test('--config names one, --no-config says none', async () => {
    await put('a.roadbook.yaml', doubtful);
    await put('roadbook.config.yaml', 'rules: { total-mismatch: off }');
    await put('strict.yaml', 'rules: { total-mismatch: error }');
    expect((await check('a.roadbook.yaml', '--config', 'strict.yaml')).code).toBe(1);
    expect((await check('a.roadbook.yaml', '--no-config')).findings).toHaveLength(1);
    const { code, stderr } = await check('a.roadbook.yaml', '--config', 'none.yaml');
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("cannot read 'none.yaml'"),
    });
  });

  test('standard input belongs where its name says', async () => {
    await put('day/roadbook.config.yaml', 'rules: { total-mismatch: error }');
    const args = ['check', '-', '--stdin-filename', 'day/x.roadbook.yaml'];
    expect((await inProcess(args, { cwd, input: doubtful })).code).toBe(1);
  });
});

describe('what a config says', () => {
  test('thresholds, and levels of what readers report', async () => {
    await put('a.roadbook.yaml', doubtful.replace('start', 'start, colour: red'));
    await put('roadbook.config.yaml', 'thresholds: { totalMetres: 6000 }\nrules: { unknown-key: info }\n');
    expect(await check('a.roadbook.yaml')).toMatchObject({
      code: 0,
      findings: ['a.roadbook.yaml:4:27 info unknown-key'],
    });
  });

  test('the call wins over the config', async () => {
    await put('a.roadbook.yaml', doubtful);
    await put('roadbook.config.yaml', 'rules: { total-mismatch: off }');
    expect((await check('a.roadbook.yaml', '--rule', 'total-mismatch=error')).code).toBe(1);
  });

  test('overrides hold for their files, the last that matches wins', async () => {
    await put('old/a.roadbook.yaml', doubtful);
    await put('new/a.roadbook.yaml', doubtful);
    await put(
      'roadbook.config.yaml',
      'overrides:\n  - { files: "**", rules: { total-mismatch: error } }\n  - { files: [old/**], rules: { total-mismatch: off } }\n',
    );
    expect((await check('.')).findings).toEqual(['new/a.roadbook.yaml:2:8 error total-mismatch']);
  });

  test('ignored files are left out of folders, but checked when named', async () => {
    await put('draft-a.roadbook.yaml', doubtful);
    await put('b.roadbook.yaml', doubtful);
    await put('roadbook.config.yaml', 'ignore: ["draft-*"]');
    expect((await check('.')).findings).toEqual(['b.roadbook.yaml:2:8 warning total-mismatch']);
    expect((await check('draft-a.roadbook.yaml')).findings).toHaveLength(1);
  });
});

describe('what is wrong in a config', () => {
  test('is said with its place, once, and fails the check', async () => {
    await put('a.roadbook.yaml', doubtful);
    await put('b.roadbook.yaml', doubtful);
    await put('roadbook.config.yaml', 'rules:\n  total-mismatch: off\n  zone-not-close: off\n');
    expect(await check('.')).toMatchObject({
      code: 1,
      findings: ['roadbook.config.yaml:3:3 error unknown-key'],
    });
  });

  test.each([
    ['rules: { total-mismatch: of }', 'unknown-value', 'of', 'did you mean “off”?'],
    ['rules: { zone-not-close: off }', 'unknown-key', 'zone-not-close', 'did you mean “zone-not-closed”?'],
    ['rules: { xyz: off }', 'unknown-key', 'xyz', '`roadbook check --list-rules` lists the rules'],
    ['profile: fia', 'unknown-value', 'fia', null],
    ['thresholds: { gapMetres: far }', 'wrong-type', 'far', null],
    ['thresholds: { gapMeters: 1 }', 'unknown-key', 'gapMeters', 'did you mean “gapMetres”?'],
    ['- rules', 'wrong-type', '- rules', 'write `rules:` and under it `name: level`'],
    ['rules: {', 'syntax', null, null],
    ['rule: {}', 'unknown-key', 'rule', 'did you mean “rules”?'],
    ['__proto__: {}', 'reserved-key', '__proto__', null],
  ])('%s', (text, rule, meant, help) => {
    const read = readConfig({ file: 'roadbook.config.yaml', text }, 'roadbook.config.yaml');
    const [first] = read?.diagnostics ?? [];
    expect(first?.rule).toBe(rule);
    if (meant !== null) expect(text.slice(first?.span?.start, first?.span?.end)).toBe(meant);
    if (help !== null) expect(first?.help).toBe(help);
  });

  test('in package.json the places are those of package.json', () => {
    const text = '{\n  "name": "x",\n  "roadbook": { "profile": "fia" }\n}\n';
    const read = readConfig({ file: 'package.json', text }, 'package.json');
    const [first] = read?.diagnostics ?? [];
    expect(lineIndex(text)(first?.span?.start ?? 0)).toEqual({ line: 3, column: 28 });
  });

  test('the good part of a config holds', () => {
    const text = 'rules: { total-mismatch: off, nonsense: off }';
    const read = readConfig({ file: 'c.yaml', text }, 'roadbook.config.yaml');
    expect(read?.config.rules?.['total-mismatch']).toBe('off');
  });
});

test('a profile is the base of what a config changes', () => {
  const config = Config.parse({ profile: 'adventure', thresholds: { zoneMetres: 5 } });
  const { profile, levels } = rulingFor(config, 'x', { profile: null, levels: { 'no-notes': 'info' } });
  const adventure = profiles.find(({ name }) => name === 'adventure');
  expect(profile).toEqual({ ...adventure, thresholds: { ...adventure?.thresholds, zoneMetres: 5 } });
  expect(levels).toEqual({ 'no-notes': 'info' });
});

test.each([
  ['*.gpx', 'a/b.gpx', true],
  ['a/*.gpx', 'a/b/c.gpx', false],
  ['a/**', 'a/b/c.gpx', true],
  ['draft-*', 'x/draft-1.yaml', true],
  ['{old,older}/**', 'old/.hidden/x', true],
])('the pattern %s and the path %s: %s', (pattern, path, expected) => {
  expect(matches([pattern], path)).toBe(expected);
});
