import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRoadbook } from '../../src/formats/read.ts';
import { shared } from '../shared.ts';
import { inProcess, roadbook, root } from '../support/run.ts';

interface Line {
  readonly effect?: string;
  readonly note?: number;
  readonly index?: number;
  readonly total?: number;
  readonly summary?: Record<string, unknown>;
}

async function drive(file: string, ...options: string[]) {
  const { code, stdout, stderr } = await inProcess(['drive', file, '--headless', ...options]);
  const lines: Line[] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { code, stderr, lines, stdout };
}

const samples = readdirSync(`${root}roadbooks`)
  .filter((name) => name.includes('.'))
  .map((name) => `${root}roadbooks/${name}`);
const versions = ['v0.2', 'v0.3', 'v1.0.0', 'v1.0.1', 'v1.0.2', 'v1.0.3', 'pr3-dn-dtz'];
const others = [
  ...versions.map((version) => `openrally/examples/${version}.gpx`),
  'corpus/openrally/rally-navigator-axequad-excerpt.gpx',
  'corpus/openrally/bare-namespace-waypoints-only.gpx',
].flatMap((path) => shared(path) ?? []);

describe('drive --headless reaches the finish', () => {
  it.each([...samples, ...others])('%s', async (file) => {
    const { roadbook: book } = await readRoadbook(await readFile(file), file);
    const { code, lines } = await drive(file);
    expect(code).toBe(0);
    const reached = lines.filter((line) => line.effect === 'note-reached');
    expect(reached.map((line) => line.index)).toEqual(book?.notes.map((_, i) => i));
    const confirmed = lines.filter((line) => line.effect === 'note-confirmed');
    expect(confirmed.map((line) => line.index)).toEqual(reached.map((line) => line.index));
    const { summary } = lines.at(-1) ?? {};
    expect(summary).toMatchObject({ finished: true, passed: 0, waypoints: { missed: 0 } });
    expect(summary?.total).toBe(book?.notes.at(-1)?.distance);
  });
});

async function temporary(name: string, text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'roadbook-')), name);
  await writeFile(file, text);
  return file;
}

it('says once on stderr that distances drop, and drives on', async () => {
  const file = await temporary(
    'drops.roadbook.yaml',
    'roadbook: 1\nnotes:\n  - km: 0\n  - km: 0.51\n  - km: 0.50\n  - km: 0.60\n',
  );
  const { stderr, lines } = await drive(file);
  expect(stderr.match(/drops from 0.51 to 0.50 km without a reset/g)).toHaveLength(1);
  expect(lines.at(-1)?.summary).toMatchObject({ total: 600, driven: 1110 });
});

it('drives the same with and without coordinates', async () => {
  const source = `${root}roadbooks/desert-day.roadbook.yaml`;
  const { roadbook: book } = await readRoadbook(await readFile(source), source);
  expect(book?.notes.some((note) => note.at !== null)).toBe(true);
  const bare = await temporary(
    'bare.roadbook.json',
    JSON.stringify({ ...book, track: null, notes: book?.notes.map((note) => ({ ...note, at: null })) }),
  );
  expect((await drive(bare)).stdout).toBe((await drive(source)).stdout);
});

it('goes headless in a pipe and says so', async () => {
  const { code, stdout, stderr } = await roadbook(['drive', 'roadbooks/shakedown.roadbook.yaml']);
  expect(stderr).toContain('standard output is not a terminal: driving headless');
  expect(stdout).not.toContain('\u001b');
  expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    summary: { finished: true },
  });
  expect(code).toBe(0);
});

it('leaves notes unconfirmed without a crew', async () => {
  const { lines } = await drive(`${root}roadbooks/shakedown.roadbook.yaml`, '--crew', 'none');
  expect(lines.some((line) => line.effect === 'note-confirmed')).toBe(false);
  expect(lines.some((line) => line.effect === 'note-passed')).toBe(true);
});

it('says that there is nothing to drive', async () => {
  const file = await temporary('none.roadbook.yaml', 'roadbook: 1\nnotes: []\n');
  const { code, stderr, stdout } = await inProcess(['drive', file]);
  expect(stderr).toContain('nothing to drive: the roadbook has no notes');
  expect(stdout).toBe('');
  expect(code).toBe(1);
});

it.each([
  [['--speed', 'fast'], /speed as 90/],
  [['--speed', '0'], /speed as 90/],
  [['--near', '-5'], /0 to 10000/],
  [['--crew', 'ato'], /Did you mean 'auto'/],
  [['--heedless'], /Did you mean --headless/],
])('%j is a wrong call', async (options, message) => {
  const { code, stderr } = await inProcess(['drive', `${root}roadbooks/shakedown.roadbook.yaml`, ...options]);
  expect(stderr).toMatch(message);
  expect(code).toBe(2);
});

it.each([
  ['nothing.gpx', /no such file/],
  ['roadbooks', /folder/],
])('%s cannot be driven', async (file, message) => {
  const { code, stderr } = await inProcess(['drive', file]);
  expect(stderr).toMatch(message);
  expect(code).toBe(2);
});

it('does what the crew does at its times: lost, back, and the detour is counted apart', async () => {
  const acts = await temporary(
    'acts.ndjson',
    ['{"t":30000,"act":"lost"}', '{"t":45000,"act":"return"}', '{"t":45000,"act":"nudge","metres":10}'].join(
      '\n',
    ),
  );
  const { lines } = await drive(`${root}roadbooks/shakedown.roadbook.yaml`, '--acts', acts);
  const [lost, back] = lines.filter(({ effect }) => effect === 'lost' || effect === 'returned');
  expect(lost).toMatchObject({
    fits: [{ reason: expect.stringMatching(/note \d+: .* km since note \d+, the book says/) }, {}],
  });
  expect(back).toMatchObject({ effect: 'returned', note: expect.any(Number) });
  expect(lines.at(-1)?.summary?.detour).toBeGreaterThan(100);
});

it.each([
  ['{"act":"confrm"}', /line 1: act: /],
  ['{"act":"confirm","note":9999}', /line 1: no note 9999/],
  ['confirm', /line 1: not JSON/],
])('refuses the act %s', async (line, message) => {
  const acts = await temporary('acts.ndjson', line);
  const file = `${root}roadbooks/shakedown.roadbook.yaml`;
  const { code, stderr } = await inProcess(['drive', file, '--headless', '--acts', acts]);
  expect(stderr).toMatch(message);
  expect(code).toBe(2);
});

it('takes acts between the samples of a sensor on standard input', async () => {
  const lines = [
    'c 0',
    'c 300',
    '{"act":"confirm","index":0,"sure":true}',
    'c 320',
    '{"act":"undo"}',
    'c 400',
  ];
  const { stdout, stderr } = await inProcess(
    ['drive', 'roadbooks/shakedown.roadbook.yaml', '--headless', '--source', 'stdin', '--acts', '-'],
    { input: `${lines.join('\n')}\n` },
  );
  expect(stderr).not.toContain('cannot be understood');
  expect(stdout).toMatch(/"effect":"undone"/);
});

describe('replay', () => {
  const file = `${root}roadbooks/shakedown.roadbook.yaml`;

  it('of a journal is the same drive', async () => {
    const journal = join(await mkdtemp(join(tmpdir(), 'roadbook-')), 'run.journal');
    const first = await drive(file, '--journal', journal);
    const again = await drive(file, '--source', `replay:${journal}`);
    expect(again.stdout).toBe(first.stdout);
  });

  it('of a recorded track is as long as the track, and the core sees no coordinate', async () => {
    const { roadbook: book } = await readRoadbook(await readFile(file), file);
    const points = (book?.track ?? []).flat().map((at, i) => {
      const time = new Date(Date.UTC(2026, 9, 12) + i * 5000).toISOString();
      return `<trkpt lat="${at.latitude}" lon="${at.longitude}"><time>${time}</time></trkpt>`;
    });
    const gpx = await temporary(
      'drive.gpx',
      `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`,
    );
    const { lines, stdout } = await drive(file, '--source', `replay:${gpx}`, '--crew', 'none');
    const { summary } = lines.at(-1) ?? {};
    // The sample is measured on a sphere, the recording on the ellipsoid: 0.4 % less on the way south.
    const length = book?.total ?? Number.NaN;
    expect(summary?.driven).toBeGreaterThan(length * 0.995);
    expect(summary?.driven).toBeLessThan(length * 1.005);
    expect(summary?.reached).toBeGreaterThan(10);
    expect(summary?.seconds).toBe((points.length - 1) * 5);
    expect(stdout).not.toMatch(/lat/);
  });

  it.each([
    ['replay', /name the recording/],
    ['replay:nothing.gpx', /no such file/],
    ['replay:roadbooks/shakedown.roadbook.yaml', /no journal and has no recorded track/],
    ['simulate:fast', /seed is a number/],
  ])('%s is a wrong call', async (source, message) => {
    const { code, stderr } = await inProcess(['drive', file, '--headless', '--source', source]);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

it('drives as in life by a seed, the same each time', async () => {
  const file = `${root}roadbooks/shakedown.roadbook.yaml`;
  const first = await drive(file, '--source', 'simulate:5');
  expect(first.code).toBe(0);
  expect((await drive(file, '--source', 'simulate:5')).stdout).toBe(first.stdout);
  // The crew sees the notes: wrong turns are detours, and what they seemed to be is not held against it.
  const { summary } = first.lines.at(-1) ?? {};
  const { confirmed, passed, detour, total } = summary ?? {};
  expect({ confirmed, passed, total }).toEqual({ confirmed: summary?.notes, passed: 0, total: 5_000 });
  expect(detour).toBeGreaterThan(1_000);
  expect(first.stdout).not.toBe((await drive(file)).stdout);
});
