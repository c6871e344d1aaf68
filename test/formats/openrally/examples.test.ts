import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shared } from '../../shared.ts';
import { read, waypointsOf } from './read.ts';

/** What the official examples say, counted by hand in the files. */
const start = [[], ['DZ'], ['FZ'], ['WPS 800/90'], []];
const everything = [
  ...['WPC ABC -/20', 'WPM XYZ 800/200', 'WPS K99 800/20', 'WPE -/200'],
  ...['DSS', 'CP', 'ASS', 'TC', 'TC 3600s'],
];
const early = ['WPE', 'DSS', 'DZ', 'FZ', 'WPM 800/20', 'WPS 800/20', 'CP', 'DN', 'ASS', 'TC'];
const types = ['WPM', 'WPS', 'WPC', 'WPV', 'WPE', 'WPN', 'WPP'];
const numbered = types.map((type, i) => [`${type} ${i + 1} 1000/50`]);

const examples: [string, string, string[][]][] = [
  ['v0.2', '0.2-DRAFT', [early]],
  ['v0.3', '0.3-DRAFT', [early]],
  ['v1.0.0', '1.0.0', [...start, ['DN 900s'], [], [], everything]],
  ['v1.0.1', '1.0.0', [...start, ['DN 900s'], ['FN'], [], [], everything]],
  ['v1.0.2', '1.0.2', [...start, ['DN 900s'], ['FN'], [], [], everything]],
  [
    'v1.0.3',
    '1.0.3',
    [
      ...[...start, ['DN 900s'], ['FN'], ['DN 900s', 'DZ'], ['FN', 'FZ'], ['DT', 'DZ'], ['FT', 'FZ']],
      ...[...numbered, [], [], everything],
    ],
  ],
  [
    'pr3-dn-dtz',
    '1.0.3',
    [
      ...[[], ['DZ 1 1000/90'], ['FZ 2 1000/90'], ['WPS 1 800/90'], []],
      ...[['DN 1 1000/90 900s'], ['FN 2 1000/90'], ['DN 1 1000/90 900s', 'DZ 1000/90'], ['FN 2 1000/90']],
      ...[['DT 1 1000/90'], ['FT 2 1000/90'], ['DT 1 1000/90', 'DZ 1000/90'], ['FT 2 1000/90']],
      ...[...numbered, [], [], everything],
    ],
  ],
];

describe.each(examples)('the official example of %s', (name, version, waypoints) => {
  const file = shared(`openrally/examples/${name}.gpx`);

  test.skipIf(file === null)('reads with every note and waypoint, and nothing to say', () => {
    const { format, book, said } = read(readFileSync(file ?? '', 'utf8'));
    expect(said).toEqual([]);
    expect(format).toBe('openrally');
    expect(book.origin?.version).toBe(version);
    expect(book.units).toBe('metric');
    expect(book.total).toBe(33_860);
    expect(book.notes.map(waypointsOf)).toEqual(waypoints);
    expect(book.notes.every(({ at }) => at === null)).toBe(true);
    expect(book.notes.map(({ number }) => number)).toEqual(waypoints.map((_, i) => i + 1));
  });
});

test.skipIf(shared('openrally') === null)('v1.0.3, note by note', () => {
  const { book } = read(readFileSync(shared('openrally/examples/v1.0.3.gpx') ?? '', 'utf8'));
  const { notes } = book;
  expect(notes.map(({ distance }) => distance)).toEqual([
    ...[0, 100, 200, 300, 400, 500, 510, 500, 510, 500, 510],
    ...[10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 70_000, 600, 600, 350],
  ]);
  expect(notes.flatMap(({ number, limitKmh }) => (limitKmh ? [[number, limitKmh]] : []))).toEqual([
    ...[[2, 65]],
    ...[[8, 40]], // in the content of <dz>
    ...[[10, 40]],
  ]);
  expect(notes[3]?.danger).toBe(3);
  expect(notes[4]?.stopSeconds).toBe(3);
  expect(
    notes.flatMap(({ number, services }) => (services.length > 0 ? [[number, ...services]] : [])),
  ).toEqual([
    [6, 'fuel'],
    [8, 'fuel'],
    [10, 'fuel'],
  ]);
  expect(notes[18]?.pictures.tulip).toMatch(/^data:image\/png;base64,iVBOR[\w+/]+=*$/);
  expect(notes[18]?.pictures.text).toMatch(/^<svg>\s+<img href="data:[^"]+"\s*\/>\s+<\/svg>$/);
  expect(notes[19]?.pictures.text).toBe('<svg>\n          <text>SVG Example</text>\n        </svg>');
  const last = notes[20];
  expect([last?.showAt, last?.cap, last?.stopSeconds, last?.reset]).toEqual([true, 360, 0, 0]);
});

test.skipIf(shared('openrally') === null)('v0.2: markers without a meaning in the model are kept', () => {
  const [note] = read(readFileSync(shared('openrally/examples/v0.2.gpx') ?? '', 'utf8')).book.notes;
  expect([note?.danger, note?.limitKmh, note?.stopSeconds, note?.reset]).toEqual([3, 65, 0, 0]);
  expect(note?.services).toEqual(['fuel', 'medical', 'helicopter', 'police', 'fire', 'media', 'spectators']);
  expect(note?.kept.map(({ content }) => /:(\w+)/.exec(content)?.[1])).toEqual([
    ...['capheading', 'gps', 'endfuel', 'radio', 'begintireservice', 'endtireservice', 'toilets'],
    ...['giveway', 'sensitivezone', 'startofassistance', 'finishofassistance', 'village'],
  ]);
});
