import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { readRoadbook } from '../../../src/formats/read.ts';
import { readRn } from '../../../src/formats/rn/read.ts';
import { said } from '../../support/gist.ts';

const record = readFileSync(join(import.meta.dirname, '../../fixtures/rn/record.rn'), 'utf8');

it('reads the JSON inside the JSON: words, places, distances, headings; drawings are kept', () => {
  const { roadbook, diagnostics } = readRn({ file: 'x.rn', text: record });
  expect(diagnostics).toEqual([]);
  expect(roadbook).toMatchObject({
    stage: { name: 'Old record' },
    description: 'invented',
    units: 'metric',
    fuelRange: 100_000,
    total: 2065,
    origin: { format: 'rn', version: '1' },
    notes: [
      { distance: 0, cap: 0, text: 'Départ "P"', at: { elevation: null }, kept: [] },
      { distance: 2065, cap: null, text: null, at: { elevation: 701 } },
    ],
  });
  expect(roadbook?.track?.[0]).toHaveLength(3);
  const [, last] = roadbook?.notes ?? [];
  const kept = { icons: [{ id: 75, x: 10, y: 10 }], roads: [{ x: 1 }], backgroundimage: { id: 0, url: '' } };
  expect(last?.kept.map(({ content }) => JSON.parse(content))).toEqual([kept]);
});

it('is known by its content, also inside a response of the server, and its inner text alone', async () => {
  const { data } = JSON.parse(record);
  for (const text of [record, `{"success": true, "route": ${record}}`, data]) {
    const { format, roadbook } = await readRoadbook(Buffer.from(text), 'download.json');
    expect([format, roadbook?.notes.length]).toEqual(['rn', 2]);
  }
});

it('miles', () => {
  const { roadbook } = readRn({ file: 'x', text: record.replace('"kilometers"', '"miles"') });
  expect(roadbook).toMatchObject({
    units: 'imperial',
    fuelRange: 160_934,
    notes: [{ distance: 0 }, { distance: 2065 }],
  });
});

test.each([
  [
    '{"data": 5}',
    ['not-a-roadbook: this record has no `data` with a list of waypoints, which is what an RN file is'],
  ],
  ['{"data": "{"}', ['syntax: this is not JSON: the closing } is missing']],
  [
    '{"data": "[]"}',
    ['not-a-roadbook: this record has no `data` with a list of waypoints, which is what an RN file is'],
  ],
  [
    'null',
    ['not-a-roadbook: this record has no `data` with a list of waypoints, which is what an RN file is'],
  ],
])('%s cannot be read', (text, messages) => {
  const { roadbook, diagnostics } = readRn({ file: 'x', text });
  expect(roadbook).toBeNull();
  expect(said(diagnostics)).toEqual(messages);
});

it('what is wrong inside is shown at the text that holds it', () => {
  const text = record.replace('"lat\\": 31.0,', '"lat\\": 31.0');
  const { roadbook, diagnostics } = readRn({ file: 'x', text });
  expect(roadbook?.notes).toHaveLength(2);
  const [first] = diagnostics;
  expect(first?.message).toBe('this is not JSON: a comma is missing');
  expect(first?.span && text.slice(first.span.start, first.span.start + 8)).toBe('"{\\"id\\"');
});

test.each<[object, object, string[]]>([
  [{ lat: '31,0' }, { at: { latitude: 31 } }, []],
  [{ lat: undefined, latitude: 31 }, { at: { latitude: 31 } }, ['has its position under latitude and lon']],
  [{ lat: null }, { at: null, distance: null }, ['has no position']],
  [{ lat: 0, lon: 0 }, { at: null }, ['lies at 0, 0']],
  [{ show: 'yes', description: 7 }, { text: '7' }, []],
  [{ description: ['Left'] }, { text: null }, ['description cannot be a list']],
])('a waypoint with %j', (fields, expected, messages) => {
  const waypoints = [
    { lat: 31, lon: -4, show: true, ...fields },
    { lat: 31.01, lon: -4, show: true },
  ];
  const { roadbook, diagnostics } = readRn({ file: 'x', text: JSON.stringify({ data: { waypoints } }) });
  expect(roadbook?.notes[0]).toMatchObject(expected);
  expect(diagnostics).toHaveLength(messages.length);
  for (const [i, message] of messages.entries()) expect(diagnostics[i]?.message).toContain(message);
});

test.each<[object, string]>([
  [
    { waypoints: [{ lat: 31, lon: -4 }] },
    'none of the 1 waypoints of the route is shown, so there is no note',
  ],
  [
    { settings: 'miles', waypoints: [{ lat: 31, lon: -4, show: true }] },
    'the record: settings cannot be “miles”',
  ],
])('a record with %j', (data, message) => {
  const { diagnostics } = readRn({ file: 'x', text: JSON.stringify({ data }) });
  expect(diagnostics.map((one) => one.message)).toEqual([message]);
});
