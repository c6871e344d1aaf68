// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders as the files have them
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readRoadbook } from '../../../src/formats/read.ts';
import { readRn2 } from '../../../src/formats/rn2/read.ts';
import type { Roadbook } from '../../../src/model/roadbook.ts';
import { shared } from '../../shared.ts';
import { gist, said } from '../../support/gist.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/rn2');
const golden = join(import.meta.dirname, '../../golden/formats');

function read(text: string): { book: Roadbook; said: string[] } {
  const { roadbook, diagnostics } = readRn2({ file: 'x.rn2', text });
  if (!roadbook) throw new Error(said(diagnostics).join('\n'));
  return { book: roadbook, said: said(diagnostics) };
}

const fixture = (name: string) => read(readFileSync(join(fixtures, name), 'utf8').replace(/^\ufeff/, ''));

/** A route north along a meridian, a box every hundredth of a degree, 1,112 m. */
function north(boxes: readonly object[], settings: object = {}, route: object = {}): string {
  const waypoints = boxes.map((box, i) => ({ lat: 31 + i / 100, lon: -4, show: true, ...box }));
  return JSON.stringify({ route: { version: 4, waypoints, settings, ...route } });
}

const icon = (fields: object) => ({ type: 'Icon', x: 100, y: 50, ...fields });
const notes = (...elements: object[]) => ({ notes: { elements } });
const firstOf = (box: object, settings: object = {}) => {
  const [note] = read(north([box, {}], settings)).book.notes;
  if (!note) throw new Error('no note');
  return note;
};

describe('a file with everything', () => {
  const { book, said } = fixture('erg.rn2');

  it('reads as the golden file has it', async () => {
    await expect(gist(book)).toMatchFileSnapshot(join(golden, 'erg.rn2.txt'));
    expect(said).toEqual([]);
  });

  it('shows the old distance at the reset and counts from it behind', () => {
    const axis = book.notes.map(({ distance, reset }) => [distance, reset]).slice(2, 6);
    expect(axis).toEqual([
      [3016, null],
      [4128, 0],
      [952, null],
      [1904, null],
    ]);
    expect(book.total).toBe(9999);
  });

  it('keeps the whole track', () => {
    expect(book.track?.map((segment) => segment.length)).toEqual([12]);
    expect(book.track?.[0]?.[0]).toEqual({ latitude: 31.1, longitude: -4, elevation: 812 });
  });
});

describe('other files', () => {
  it('version 3 has a list for each kind of element', async () => {
    await expect(gist(fixture('version-3.rn2').book)).toMatchFileSnapshot(join(golden, 'version-3.rn2.txt'));
  });

  it('every vertex can be a box, with nothing but its place', () => {
    const { book, said } = fixture('all-shown.rn2');
    expect(book.notes.map(({ distance }) => distance)).toEqual([0, 111, 222, 334]);
    expect(book.notes.every(({ at }) => at?.elevation === null)).toBe(true);
    expect(said).toEqual([]);
  });

  it('no waypoint, one waypoint: a name from the ends of the route', () => {
    expect(fixture('no-waypoints.rn2').book).toMatchObject({ notes: [], track: null, total: null });
    const { book } = fixture('one-waypoint.rn2');
    expect(book.stage.name).toBe('Départ – Arrivée');
    expect(book.notes).toMatchObject([{ distance: 0, tulip: { exit: { angle: 0 } } }]);
  });

  it.each([
    ['named.gpx', 'stage.gpx'],
    ['bare.rn2', 'route.json'],
    ['erg.rn2', '-'],
    ['odd.rn2', 'x.tlp'],
  ])('%s is known by its content, whatever it is called (%s)', async (name, called) => {
    const { format, roadbook, diagnostics } = await readRoadbook(readFileSync(join(fixtures, name)), called);
    expect(format).toBe('rn2');
    expect(roadbook?.notes.length).toBeGreaterThan(1);
    if (!name.startsWith('odd')) expect(diagnostics).toEqual([]);
  });

  it('imperial: speeds in mph, radii in yards, a reset in miles', () => {
    const [, second, third] = fixture('imperial.rn2').book.notes;
    expect(second).toMatchObject({
      waypoints: [{ type: 'WPS', open: 914, clear: 91 }],
      reset: 2414,
      distance: 2224,
    });
    expect(second?.limitKmh).toBeCloseTo(48.28, 2);
    expect(third?.limitKmh).toBeCloseTo(80.47, 2);
    expect(third?.distance).toBe(2414 + 1112);
  });

  it('a file with one thing wrong in each place keeps every note', async () => {
    const { book, said } = fixture('odd.rn2');
    await expect([...said, gist(book)].join('\n')).toMatchFileSnapshot(join(golden, 'odd.rn2.txt'));
  });
});

describe('distances', () => {
  const place = fc.record({
    lat: fc.double({ min: 30.9, max: 31.1, noNaN: true }),
    lon: fc.double({ min: -4.1, max: -3.9, noNaN: true }),
    show: fc.boolean(),
    resets: fc.nat({ max: 5 }).map((n) => n === 0),
  });
  type Place = { lat: number; lon: number };

  /** The spherical law of cosines: another formula than the reader's. */
  const leg = (a: Place, b: Place) => {
    const [y, z, x] = [a.lat, b.lat, b.lon - a.lon].map((degrees) => (degrees * Math.PI) / 180);
    if (y === undefined || z === undefined || x === undefined) throw new Error();
    const cosine = Math.sin(y) * Math.sin(z) + Math.cos(y) * Math.cos(z) * Math.cos(x);
    return 6_371_000 * Math.acos(Math.min(1, cosine));
  };

  it('run over every vertex, from the last reset', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), (places) => {
        const expected: number[] = [];
        let [gone, reset] = [0, 0];
        for (const [i, here] of places.entries()) {
          const before = places[i - 1];
          if (before) gone += leg(before, here);
          if (here.show) expected.push(gone - reset);
          if (here.show && here.resets) reset = gone;
        }
        const waypoints = places.map(({ resets, ...rest }) => ({
          ...rest,
          ...(resets && notes(icon({ gpx_tags: '<reset/>' }))),
        }));
        const { book, said } = read(JSON.stringify({ route: { waypoints } }));
        expect(said.filter((one) => !one.includes('is shown as a box'))).toEqual([]);
        expect(book.notes).toHaveLength(expected.length);
        for (const [i, { distance }] of book.notes.entries()) {
          expect(Math.abs((distance ?? -99) - (expected[i] ?? 0))).toBeLessThan(1);
        }
      }),
      { seed: 6 },
    );
  });
});

describe('what an icon means', () => {
  test.each([
    [
      'its tags come first',
      { gpx_tags: '<danger>1</danger>', id: 'a6c80c12-49b1-4e68-a21f-a6d48ef0a0ed' },
      { danger: 1 },
    ],
    ['any prefix', { gpx_tags: '<or:danger>3</or:danger>' }, { danger: 3 }],
    ['then its id', { name: 'Gefahr', id: 'fab72ac2-f809-4ddc-9a7a-c9a24768bb4e' }, { danger: 3 }],
    ['in capitals too', { id: 'FAB72AC2-F809-4DDC-9A7A-C9A24768BB4E' }, { danger: 3 }],
    ['then its legacy id', { name: 'Peligro 2', id: 'new', legacy_id: 76 }, { danger: 2 }],
    [
      'not an ambiguous legacy id',
      { name: 'Under Bridge', legacy_id: 77 },
      { danger: null, symbols: ['under-bridge'] },
    ],
    ['never its name', { name: 'Danger niveau 3' }, { danger: null, symbols: ['danger-3'] }],
    ['a name it does not know is shown', { name: 'Chameau', id: 'x' }, { symbols: ['Chameau'] }],
    ['two things at once', { gpx_tags: '<fuel/><medical/>' }, { services: ['fuel', 'medical'] }],
    ['a limit', { gpx_tags: '<openrally:speed>60</openrally:speed>' }, { limitKmh: 60 }],
    ['a limit by id', { id: 'e96d634c-3c64-4192-a82a-ea0dcb92549a' }, { limitKmh: 150 }],
    [
      'the end of a limit is a symbol',
      { id: '999b9615-f333-4b2f-a1d7-938554077116' },
      { limitKmh: null, symbols: ['speed-30-end'] },
    ],
    [
      'a stop, for as long as its options say',
      { gpx_tags: '<stop>3</stop>', options: { time: '20' } },
      { stopSeconds: 20 },
    ],
    ['a stop without a time', { gpx_tags: '<stop/>' }, { stopSeconds: 0 }],
    ['a reset to a distance', { gpx_tags: '<reset>1.5</reset>' }, { reset: 1500 }],
    [
      'a control with its radii',
      { gpx_tags: "<wpe open='${open}' clear='${clear}'/>", options: { open: 900 } },
      { waypoints: [{ type: 'WPE', open: 900, clear: null }] },
    ],
    ['a transfer', { gpx_tags: '<dt time="600"/>' }, { waypoints: [{ type: 'DT', seconds: 600 }] }],
    [
      'a neutralisation with a limit',
      { gpx_tags: '<dnz time="600"/>' },
      { waypoints: [{ type: 'DN', seconds: 600 }, { type: 'DZ' }] },
    ],
    [
      'a time control, in minutes',
      { gpx_tags: '<timecontrol allowed="90"/>' },
      { waypoints: [{ type: 'TC', seconds: 5400 }] },
    ],
  ])('%s', (_, fields, expected) => {
    expect(firstOf(notes(icon(fields)))).toMatchObject(expected);
  });

  it('the gravest danger and the lowest limit count', () => {
    const marks = ['<danger>1</danger>', '<danger>3</danger>', '<speed>90</speed>', '<speed>50</speed>'];
    expect(firstOf(notes(...marks.map((gpx_tags) => icon({ gpx_tags }))))).toMatchObject({
      danger: 3,
      limitKmh: 50,
    });
  });

  it('an icon in the tulip means the same', () => {
    expect(firstOf({ tulip: { elements: [icon({ gpx_tags: '<danger>2</danger>' })] } })).toMatchObject({
      danger: 2,
      tulip: { symbols: [{ symbol: 'danger-2' }] },
    });
  });

  test.each([
    [{ type: 'sn', options: { time: 900 } }, [{ type: 'DN', seconds: 900 }]],
    [{ type: 'cp' }, [{ type: 'CP' }]],
    [{ type: 'wpm', gpx_tags: '<wps/>' }, [{ type: 'WPS' }]],
    [{ type: 'wpm', id: '69c431e6-c020-442f-94d2-42aaa9f9d55f' }, [{ type: 'WPM' }]],
    [
      { id: '5f8c8069-9c50-4ae1-913f-11d2adb8a12b', options: { open: 700, clear: '80' } },
      [{ type: 'WPE', open: 700, clear: 80 }],
    ],
    [{ legacy_id: 37 }, [{ type: 'CP' }]],
    [{}, []],
    [null, []],
  ])('the waypoint icon %j', (waypointIcon, expected) => {
    expect(firstOf({ waypointIcon })).toMatchObject({ waypoints: expected });
  });
});

it('a waypoint icon that is not known is said and kept', () => {
  const waypointIcon = { type: 'constructor', name: 'Zone du chameau' };
  const { book, said } = read(north([{ waypointIcon }]));
  expect(said).toEqual(['unknown-value: note 1: the waypoint icon “Zone du chameau” is not known']);
  expect(book.notes[0]?.kept).toEqual([{ format: 'rn2', content: JSON.stringify(waypointIcon) }]);
});

describe('headings', () => {
  const cap = (cap_type: string, src: string) => ({ type: 'Text', cap_type, src, x: 1, y: 1 });
  const shownIn = (tulip: object[]) => ({ tulip: { elements: tulip } });

  test.each([
    ['the settings decide', {}, { showHeadings: true }, 0],
    ['the box can leave it to them', { showHeading: null }, { showHeadings: true }, 0],
    ['the box can hide it', { showHeading: false }, { showHeadings: true }, null],
    ['the box can show it', { showHeading: true }, {}, 0],
    ['a CAP box shows it', shownIn([cap('cap', '${cap}')]), {}, 0],
    ['nobody asks for it', {}, {}, null],
  ])('%s', (_, box, settings, expected) => {
    expect(firstOf(box, settings).cap).toBe(expected);
  });

  it('leave for the next vertex of the track, the average one for the next box', () => {
    const route = [
      {
        lat: 31,
        lon: -4,
        show: true,
        showHeading: true,
        ...shownIn([cap('cap_avg', '${cap}\nA'), cap('cap', '${cap}')]),
      },
      { lat: 31, lon: -3.99 },
      { lat: 31.01, lon: -3.99, show: true, showHeading: true },
    ];
    const { notes } = read(JSON.stringify({ route: { waypoints: route } })).book;
    expect(notes[0]).toMatchObject({
      cap: 90,
      averageCap: 41,
      tulip: { labels: [{ text: '041 A' }, { text: '090' }] },
    });
    expect(notes[1]).toMatchObject({ cap: null, averageCap: null });
  });

  it('coordinates are shown where the box itself says so', () => {
    expect(firstOf({}, { showCoordinates: true }).showAt).toBe(false);
    expect(firstOf({ showCoordinates: true }).showAt).toBe(true);
  });
});

describe('the description', () => {
  it('reads line by line, words and icons that are words alike', () => {
    const note = firstOf(
      notes(
        { type: 'Text', text: 'dans oued', x: 120, y: 40 },
        icon({ id: '903f4889-d13f-4c92-86a5-54351e7e33e8', x: 30, y: 45 }),
        { type: 'Text', text: 'vers\nle puits', x: 90, y: 90 },
        icon({ name: 'Dunes', x: 20, y: 95 }),
      ),
    );
    expect(note.text).toBe('PP dans oued\nvers\nle puits');
    expect(note.symbols).toEqual(['dunes']);
  });

  it('an image that fills the box is its picture, and of the tulip where nothing else is drawn', () => {
    const image = icon({ src: 'data:image/png;base64,AAAA', w: 200 });
    expect(firstOf({ ...notes(image), tulip: { elements: [{ type: 'Track' }, image] } })).toMatchObject({
      pictures: { tulip: 'data:image/png;base64,AAAA', text: 'data:image/png;base64,AAAA' },
      tulip: null,
      symbols: [],
    });
  });
});

describe('what cannot be read', () => {
  test.each([
    ['{}', 'not-a-roadbook: this JSON has no route with waypoints, which is what an RN2 file is'],
    ['[1]', 'not-a-roadbook: this JSON has no route with waypoints, which is what an RN2 file is'],
    ['{"route": ', 'syntax: this is not JSON: a value is missing'],
    [
      `{"route": ${'['.repeat(200)}${']'.repeat(200)}}`,
      'too-deep: more than 100 lists and mappings are inside each other',
    ],
  ])('%s', (text, message) => {
    const { roadbook, diagnostics } = readRn2({ file: 'x', text });
    expect(roadbook).toBeNull();
    expect(said(diagnostics)).toEqual([message]);
  });

  it('a file that breaks off gives the notes before, and says where', () => {
    const text = north([notes({ type: 'Text', text: 'one', x: 1, y: 1 }), {}, {}]);
    const cut = text.slice(0, text.lastIndexOf('"lat"'));
    const { roadbook, diagnostics } = readRn2({ file: 'x', text: cut });
    expect(roadbook?.notes.map(({ text: words }) => words)).toEqual(['one', null]);
    expect(said(diagnostics)[0]).toBe('syntax: this is not JSON: the closing } is missing');
    expect(diagnostics[0]?.span?.start).toBeGreaterThan(cut.length - 3);
  });

  it('values out of range are named at their places, and the note stays', () => {
    const text = north([
      { showCoordinates: true, ...notes(icon({ gpx_tags: '<speed>900</speed>' })) },
      { lat: 95 },
    ]);
    const { roadbook, diagnostics, locate } = readRn2({ file: 'x', text });
    expect(said(diagnostics)).toEqual([
      'bad-coordinate: waypoint 2 of the route has no position: lat or lon is missing or not on the globe',
      'value-out-of-range: note 1: speed limit must be at most 300, not 900',
    ]);
    const [place, limit] = diagnostics.map(({ span }) => span && text.slice(span.start, span.end));
    expect(JSON.parse(place ?? '')).toMatchObject({ lat: 95 });
    expect(JSON.parse(limit ?? '')).toMatchObject({ gpx_tags: '<speed>900</speed>' });
    expect(roadbook?.notes).toMatchObject([{ limitKmh: null }, { at: null, distance: null }]);
    const at = locate(['notes', 0, 'at', 'longitude']);
    expect(at && text.slice(at.start, at.end)).toBe('-4');
  });
});

const real = shared('corpus/rn2/route_example.rn2');

describe.skipIf(real === null)('the real file', () => {
  const { book, said } = read(real === null ? '{"route":{"waypoints":[]}}' : readFileSync(real, 'utf8'));
  const [first, bridge, river, end] = book.notes;

  it('has 4 boxes, 285 m and a reset', () => {
    expect(said).toEqual([]);
    expect(book.notes.map(({ distance, partial }) => [distance, partial])).toEqual([
      [0, 0],
      [114, 114],
      [129, 15],
      [156, 156],
    ]);
    expect(book.total).toBe(285);
    expect(river).toMatchObject({ reset: 0, danger: 1, services: ['fuel'] });
    expect(book.track?.[0]).toHaveLength(12);
  });

  it('has tulips as they were drawn', () => {
    expect(first?.tulip).toMatchObject({ exit: { angle: 0, line: 'track' }, roads: [], roundabout: false });
    expect(bridge?.tulip).toMatchObject({ roundabout: true, symbols: [{ symbol: 'under-bridge' }] });
    expect(bridge?.tulip?.exit?.angle).toBeCloseTo(90.7, 1);
    expect(bridge?.tulip?.roads.map(({ angle }) => angle)).toEqual([-58.7]);
    expect(bridge?.tulip?.roads[0]?.path?.length).toBeLessThanOrEqual(16);
    expect(river?.tulip?.roundabout).toBe(true);
    expect(river?.tulip?.symbols.map(({ symbol }) => symbol)).toEqual([
      'river',
      'fuel-zone',
      'house',
      'traffic-light',
    ]);
    expect(end?.tulip?.roads.map(({ angle, line }) => [angle, line])).toEqual([
      [-90, 'dual-carriageway'],
      [90, 'small-track'],
      [45, 'off-piste'],
      [-45, 'low-visibility'],
    ]);
    expect(end).toMatchObject({ text: 'FIN', tulip: { exit: { line: 'road' }, labels: [{ text: '!!!' }] } });
  });
});
