// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders as the files have them
import { describe, expect, it, test } from 'vitest';
import { readRn2 } from '../../../src/formats/rn2/read.ts';
import { said } from '../../support/gist.ts';

/** A box and one behind it, each 1,112 m from the other; what the first is given, and what is said of the file. */
function read(first: unknown, settings: unknown = {}, route: object = {}) {
  const waypoints = [first, {}].map((box, i) =>
    typeof box === 'object' ? { lat: 31 + i / 100, lon: -4, show: true, ...box } : box,
  );
  return readText(JSON.stringify({ route: { version: 4, waypoints, settings, ...route } }));
}

function readText(text: string) {
  const { roadbook, diagnostics } = readRn2({ file: 'x.rn2', text });
  return { book: roadbook, note: roadbook?.notes[0], said: said(diagnostics) };
}

const icon = (fields: object) => ({ notes: { elements: [{ type: 'Icon', x: 100, y: 50, ...fields }] } });
const tags = (gpx_tags: unknown, options?: object) => icon({ gpx_tags, options });
const words = (fields: object) => ({ notes: { elements: [{ x: 1, y: 1, ...fields }] } });

describe('understood, and nothing to say', () => {
  test.each<[string, unknown, object]>([
    ['yes for true', { show: 'Yes' }, { distance: 0 }],
    ['a position as text', { lat: '31.0', lon: '-4.0' }, { at: { latitude: 31, longitude: -4 } }],
    ['a decimal comma in a position', { lat: '31,0' }, { at: { latitude: 31 } }],
    ['hemispheres', { lat: 'N31 00.000', lon: '4°W' }, { at: { latitude: 31, longitude: -4 } }],
    ['a unit behind a limit', tags('<speed>50 km/h</speed>'), { limitKmh: 50 }],
    ['a decimal comma in a limit', tags('<speed>50,0</speed>'), { limitKmh: 50 }],
    ['a limit from the options', tags('<speed>${speed}</speed>', { speed: 50 }), { limitKmh: 50 }],
    ['a limit of 0 is none', icon({ gpx_tags: '<speed>0</speed>', name: 'Limit' }), { limitKmh: null }],
    ['a danger of 0 is none', icon({ gpx_tags: '<danger>0</danger>', name: 'Gefahr' }), { danger: null }],
    ['a danger in marks', tags('<danger>!!</danger>'), { danger: 2 }],
    ['tags in capitals', tags('<OpenRally:SPEED>50</OpenRally:SPEED>'), { limitKmh: 50 }],
    [
      'minutes',
      tags("<dt time='${time}'/>", { time: '10 min' }),
      { waypoints: [{ type: 'DT', seconds: 600 }] },
    ],
    ['a clock', tags("<dt time='0:10:00'/>"), { waypoints: [{ seconds: 600 }] }],
    ['a stop with a unit', tags('<stop>3 s</stop>'), { stopSeconds: 3 }],
    ['an id in braces', icon({ id: '{fab72ac2-f809-4ddc-9a7a-c9a24768bb4e}' }), { danger: 3 }],
    ['words as notes', { notes: 'Left at the well' }, { text: 'Left at the well' }],
    ['words in notes', { notes: { text: 'Left at the well' } }, { text: 'Left at the well' }],
    ['words as description', { description: 'Left at the well' }, { text: 'Left at the well' }],
    [
      'a list of elements as notes',
      { notes: [{ type: 'Text', text: 'Left', x: 1, y: 1 }] },
      { text: 'Left' },
    ],
    [
      'a list written as a mapping',
      { notes: { elements: { 0: { type: 'Text', text: 'Left' } } } },
      { text: 'Left' },
    ],
    [
      'JSON in a text',
      { notes: JSON.stringify({ elements: [{ type: 'Text', text: 'Left' }] }) },
      { text: 'Left' },
    ],
    ['types in other letters', words({ type: 'text', text: 'Left' }), { text: 'Left' }],
    ['types of drawing libraries', words({ type: 'i-text', text: 'Left' }), { text: 'Left' }],
    ['no type', words({ text: 'Left' }), { text: 'Left' }],
    ['a type of its own', words({ type: 'Label', text: 'Left' }), { text: 'Left' }],
    ['the type of the control alone', { waypointIcon: 'wpm' }, { waypoints: [{ type: 'WPM' }] }],
    [
      'radii with units',
      { waypointIcon: { type: 'WPM', options: { open: '800 m', clear: '90m' } } },
      { waypoints: [{ open: 800, clear: 90 }] },
    ],
    ['figures in a CAP box', words({ type: 'Text', cap_type: 'cap', text: '092' }), { cap: 92 }],
    [
      'both forms of a box at once',
      { notes: { elements: [{ type: 'Text', text: 'Left' }], icons: [{ gpx_tags: '<danger>1</danger>' }] } },
      { danger: 1, text: 'Left' },
    ],
    [
      'an element in both forms counts once',
      {
        notes: { elements: [{ type: 'Text', text: 'Left', eId: 'a' }], texts: [{ text: 'Left', eId: 'a' }] },
      },
      { text: 'Left' },
    ],
  ])('%s', (_, first, expected) => {
    const { note, said } = read(first);
    expect(note).toMatchObject(expected);
    expect(said).toEqual([]);
  });

  test.each(['imperial', 'Imperial', 'statute', 'miles'])('units %s', (units) => {
    for (const { note, book, said } of [
      read(tags('<speed>30</speed>'), { units }),
      read(tags('<speed>30</speed>'), {}, { units }),
    ]) {
      expect(book?.units).toBe('imperial');
      expect(note?.limitKmh).toBeCloseTo(48.28, 2);
      expect(said).toEqual([]);
    }
  });

  it('a list of waypoints written as a mapping, and a route as JSON in a text', () => {
    const waypoints = { 0: { lat: 31, lon: -4, show: true }, 1: { lat: 31.01, lon: -4, show: true } };
    for (const route of [{ waypoints }, JSON.stringify({ waypoints })]) {
      expect(readText(JSON.stringify({ route })).book?.notes.map(({ distance }) => distance)).toEqual([
        0, 1112,
      ]);
    }
  });
});

describe('said, and nothing made up', () => {
  const left = (what: string) => [`wrong-type: waypoint 1 of the route: ${what}`];

  test.each<[unknown, object, string[]]>([
    [
      tags('<speed>fifty</speed>'),
      { limitKmh: null, symbols: ['unknown'] },
      ['wrong-type: note 1: speed limit must be a number, not “fifty”'],
    ],
    [
      tags('<speed>-50</speed>'),
      { limitKmh: null },
      ['value-out-of-range: note 1: speed limit must be at least 0, not “-50”'],
    ],
    [
      { waypointIcon: { type: 'wpm', options: { open: -800, clear: 'far' } } },
      { waypoints: [{ type: 'WPM', open: null, clear: null }] },
      [
        'value-out-of-range: note 1: WPM open radius must be at least 0, not “-800”',
        'wrong-type: note 1: WPM clear radius must be a number, not “far”',
      ],
    ],
    [tags('<reset>here</reset>'), { reset: 0 }, ['wrong-type: note 1: reset must be a number, not “here”']],
    [
      tags('<stop>long</stop>'),
      { stopSeconds: 0 },
      ['wrong-type: note 1: stop must be a number, not “long”'],
    ],
    [tags(['<speed>50</speed>']), { limitKmh: null }, left('gpx_tags cannot be a list')],
    [words({ type: 'Text', text: ['Left'] }), { text: null }, left('text cannot be a list')],
    [{ notes: 7 }, { text: null }, left('notes cannot be 7')],
    [{ waypointIcon: [{ type: 'wpm' }] }, { waypoints: [] }, left('waypointIcon cannot be a list')],
    [
      { tulip: { elements: [{ type: 'Road', end: [50, 0] }] } },
      { tulip: { roads: [] } },
      left('end cannot be a list'),
    ],
    [{ notes: { elements: ['Left'] } }, { text: null }, left('elements cannot be “Left”')],
    [
      { tulip: { elements: [{ type: 'Road', end: { x: 9, y: 9 }, handles: [{ x: 'far', y: 1 }] }] } },
      {},
      left('x cannot be “far”'),
    ],
    [{ tulip: { track: 'straight' } }, {}, left('track cannot be “straight”')],
    [
      { waypointIcon: { type: 'wpm', options: { open: [800] } } },
      { waypoints: [{ type: 'WPM', open: null }] },
      left('open cannot be a list'),
    ],
    [{ showHeading: 'perhaps' }, { cap: null }, left('showHeading cannot be “perhaps”')],
    [
      { lat: 0, lon: 0 },
      { at: null, distance: null },
      [
        'bad-coordinate: waypoint 1 of the route lies at 0, 0, far from the others: its position is taken as unknown',
      ],
    ],
    [
      icon({ name: 'Reset to Distance to Zero' }),
      { reset: null, symbols: ['reset-distance'] },
      ['format-deviation: note 1: the icon “Reset to Distance to Zero” is known by its name alone'],
    ],
    [
      icon({ id: 'ffffffff' }),
      { symbols: ['unknown'] },
      ['format-deviation: note 1: an icon is not known and has no name'],
    ],
  ])('%j', (first, expected, messages) => {
    const { note, said } = read(first);
    expect(note).toMatchObject(expected);
    expect(said.filter((one) => !one.includes('has no name') || messages.includes(one))).toEqual(messages);
  });

  it('positions under other keys are read', () => {
    const waypoints = [31, 31.01].map((latitude) => ({ latitude, longitude: -4, show: true }));
    const { book, said } = readText(JSON.stringify({ route: { waypoints } }));
    expect(book?.notes.map(({ distance }) => distance)).toEqual([0, 1112]);
    expect(said).toEqual([
      'format-deviation: waypoint 1 of the route has its position under latitude and longitude, not lat and lon',
    ]);
  });

  it('units that are none are taken as metric', () => {
    expect(read({}, { units: 'leagues' }).said).toEqual([
      'unknown-value: units must be metric or imperial, not “leagues”: taken as metric',
    ]);
  });

  it('a route whose waypoints are all hidden says what makes one a box', () => {
    const { book, said } = readText(JSON.stringify({ route: { waypoints: [{ lat: 31, lon: -4 }] } }));
    expect(book?.notes).toEqual([]);
    expect(said).toEqual([
      'format-deviation: none of the 1 waypoints of the route is shown as a box, so there is no note',
    ]);
  });

  it('one finding stands for all of a kind', () => {
    const waypoints = Array.from({ length: 40 }, (_, i) => ({
      lat: 31 + i / 100,
      lon: -4,
      show: true,
      ele: 'high',
      notes: 5,
    }));
    expect(readText(JSON.stringify({ route: { waypoints } })).said).toEqual([
      'wrong-type: waypoint 1 of the route: ele cannot be “high” (and 39 more like it)',
      'wrong-type: waypoint 1 of the route: notes cannot be 5 (and 39 more like it)',
    ]);
  });
});
