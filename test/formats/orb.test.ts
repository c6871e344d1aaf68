import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { format } from '../../src/formats/orb/format.ts';
import { readOrb } from '../../src/formats/orb/read.ts';
import { writeOrb } from '../../src/formats/orb/write.ts';
import { formats } from '../../src/formats/registry.ts';
import { sketch } from '../../src/formats/sketch.ts';
import { complete } from '../../src/model/complete.ts';
import type { Note, Roadbook, RoadbookDraft } from '../../src/model/roadbook.ts';
import { fromNotation } from '../../src/tulip/notation.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/orb/${name}.orb.yaml`, import.meta.url), 'utf8');
const read = (text: string) => readOrb({ file: 'x.orb.yaml', text });
const found = (text: string) =>
  read(text).diagnostics.map(
    ({ rule, message, span }) => `${rule}: ${message} [${span && text.slice(span.start, span.end)}]`,
  );

function roadbook(text: string): Roadbook {
  const { roadbook: whole } = read(text);
  if (whole === null) throw new Error('nothing was read');
  return whole;
}

function drafted(draft: RoadbookDraft): Roadbook {
  const { roadbook: whole } = complete(draft, () => null);
  if (whole === null) throw new Error('no roadbook');
  return whole;
}

describe('instructions, as the schema and the demo have them', () => {
  const text = fixture('adventure');
  const { event, stage, units, description, origin, notes } = roadbook(text);

  test('the head, and the notes of every stage in order without branches', () => {
    expect({ event, stage, units, description, origin }).toMatchObject({
      event: 'Sierra loop',
      stage: { number: 'north', name: 'Northern half', date: null },
      units: 'metric',
      description: 'Gravel, two fords',
      origin: { format: 'orb', version: 'instructions' },
    });
    expect(notes.map(({ distance }) => distance)).toEqual([
      0, 100, 12_400, 20_500, 20_400, 24_100, 31_000, 40_000,
    ]);
    expect(found(text)).toEqual([
      'format-deviation: the branches of a stage are kept, but only its main route is read [branches]',
    ]);
  });

  test('the first is a start and the last a finish', () => {
    expect(notes.map(({ waypoints }) => waypoints.map(({ type }) => type))).toEqual([
      ['DSS'],
      [],
      ['CP'],
      [],
      [],
      [],
      [],
      ['ASS'],
    ]);
    expect(notes.at(-1)?.tulip).toEqual(fromNotation('end'));
  });

  test('place, heading, services, danger, symbols, limit, words', () => {
    expect(notes[0]).toMatchObject({
      name: 'Car park',
      at: { latitude: 41.5, longitude: 2.25 },
      cap: 270,
      text: 'Set trip to 0.',
    });
    expect(notes[2]).toMatchObject({ services: ['fuel'], danger: 2, symbols: ['rocks', 'tape_measure'] });
    expect(notes[4]).toMatchObject({ cap: 0, text: '12.50' });
    expect(notes[6]).toMatchObject({ limitKmh: 50 });
  });

  test('tulips: a symbol, a picture, and straight on where there is none', () => {
    expect(notes[1]?.tulip).toEqual(fromNotation('roundabout-right'));
    expect(notes[2]?.tulip).toEqual(fromNotation('straight'));
    expect(notes[3]?.tulip).toEqual(fromNotation('t-left'));
    expect(notes[5]).toMatchObject({
      tulip: null,
      pictures: { tulip: expect.stringMatching(/^<svg .*<\/svg>$/) },
    });
    expect(notes[6]?.tulip).toEqual(fromNotation('sharp-left'));
  });

  test('a trip reset behind which the distance goes on is no reset of the axis', () => {
    expect(notes.map(({ reset }) => reset)).toEqual(Array(8).fill(null));
    const again = roadbook('entries: [{ km: 5, tags: [reset_trip] }, { km: 0.4 }]');
    expect(again.notes).toMatchObject([{ reset: 0 }, { distance: 400, partial: 400 }]);
  });

  test('a stage that counts its own distance is a reset', () => {
    const { notes: two } = roadbook(
      'stages: [{ entries: [{ km: 5 }] }, { entries: [{ km: 0 }, { km: 1 }] }]',
    );
    expect(two).toMatchObject([{ reset: 0 }, { partial: 0 }, { partial: 1000 }]);
  });

  test('what the model has no word for comes back', async () => {
    const again = writeOrb(roadbook(text), {}).text;
    expect(roadbook(again)).toEqual(roadbook(text));
    await expect(again).toMatchFileSnapshot('../golden/orb/adventure.orb.yaml');
  });
});

describe('entries, as the specification’s pages have them', () => {
  const text = fixture('entries');

  test('are read', () => {
    expect(found(text)).toEqual([
      'format-deviation: note 4: tulip symbol “spiral” is not known: the note shows none [spiral]',
    ]);
    expect(roadbook(text)).toMatchObject({
      event: 'Rally of Nowhere',
      stage: { number: null, name: 'SS1', date: '2026-03-14' },
      origin: { format: 'orb', version: 'entries' },
      notes: [
        { distance: 0, waypoints: [], text: 'Start here' },
        {
          distance: 2350,
          cap: 270,
          danger: 2,
          symbols: ['bump'],
          limitKmh: 60,
          at: { latitude: 41.12345, longitude: 2.12345 },
          tulip: fromNotation('left'),
        },
        { distance: 4000, name: 'White chapel', tulip: fromNotation('slight-right') },
        { distance: 5100, tulip: null },
      ],
    });
  });

  test('are written as entries again, or as instructions on demand', async () => {
    const again = writeOrb(roadbook(text), {}).text;
    expect(roadbook(again)).toEqual(roadbook(text));
    await expect(again).toMatchFileSnapshot('../golden/orb/entries.orb.yaml');
    const other = writeOrb(roadbook(text), { orbDialect: 'instructions' }).text;
    expect(other).toContain('      instructions:\n');
    expect(roadbook(other).notes.map(({ kept: _kept, ...note }) => note)).toEqual(
      roadbook(text).notes.map(({ kept: _kept, ...note }) => note),
    );
  });
});

test('a stage of ours as OpenRoadBook', async () => {
  const { text, losses } = writeOrb(
    drafted({
      event: 'Erfoud shakedown',
      stage: { number: '2', name: 'Erfoud – Merzouga', date: '2026-10-12' },
      notes: [
        { distance: 0, waypoints: [{ type: 'TC' }], tulip: fromNotation('straight'), text: 'P, FPP' },
        {
          distance: 420,
          cap: 360,
          danger: 2,
          symbols: ['dunes', 'rocks'],
          tulip: fromNotation({ out: 75, roads: [-20, 180] }),
        },
        {
          distance: 3180,
          number: 12,
          waypoints: [{ type: 'WPM', name: '12', open: 800, clear: 90 }],
          at: { latitude: 31.43, longitude: -4.23 },
        },
        {
          distance: 7050,
          waypoints: [{ type: 'DT', seconds: 900 }, { type: 'DZ' }],
          limitKmh: 50,
          services: ['fuel'],
          reset: 0,
        },
        { distance: 1000, waypoints: [{ type: 'ASS' }], change: 'MODIF' },
      ],
    }),
    {},
  );
  expect(losses.map(({ message }) => message.replace('is not carried by OpenRoadBook', '✗'))).toEqual([
    'note 2: cap is not fully carried by OpenRoadBook: 360 as 0',
    'note 2: tulip is not fully carried by OpenRoadBook: the nearest of its symbols and a drawing',
    'note 12: waypoint-name ✗',
    'note 12: open ✗',
    'note 12: clear ✗',
    'note 4: time ✗',
  ]);
  await expect(text.replace(/svg: \|[\s\S]*?<\/svg>/, 'svg: (a drawing)')).toMatchFileSnapshot(
    '../golden/orb/stage.orb.yaml',
  );
});

test.each<[units: string, Partial<Note>]>([
  ['mi', { distance: 1609, cap: 90, limitKmh: 60 }],
  ['{ distance: mi, speed: mph }', { distance: 1609, limitKmh: (60 * 1609.344) / 1000 }],
  ['{ distance: m, heading: rad, speed: ms }', { distance: 1, cap: 5157, limitKmh: 216 }],
])('units %s', (units, expected) => {
  const { roadbook: whole, diagnostics } = read(
    `meta: { units: ${units} }\nentries: [{ km: 1, cap: 90, speed_limit: 60 }]`,
  );
  const note = whole?.notes[0];
  if (expected.cap === 5157)
    expect(diagnostics[0]?.message).toBe('note 1: cap must be at most 360, not 5157');
  else expect(note?.cap).toBe(90);
  expect(note).toMatchObject({ distance: expected.distance, limitKmh: expected.limitKmh });
});

describe('what is wrong is said at its place, and the rest is read', () => {
  test.each([
    [
      'entries:\n  - km: far\n    cap: 400\n',
      [
        'wrong-type: note 1: km must be a number, not “far” [far]',
        'cap-out-of-range: note 1: cap must be at most 360, not 400 [400]',
      ],
    ],
    [
      'stages:\n  - trunk:\n      instructions:\n        - distance: -1\n          location: { coords: [95, 0] }\n',
      [
        'value-out-of-range: note 1: distance must be at least 0, not -1 [-1]',
        'bad-coordinate: note 1: at latitude must be at most 90, not 95 [[95, 0]]',
      ],
    ],
    ['entries: [3, { km: 1 }]', ['wrong-type: note 1 must be a mapping, not 3 [3]']],
    ['meta: { units: furlong }\nentries: []', [/^unknown-value: meta units cannot be “furlong” \[furlong\]/]],
    [
      'meta: 1\nstages: 2\n',
      ['wrong-type: meta must be a mapping, not 1 [1]', /^missing-value: the document has no instructions/],
    ],
    ['- 1\n', ['not-a-roadbook: the document is no mapping, and so no OpenRoadBook [- 1]']],
  ])('%j', (text, expected) => {
    const all = found(text);
    expect(all).toHaveLength(expected.length);
    for (const one of expected)
      expect(all).toContainEqual(typeof one === 'string' ? one : expect.stringMatching(one));
  });

  test.each(['adventure', 'entries'])('a broken row of %s costs itself alone', (name) => {
    const text = fixture(name);
    const broken = text.replace(/(distance|km): (12.40|2.35)/, '$1: [$2');
    expect(read(broken).diagnostics.filter(({ rule }) => rule === 'syntax')).toHaveLength(1);
    expect(roadbook(broken).notes.map(({ distance }) => distance)).toEqual(
      roadbook(text)
        .notes.map(({ distance }) => distance)
        .filter((metres) => metres !== 12_400 && metres !== 2350),
    );
    expect(roadbook(broken).event).toBe(roadbook(text).event);
  });
});

test('a note without a tulip stays without one, in both dialects', () => {
  const notes = [{ distance: 0 }, { distance: 420, tulip: fromNotation('straight') }, { distance: 900 }];
  for (const orbDialect of ['instructions', 'entries'] as const) {
    const { text } = writeOrb(drafted({ notes: notes.map((note) => ({ ...note, waypoints: [] })) }), {
      orbDialect,
    });
    expect(roadbook(text).notes.map(({ tulip }) => tulip)).toEqual([null, fromNotation('straight'), null]);
    expect(found(text)).toEqual([]);
  }
});

test('the JSON mirror is read as well', () => {
  const json = JSON.stringify({
    meta: { title: 'T' },
    stages: [{ id: 'a', name: 'b', trunk: { instructions: [{ distance: 1.5 }] } }],
  });
  expect(roadbook(json)).toMatchObject({
    event: 'T',
    stage: { number: 'a', name: 'b' },
    notes: [{ distance: 1500 }],
  });
});

test('it is known by its content', () => {
  const name = (text: string) => formats.find(({ detect }) => detect?.(sketch(text)))?.name;
  expect(name(fixture('adventure'))).toBe('orb');
  expect(name(fixture('entries'))).toBe('orb');
  expect(name('{"meta":{},"stages":[]}')).toBe('orb');
  expect(format.carries).not.toBe(undefined);
});
