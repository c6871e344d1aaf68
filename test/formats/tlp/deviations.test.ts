import { describe, expect, it, test } from 'vitest';
import { readTlp } from '../../../src/formats/tlp/read.ts';
import { said } from '../../support/gist.ts';

const row = (i: number, fields: object = {}) => ({
  ...{ lat: 31 + i / 100, long: -4, instruction: true, kmFromStart: (i * 1113) / 1000, showHeading: false },
  ...fields,
});

function readText(text: string) {
  const { roadbook, diagnostics } = readTlp({ file: 'x.tlp', text });
  return { book: roadbook, note: roadbook?.notes[1], said: said(diagnostics) };
}

/** Three notes 1,113 m apart; what the second is given, and what is said of the file. */
const read = (second: object, head: object = {}) =>
  readText(
    JSON.stringify({ name: 'T', schemaVersion: 2, instructions: [row(0), row(1, second), row(2)], ...head }),
  );

const glyph = (fields: object) => ({ left: 50, top: 50, ...fields });
const described = (...glyphs: unknown[]) => ({ noteJson: { glyphs } });
const named = (file: string) => described(glyph({ type: 'image', src: `./glyphs/${file}` }));
const path = (way: unknown) => ({ tulipJson: { exit: { paths: [{ path: way }] } } });

describe('understood, and nothing to say', () => {
  test.each<[string, object, object]>([
    ['yes for true', { instruction: 'yes' }, { distance: 1113 }],
    ['hemispheres', { lat: '31.01N', long: 'W4' }, { at: { latitude: 31.01, longitude: -4 } }],
    ['the first keys', { long: undefined, lng: -4 }, { at: { longitude: -4 } }],
    [
      'a type in capitals',
      { notification: { type: 'WPM', openRadius: '800' } },
      { waypoints: [{ type: 'WPM', open: 800 }] },
    ],
    ['a type alone', { notification: 'wpm' }, { waypoints: [{ type: 'WPM' }] }],
    [
      'a type that is a number',
      { notification: { type: 3, openrallytype: 'wpm' } },
      { waypoints: [{ type: 'WPM' }] },
    ],
    ['no notification', { notification: false }, { waypoints: [] }],
    ['a glyph in capitals', named('SPEED-50.SVG'), { limitKmh: 50 }],
    ['a glyph with an underline', named('speed_50.svg'), { limitKmh: 50 }],
    ['a glyph without a dash', named('danger2.svg'), { danger: 2 }],
    ['a glyph escaped', named('my%20glyphs/danger%2D2.svg'), { danger: 2 }],
    ['a copy of a glyph', named('danger-2 (1).svg'), { danger: 2 }],
    ['a picture of another kind', named('danger-2.webp'), { danger: 2 }],
    ['a control in capitals', named('Control-CheckPoint.svg'), { waypoints: [{ type: 'CP' }] }],
    ['a glyph of another type', described(glyph({ type: 'Group', src: 'danger-2.svg' })), { danger: 2 }],
    ['a glyph without a type', described(glyph({ src: 'danger-2.svg' })), { danger: 2 }],
    ['a glyph by its file alone', described('./glyphs/danger-2.svg'), { danger: 2 }],
    ['a list as a box', { noteJson: [glyph({ src: 'danger-2.svg' })] }, { danger: 2 }],
    ['fabric’s own key', { noteJson: { objects: [glyph({ src: 'danger-2.svg' })] } }, { danger: 2 }],
    ['a box as JSON in a text', { noteJson: JSON.stringify(named('danger-2.svg').noteJson) }, { danger: 2 }],
    ['words as notes', { notes: 'Left at the well' }, { text: 'Left at the well' }],
    [
      'numbers of a path as texts',
      path([
        ['M', '90', '90'],
        ['L', '170', '90'],
      ]),
      { tulip: { exit: { angle: 90 } } },
    ],
    ['a path as SVG has it', path('M 90 90 L 170,90'), { tulip: { exit: { angle: 90 } } }],
    [
      'a tulip as JSON in a text',
      {
        tulipJson: JSON.stringify(
          path([
            ['M', 90, 90],
            ['L', 10, 90],
          ]).tulipJson,
        ),
      },
      { tulip: { exit: { angle: -90 } } },
    ],
  ])('%s', (_, second, expected) => {
    const { note, said } = read(second);
    expect(note).toMatchObject(expected);
    expect(said).toEqual([]);
  });

  it('a list of rows written as a mapping, and the older list beside an empty new one', () => {
    const waypoints = [row(0, { waypoint: true }), row(1, { waypoint: true })];
    for (const file of [{ instructions: { 0: row(0), 1: row(1) } }, { instructions: [], waypoints }]) {
      expect(readText(JSON.stringify(file)).book?.notes).toHaveLength(2);
    }
  });

  it('distances that count from the reset already', () => {
    const reset = named('reset-distance.svg');
    const rows = [row(0), row(1, reset), row(2, { kmFromStart: 0.9 }), row(3, { kmFromStart: 2 })];
    const { book } = readText(JSON.stringify({ instructions: rows }));
    expect(book?.notes.map(({ distance }) => distance)).toEqual([0, 1113, 900, 2000]);
  });
});

describe('taken for what is meant, and said', () => {
  test.each<[object, object, string]>([
    [{ kmFromStart: '1,11' }, { distance: 1110 }, 'kmFromStart is written “1,11”, and taken as 1.11'],
    [{ kmFromStart: '1.11 km' }, { distance: 1110 }, 'kmFromStart is written “1.11 km”, and taken as 1.11'],
    [{ heading: '092°', showHeading: true }, { cap: 92 }, 'heading is written “092°”, and taken as 92'],
    [
      { notification: { type: 'wpm', openRadius: '800m' } },
      { waypoints: [{ open: 800 }] },
      'openRadius is written “800m”, and taken as 800',
    ],
    [
      { notification: { type: 'dn', time: '10 min' } },
      { waypoints: [{ seconds: 600 }] },
      'time is written “10 min”, and taken as 600',
    ],
    [
      { stopTimeSec: '3 s', ...named('stop-round.svg') },
      { stopSeconds: 3 },
      'stopTimeSec is written “3 s”, and taken as 3',
    ],
    [{ lon: -4, long: undefined }, { at: { longitude: -4 } }, ''],
  ])('%j', (second, expected, message) => {
    const { note, said } = read(second);
    expect(note).toMatchObject(expected);
    expect(said).toEqual([
      message === ''
        ? 'format-deviation: row 2 of the route has its position under lat and lon, not lat and long'
        : `format-deviation: row 2 of the route: ${message}`,
    ]);
  });

  it('a stated length with its unit', () => {
    const { book, said } = read({}, { totalDistance: '35,95' });
    expect(book?.total).toBe(35_950);
    expect(said).toEqual([
      'format-deviation: the roadbook: totalDistance is written “35,95”, and taken as 35.95',
    ]);
  });

  it('partials where there is neither total nor place', () => {
    const rows = [0, 1.5, 1.5].map((kmFromPrev) => ({ instruction: true, kmFromPrev, long: null }));
    const { book, said } = readText(JSON.stringify({ instructions: rows }));
    expect(book?.notes.map(({ distance }) => distance)).toEqual([0, 1500, 3000]);
    expect(said.at(-1)).toBe(
      'distance-derived: 3 of 3 notes state no total distance: their partial distances are added up',
    );
  });
});

describe('said, and nothing made up', () => {
  const unknownExit =
    'format-deviation: note 2: the way out of the tulip cannot be made out: it is drawn as the route turns';

  test.each<[object, object, string]>([
    [
      { notification: [{ type: 'wpm' }] },
      { waypoints: [] },
      'wrong-type: row 2 of the route: notification cannot be a list',
    ],
    [
      { notification: true },
      { waypoints: [] },
      'wrong-type: row 2 of the route: notification cannot be true',
    ],
    [
      { notification: { openRadius: 800 } },
      { waypoints: [] },
      'unknown-value: note 2: the notification has no type',
    ],
    [
      { notification: { type: 'wpm', openRadius: -800 } },
      { waypoints: [{ open: null }] },
      'value-out-of-range: note 2: openRadius must be at least 0, not -800',
    ],
    [
      described(glyph({ type: 'textbox', text: ['a'] })),
      { text: null },
      'wrong-type: row 2 of the route: text cannot be a list',
    ],
    [
      path([
        ['M', 90, 90],
        ['l', 80, 0],
      ]),
      {},
      unknownExit,
    ],
    [path([['M', 90, 90]]), {}, unknownExit],
    [
      path([
        { x: 90, y: 90 },
        { x: 170, y: 90 },
      ]),
      {},
      unknownExit,
    ],
    [
      path([
        ['M', 90, 90],
        ['L', 90, 50],
        ['X', 1],
        ['L', 170, 50],
      ]),
      {},
      unknownExit,
    ],
    [
      { tulipJson: { tracks: [{ paths: [{ path: [['M', 90, 90], 'L'] }] }] } },
      { tulip: { roads: [] } },
      'format-deviation: note 2: a side road of the tulip cannot be made out: it is left out, or drawn as far as it can be',
    ],
    [
      { lat: 0, long: 0 },
      { at: null, distance: 1113 },
      'bad-coordinate: row 2 of the route lies at 0, 0, far from the others: its position is taken as unknown',
    ],
  ])('%j', (second, expected, message) => {
    const { note, said } = read(second);
    expect(note).toMatchObject(expected);
    expect(said).toEqual([message]);
  });

  it('a route without an instruction says what makes a row one', () => {
    const { said } = readText(JSON.stringify({ instructions: [row(0, { instruction: null })] }));
    expect(said).toEqual([
      'format-deviation: none of the 1 rows of the route is an instruction, so there is no note',
    ]);
  });
});
