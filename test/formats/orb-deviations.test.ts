import { describe, expect, it, test } from 'vitest';
import { readOrb } from '../../src/formats/orb/read.ts';
import { formats } from '../../src/formats/registry.ts';
import { sketch } from '../../src/formats/sketch.ts';
import { said } from '../support/gist.ts';

/** The middle one of three rows, each as JSON, which is YAML too; and what is said of the file. */
function read(row: object, meta: object = {}) {
  return readText(
    JSON.stringify({
      meta,
      stages: [{ id: 'a', name: 'b', instructions: [{ distance: 0 }, row, { distance: 9 }] }],
    }),
  );
}

function readText(text: string) {
  const { roadbook, diagnostics } = readOrb({ file: 'x.orb.yaml', text });
  return { book: roadbook, note: roadbook?.notes[1], said: said(diagnostics) };
}

describe('what is written otherwise is taken for what is meant, and said', () => {
  test.each<[object, object, string]>([
    [{ distance: '1.5' }, { distance: 1500 }, 'distance “1.5” is taken as 1.5'],
    [{ distance: '1,5' }, { distance: 1500 }, 'distance “1,5” is taken as 1.5'],
    [{ distance: '1500 m' }, { distance: 1500 }, 'distance “1500 m” is taken as 1.5'],
    [{ dist: 1.5 }, { distance: 1500 }, 'dist is taken as distance'],
    [{ distance: 1, heading: '092°' }, { cap: 92 }, 'heading “092°” is taken as 92'],
    [{ distance: 1, bearing: 92 }, { cap: 92 }, 'bearing is taken as heading'],
    [{ distance: 1, speed_limit: '50 km/h' }, { limitKmh: 50 }, 'speed_limit “50 km/h” is taken as 50'],
    [{ distance: 1, speedLimit: 50 }, { limitKmh: 50 }, 'speedLimit is taken as speed_limit'],
    [
      { distance: 1, symbols: 'danger2, rocks' },
      { danger: 2, symbols: ['rocks'] },
      'symbols is taken as the list danger2, rocks',
    ],
    [{ distance: 1, symbols: [{ id: 'danger2' }] }, { danger: 2 }, 'symbols is taken as the list danger2'],
    [{ distance: 1, danger: 3 }, { danger: 3 }, 'danger is taken as the symbol danger3'],
    [{ distance: 1, danger: '!!' }, { danger: 2 }, 'danger is taken as the symbol danger2'],
    [{ distance: 1, tags: 'fuel' }, { services: ['fuel'] }, 'tags is taken as the list fuel'],
    [{ distance: 10, reset: true }, { reset: 0 }, 'reset is taken as the tag reset_trip'],
    [{ distance: 1, type: 'CHECKPOINT' }, { waypoints: [{ type: 'CP' }] }, 'type is taken as checkpoint'],
    [
      { distance: 1, note: ['left', 'right'] },
      { text: 'left\nright' },
      'note is a list: its items are taken as lines',
    ],
    [{ distance: 1, text: 'left' }, { text: 'left' }, 'text is taken as note'],
    [
      { distance: 1, location: { coords: ['31.5', '-4.2'] } },
      { at: { latitude: 31.5, longitude: -4.2 } },
      'location is taken as coords 31.5, -4.2',
    ],
    [
      { distance: 1, location: { coords: '31.5, -4.2' } },
      { at: { latitude: 31.5 } },
      'location is taken as coords 31.5, -4.2',
    ],
    [
      { distance: 1, location: { coords: [31.5, -4.2, 800] } },
      { at: { longitude: -4.2 } },
      'location is taken as coords 31.5, -4.2',
    ],
    [
      { distance: 1, location: { name: 'x', lat: 31.5, lon: -4.2 } },
      { name: 'x', at: { latitude: 31.5 } },
      'location is taken as coords 31.5, -4.2',
    ],
    [
      { distance: 1, waypoint: { latitude: 31.5, longitude: -4.2 } },
      { at: { latitude: 31.5 } },
      'waypoint is taken as lat 31.5, lon -4.2',
    ],
    [
      { distance: 1, waypoint: [31.5, -4.2] },
      { at: { latitude: 31.5 } },
      'waypoint is taken as lat 31.5, lon -4.2',
    ],
    [
      { distance: 1, waypoint: { lat: 'N31 30.0', lon: '4,2 W' } },
      { at: { latitude: 31.5, longitude: -4.2 } },
      'waypoint is taken as lat 31.5, lon -4.2',
    ],
  ])('%j', (row, expected, message) => {
    const { note, said } = read(row);
    expect(note).toMatchObject(expected);
    expect(said).toEqual([`format-deviation: note 2: ${message}`]);
  });

  test.each<[unknown, object, string]>([
    ['KM', { units: 'metric' }, 'units are taken as km'],
    ['metric', { units: 'metric' }, 'units are taken as km'],
    ['imperial', { units: 'imperial', limit: 80.467 }, 'units are taken as mi, mph'],
    [{ distance: 'miles', speed: 'mph' }, { units: 'imperial', limit: 80.467 }, 'units are taken as mi, mph'],
    [{ speed: 'km/h' }, { units: 'metric', limit: 50 }, 'units are taken as kmh'],
  ])('units %j', (units, expected, message) => {
    const { book, note, said } = read({ distance: 1, speed_limit: 50 }, { units });
    const limit = Math.round((note?.limitKmh ?? 0) * 1000) / 1000;
    expect({ limit, units: book?.units }).toMatchObject(expected);
    expect(said).toEqual([`format-deviation: ${message}`]);
  });

  it('is said once for each key', () => {
    const entries = Array.from({ length: 40 }, (_, i) => ({ km: `${i},5` }));
    const { book, said } = readText(JSON.stringify({ entries }));
    expect(book?.notes[39]?.distance).toBe(39_500);
    expect(said).toEqual(['format-deviation: note 1: km “0,5” is taken as 0.5 (and 39 more like it)']);
  });

  it('the draft’s own key counts where both are there', () => {
    expect(read({ distance: 1, dist: 5, note: 'a', text: 'b' })).toMatchObject({
      note: { distance: 1000, text: 'a' },
      said: [],
    });
  });
});

describe('tulips', () => {
  test.each([
    ['turnLeft', -90],
    ['TURN_LEFT', -90],
    ['turn-right', 90],
    ['Roundabout.Exit_2', 0],
  ])('%s in another spelling', (tulip, angle) => {
    const { note, said } = read({ distance: 1, tulip });
    expect(note?.tulip?.exit?.angle).toBe(angle);
    expect(said).toEqual([]);
  });

  test.each<[unknown, number | null, string]>([
    ['zigzag', null, 'format-deviation: note 2: tulip symbol “zigzag” is not known: the note shows none'],
    [
      { symbol: 'turn_left', variant: 'hairpin' },
      -90,
      'format-deviation: note 2: tulip variant “hairpin” of “turn_left” is not known: it is left out',
    ],
    [
      { symbol: 'turn_left', mirror: true },
      -90,
      'format-deviation: note 2: tulip symbol “turn_left” is to be mirrored, which is not done: look which way it goes',
    ],
    [
      { href: 'tulips/1.svg' },
      null,
      'format-deviation: note 2: tulip has neither symbol nor svg: the note shows none',
    ],
    [90, null, 'wrong-type: note 2: tulip must be a text or a mapping, not 90'],
    [['turn_left'], null, 'wrong-type: note 2: tulip must be a text or a mapping, not a list'],
  ])('%j never becomes “straight on” in silence', (tulip, angle, message) => {
    const { note, said } = read({ distance: 1, tulip });
    expect(note?.tulip?.exit?.angle ?? null).toBe(angle);
    expect(said).toEqual([message]);
  });
});

it('a date that is none is said', () => {
  const { book, said } = read({ distance: 1 }, { date: '12/10/2026' });
  expect(book?.stage.date).toBeNull();
  expect(said).toEqual(['bad-date: meta date cannot be “12/10/2026”: it is kept, and not read']);
});

test('instructions without stages are known, in YAML and in JSON', () => {
  const json = JSON.stringify({ meta: { title: 'T' }, instructions: [{ distance: 0 }] });
  for (const text of [json, 'meta: { title: T }\ninstructions:\n  - { distance: 0 }\n']) {
    expect(formats.find(({ detect }) => detect?.(sketch(text)))?.name).toBe('orb');
    expect(readText(text).book?.notes).toHaveLength(1);
  }
});

test.each<[object, string]>([
  [{ stages: [{ trunk: 'x' }, { entries: [{ km: 0 }] }] }, 'stages trunk must be a mapping'],
  [{ stages: [{ instructions: { a: 1 } }, { entries: [{ km: 0 }] }] }, 'stages instructions must be a list'],
  [{ stages: ['x', { entries: [{ km: 0 }] }] }, 'stages must be a mapping'],
  [{ entries: { a: { km: 0 } } }, 'entries must be a list'],
])('a stage that is lost is said: %j', (file, message) => {
  expect(readText(JSON.stringify(file)).said).toEqual([
    `wrong-type: ${message}: what stands there is not read`,
  ]);
});
