import { expect, test } from 'vitest';
import { readRoadbook } from '../../../src/formats/read.ts';

const design = `roadbook: 1
event: Erfoud shakedown
stage: { number: 2, name: Erfoud – Merzouga, date: 2026-10-12, start: "2026-10-12T07:40:00Z", release: 15 min }
units: metric
notes:
  - km: 0.00
    wp: DSS
    cap: 92
    tulip: straight
    text: "P, FPP"
  - km: 0.42
    danger: 2
    tulip: { out: 75, roads: [-20, 180], surface: [track, off-piste] }   # degrees clockwise from straight ahead; the crew enters from below
    cap: 168
    text: "R between dunes, oued"
    symbols: [dunes, small-wadi]
  - km: 3.18
    wp: { type: WPM, name: "12", open: 800, clear: 90, at: [31.4302, -4.2301] }   # \`at\` is for the organiser; it never reaches a competitor edition
  - km: 7.05
    zone: DZ
    limit: 50
`;

const read = (text: string, file = 'a.roadbook.yaml') => readRoadbook(Buffer.from(text), file);

test('the example of the format reads as it says', async () => {
  const { roadbook, diagnostics, format } = await read(design);
  expect(diagnostics).toEqual([]);
  expect(format).toBe('native');
  expect(roadbook?.stage).toEqual({
    number: '2',
    name: 'Erfoud – Merzouga',
    date: '2026-10-12',
    start: '2026-10-12T07:40:00Z',
    releaseMinutes: 15,
  });
  expect(roadbook?.notes.map(({ distance, partial }) => [distance, partial])).toEqual([
    [0, 0],
    [420, 420],
    [3180, 2760],
    [7050, 3870],
  ]);
  expect(roadbook?.notes[2]?.waypoints[0]).toEqual({
    type: 'WPM',
    name: '12',
    open: 800,
    clear: 90,
    seconds: null,
  });
  expect(roadbook?.notes[2]?.at).toEqual({ latitude: 31.4302, longitude: -4.2301, elevation: null });
  expect(roadbook?.notes[1]?.tulip?.exit?.line).toBe('off-piste');
});

test('a bad value is left out, at its place; the rest stays', async () => {
  const text = design.replace('cap: 168', 'cap: 468').replace('zone: DZ', 'zon: DZ');
  const { roadbook, diagnostics, source } = await read(text);
  expect(
    diagnostics.map((d) => [d.rule, d.message, d.span && source.text.slice(d.span.start, d.span.end)]),
  ).toEqual([
    ['cap-out-of-range', 'note 2: cap must be at most 360, not 468', '468'],
    ['unknown-key', 'note 4: unknown key “zon”', 'zon'],
  ]);
  expect(roadbook?.notes).toHaveLength(4);
  expect(roadbook?.notes[1]?.cap).toBeNull();
});

test('a syntax error costs the line it is on', async () => {
  const text = design.replace('text: "R between dunes, oued"', 'text: R: between');
  const { roadbook, diagnostics } = await read(text);
  expect(diagnostics.map((d) => d.rule)).toEqual(['syntax']);
  expect(roadbook?.notes.map((n) => n.distance)).toEqual([0, 420, 3180, 7050]);
  expect(roadbook?.notes[1]).toMatchObject({ text: null, cap: 168, symbols: ['dunes', 'small-wadi'] });
});

test('what is shown as JSON reads back the same', async () => {
  const { roadbook } = await read(design);
  const again = await read(JSON.stringify(roadbook), 'a.json');
  expect(again.diagnostics).toEqual([]);
  expect(again.roadbook).toEqual(roadbook);
});
