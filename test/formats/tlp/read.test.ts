import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readRoadbook } from '../../../src/formats/read.ts';
import { readTlp } from '../../../src/formats/tlp/read.ts';
import type { Note, Roadbook } from '../../../src/model/roadbook.ts';
import { gist, said } from '../../support/gist.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/tlp');
const golden = join(import.meta.dirname, '../../golden/formats');

function read(text: string): { book: Roadbook; said: string[] } {
  const { roadbook, diagnostics } = readTlp({ file: 'x.tlp', text });
  if (!roadbook) throw new Error(said(diagnostics).join('\n'));
  return { book: roadbook, said: said(diagnostics) };
}

const fixture = (name: string) => read(readFileSync(join(fixtures, name), 'utf8'));

/** Notes a hundredth of a degree apart, 1.113 km each, as the file states them. */
function notesOf(rows: readonly object[]): Note[] {
  const instructions = rows.map((row, i) => ({
    ...{ lat: 31 + i / 100, long: -4, instruction: true, kmFromStart: i * 1.113, showHeading: false },
    ...row,
  }));
  return read(JSON.stringify({ instructions })).book.notes;
}

const glyph = (name: string, fields: object = {}) => ({
  ...{
    type: 'image',
    src: `./assets/svg/glyphs/${name}.svg`,
    left: 90,
    top: 40,
    height: 144,
    scaleY: 50 / 144,
  },
  ...fields,
});
const described = (...glyphs: object[]) => ({ noteJson: { glyphs } });
const one = (row: object) => {
  const [note] = notesOf([row]);
  if (!note) throw new Error('no note');
  return note;
};

describe('the present program', () => {
  const { book, said } = fixture('wadi.tlp');

  it('reads as the golden file has it', async () => {
    await expect(gist(book)).toMatchFileSnapshot(join(golden, 'wadi.tlp.txt'));
    expect(said).toEqual([]);
  });

  it('never shows the path on the disk of its author', () => {
    expect(JSON.stringify(book)).not.toMatch(/secret|someone/i);
  });

  it('counts from the reset, which itself shows the old distance', () => {
    const axis = book.notes.map(({ distance, reset }) => [distance, reset]).slice(3, 7);
    expect(axis).toEqual([
      [4135, null],
      [5248, 0],
      [1113, null],
      [2226, null],
    ]);
    expect(book.total).toBe(14_150);
  });

  it('opens a speed zone with DN and DT that have one, and closes it with their ends', () => {
    const zones = book.notes.map(({ waypoints }) => waypoints.map(({ type }) => type).join('+'));
    expect(zones.filter((types) => types.includes('+'))).toEqual(['DN+DZ', 'FN+FZ', 'DT+DZ', 'FT+FZ']);
  });

  it('numbers waypoints in order, checkpoints apart', () => {
    const numbers = book.notes.flatMap(({ waypoints: [first] }) =>
      first ? [`${first.type} ${first.name}`] : [],
    );
    expect(numbers.slice(0, 8)).toEqual(['DSS 1', 'WPM 2', 'DN 3', 'FN 4', 'WPS 5', 'CP 1', 'DT 7', 'FT 8']);
  });
});

describe('the older program', () => {
  it('reads as the golden file has it: HTML, circles and modifiers, old names of lines', async () => {
    const { book, said } = fixture('legacy.tlp');
    await expect(gist(book)).toMatchFileSnapshot(join(golden, 'legacy.tlp.txt'));
    expect(said).toEqual([]);
  });

  it('its first files spell lng and nest their numbers; what is missing is measured and said', () => {
    const { book, said } = fixture('oldest.tlp');
    expect(book.stage.name).toBeNull(); // a placeholder is no name
    expect(book.notes).toMatchObject([
      { distance: 0, cap: 0, text: 'Départ' },
      { distance: 2067, cap: 180, text: 'R piste', tulip: { exit: { angle: -90 } } },
      { distance: 3180, partial: 1113, at: { longitude: -3.99 } },
    ]);
    expect(said).toEqual(['distance-derived: 1 of 3 notes state no distance: measured along the route']);
  });
});

it('glyphs that are only listed beside the words count once', () => {
  const notes = { text: 'x <img src="a/danger-1.svg">', glyphs: ['danger-1', './glyphs/dunes.svg', 7, null] };
  expect(one({ notes })).toMatchObject({ text: 'x', danger: 1, symbols: ['dunes'] });
});

it('a file with one thing wrong in each place keeps every note', async () => {
  const { book, said } = fixture('odd.tlp');
  await expect([...said, gist(book)].join('\n')).toMatchFileSnapshot(join(golden, 'odd.tlp.txt'));
});

it.each(['wadi.tlp', 'legacy.tlp', 'oldest.tlp'])('%s is known by its content', async (name) => {
  const { format, roadbook } = await readRoadbook(readFileSync(join(fixtures, name)), 'upload.json');
  expect(format).toBe('tlp');
  expect(roadbook?.notes.length).toBeGreaterThan(2);
});

it('a file is known although a logo of some MB stands before its rows', async () => {
  const text = JSON.stringify({
    ...{ name: 'x', desc: '', totalDistance: '0', filePath: '', customLogo: 'A'.repeat(3_000_000) },
    instructions: [{ lat: 31, long: -4, instruction: true, kmFromStart: 0 }],
  });
  const { format, roadbook } = await readRoadbook(Buffer.from(text), '-');
  expect([format, roadbook?.notes.length]).toEqual(['tlp', 1]);
});

describe('what a glyph means', () => {
  test.each([
    ['danger-1', { danger: 1 }],
    ['danger-2-global', { danger: 2 }],
    ['speed-50', { limitKmh: 50 }],
    ['speed-50-end', { limitKmh: null, symbols: ['speed-50-end'] }],
    ['reset-distance', { reset: 0 }],
    ['stop-round', { stopSeconds: 0 }],
    ['stop', { stopSeconds: null, symbols: ['stop'] }],
    ['fuel-zone', { services: ['fuel'] }],
    ['medical-vehicle-point', { services: ['medical'] }],
    ['helicopter', { services: ['helicopter'] }],
    ['police', { services: ['police'] }],
    ['firetruck', { services: ['fire'] }],
    ['spectators', { services: ['spectators'] }],
    ['media', { services: ['media'] }],
    ['media-end', { services: [], symbols: ['media-end'] }],
    ['MODIF', { change: 'MODIF' }],
    ['NEWNOTE', { change: 'NEWNOTE' }],
    ['abbr-FPP', { text: 'FPP', symbols: [] }],
    ['bridge', { symbols: ['under-bridge'] }],
    ['unheard of', { symbols: ['unheard of'] }],
    ['control-checkpoint', { waypoints: [{ type: 'CP' }], symbols: [] }],
    ['control-start-neutralization-speed-limit', { waypoints: [{ type: 'DN' }, { type: 'DZ' }] }],
    ['danger-3', { danger: 3, waypoints: [{ type: 'WPS', open: null, clear: null }] }],
  ])('%s', (name, expected) => {
    expect(one(described(glyph(name)))).toMatchObject(expected);
  });

  test.each([
    './assets/svg/glyphs/danger-2.svg',
    '../assets/svg/glyphs/danger-2.svg',
    'file:///C:/Program%20Files/Tulip/assets/svg/glyphs/danger-2.svg',
    '{user_glyphs_path}/red/danger-2.svg',
    'C:\\glyphs\\danger-2.svg',
    'danger-2.svg?v=3',
    'danger-2',
  ])('wherever its file lies: %s', (src) => {
    expect(one(described(glyph('', { src }))).danger).toBe(2);
  });

  it('in the tulip too, where it stays drawn', () => {
    const note = one({ tulipJson: { glyphs: [glyph('speed-30'), glyph('house')] } });
    expect(note).toMatchObject({
      limitKmh: 30,
      tulip: { symbols: [{ symbol: 'speed-30' }, { symbol: 'house' }] },
    });
  });

  it('a notification wins over a glyph', () => {
    const note = one({
      notification: { type: 'wpm' },
      ...described(glyph('danger-3'), glyph('waypoint-visible')),
    });
    expect(note).toMatchObject({ waypoints: [{ type: 'WPM' }], symbols: ['waypoint-visible'] });
  });

  it('a stop lasts as long as its row says', () => {
    expect(one({ stopTimeSec: 45, ...described(glyph('stop-round')) }).stopSeconds).toBe(45);
    expect(one({ stopTimeSec: 45 }).stopSeconds).toBeNull();
  });
});

describe('notifications', () => {
  test.each([
    [{ type: 'wpv', validationRadius: 200 }, [{ type: 'WPV', open: null, clear: 200 }]],
    [{ type: 'fss', openRadius: '800', validationRadius: '90' }, [{ type: 'ASS', open: 800, clear: 90 }]],
    [{ type: 'dn', time: 600 }, [{ type: 'DN', seconds: 600 }]],
    [{ type: 'dts', time: '900' }, [{ type: 'DT', seconds: 900 }, { type: 'DZ' }]],
    [{ type: 'dsz' }, [{ type: 'DZ', open: null, clear: null }]],
    [{ openrallytype: 'neutralization', time: 300 }, [{ type: 'DN', seconds: 300 }]],
    [{ type: 'wpe', bubble: '400', modifier: 0 }, [{ type: 'WPE', open: 400, clear: null }]],
    [{ type: 'fsz', bubble: 50 }, [{ type: 'FZ', open: null, clear: null }]],
    [false, []],
    [null, []],
    [{}, []],
  ])('%j', (notification, expected) => {
    expect(one({ notification }).waypoints).toMatchObject(expected);
  });

  it('the limit of an old speed zone is in its modifier, unless a glyph says another', () => {
    const notification = { type: 'dsz', modifier: '40' };
    expect(one({ notification }).limitKmh).toBe(40);
    expect(one({ notification, ...described(glyph('speed-60')) }).limitKmh).toBe(60);
  });
});

describe('headings', () => {
  const group = (subType: string, words: string) => ({
    ...{ type: 'path-group', subType, left: 130, top: 50 },
    paths: [{ type: 'rect' }, { type: 'group', objects: [{ type: 'text', text: words }] }],
  });

  it('are shown where the row or a CAP box says so', () => {
    const row = { heading: 44.6, capAvg: 91, showHeading: false };
    expect(one(row)).toMatchObject({ cap: null, averageCap: null });
    expect(one({ ...row, showHeading: true }).cap).toBe(45);
    expect(one({ ...row, showHeading: undefined }).cap).toBe(45); // the older program's default
    const boxes = { tulipJson: { glyphs: [group('CAP', '999'), group('CAP-C', '999')] } };
    expect(one({ ...row, ...boxes })).toMatchObject({
      cap: 45,
      averageCap: 91,
      tulip: { labels: [{ text: '045' }, { text: '091 C' }] },
    });
  });

  it('a CAP box of a row without one shows what it was drawn with', () => {
    expect(one({ tulipJson: { glyphs: [group('CAP-A', ' 120 ')] } }).tulip?.labels).toMatchObject([
      { text: '120 A' },
    ]);
  });

  it('359.6 is printed 360', () => {
    expect(one({ heading: 359.6, showHeading: true }).cap).toBe(360);
  });
});

it('a stated partial that is not the difference of the totals stays as stated', () => {
  const [, second, third] = notesOf([{}, { kmFromPrev: 1.112 }, { kmFromPrev: 0.9 }]);
  expect([second?.partial, third?.partial]).toEqual([1113, 900]);
});

test.each([
  [
    '{"notes": []}',
    'not-a-roadbook: this JSON has no list of instructions or waypoints, which is what a TLP file is',
  ],
  ['', 'syntax: this is not JSON: a value is missing'],
])('%s cannot be read', (text, message) => {
  const { roadbook, diagnostics } = readTlp({ file: 'x', text });
  expect(roadbook).toBeNull();
  expect(said(diagnostics)).toEqual([message]);
});

it('points at what is wrong', () => {
  const text = readFileSync(join(fixtures, 'odd.tlp'), 'utf8');
  const { diagnostics, locate } = readTlp({ file: 'x', text });
  const at = (rule: string) => {
    const span = diagnostics.findLast((one) => one.rule === rule)?.span;
    return span && text.slice(span.start, span.end);
  };
  expect(at('unknown-value')).toBe('"wpx"');
  expect(at('cap-out-of-range')).toBe('400');
  expect(at('value-out-of-range')).toBe('-5');
  const seconds = locate(['notes', 3, 'waypoints', 0, 'seconds']);
  expect(seconds && text.slice(seconds.start, seconds.end)).toBe('"600"');
});
