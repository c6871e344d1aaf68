import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/formats/csv/read.ts';
import { formats } from '../../../src/formats/registry.ts';
import { sketch } from '../../../src/formats/sketch.ts';
import type { Note } from '../../../src/model/roadbook.ts';
import { kmhFromSpeed } from '../../../src/model/units.ts';

const read = (text: string) => readCsv({ file: 'stage.csv', text });

/** The notes of a text that must be clean. */
function notes(text: string): readonly Note[] {
  const { roadbook, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  return roadbook?.notes ?? [];
}

/** What was found, each with the text its place underlines. */
function findings(text: string): string[] {
  return read(text).diagnostics.map(({ rule, message, span, help }) => {
    const where = span && text.slice(span.start, span.end);
    return `${rule}: ${message} [${where}]${help === null ? '' : ` ${help}`}`;
  });
}

describe('a spreadsheet of any country', () => {
  const expected = [
    { number: 1, distance: 0, partial: 0, text: 'P, FPP', cap: 92, waypoints: [{ type: 'DSS' }] },
    { number: 2, distance: 1420, partial: 1420, text: 'R between dunes', danger: 2, limitKmh: null },
    { number: 3, distance: 3180, partial: 1760, waypoints: [{ type: 'DZ', clear: 90 }], limitKmh: 50 },
  ];

  test.each([
    [
      'commas',
      'number,km,type,clear,limit,cap,danger,text\n1,0,DSS,,,92,,"P, FPP"\n2,1.42,,,,,2,R between dunes\n3,3.18,DZ,90,50,,,\n',
    ],
    [
      'semicolons and decimal commas',
      'No;Total (km);WPT;Radius [m];Speed km/h;Heading °;Danger;Note\r\n1;0,00;dss;;;C.092;;P, FPP\r\n2;1,42;;;;;!!;R between dunes\r\n3;3,18;dz;90;50;;;\r\n',
    ],
    [
      'tabs, as copied',
      'no\tdistance\twaypoint\tclear radius\tmax speed\tbearing\tdanger level\tinstruction\n1\t0.00 km\tDSS\t\t\t92°\t\tP, FPP\n2\t1420 m\t\t\t\t\t2\tR between dunes\n3\t3.18\tDZ\t90\t50 km/h\t\t\t',
    ],
    [
      'a declared separator, old line ends and a title above',
      'sep=;\rRallye d’Erfoud;;\r\rNUMBER;KM;TYPE;CLEAR;LIMIT;CAP;DANGER;TEXT\r1;0;DSS;;;92;;P, FPP\r2;1,42;;;;;2;"R between dunes"\r3;3,18;DZ;90;50;;;\r',
    ],
  ])('%s', (_, text) => {
    expect(notes(text)).toMatchObject(expected);
  });

  test('a row of nothing is no note, and a short row is one', () => {
    expect(notes('km,text,danger\n0,start\n,,\n\n1,end,3\n')).toMatchObject([
      { text: 'start', danger: null },
      { text: 'end', danger: 3 },
    ]);
  });

  test('miles, by the header of the distance', () => {
    expect(read('mi,partial,limit,reset\n0,,,\n10.00,10.00,35,0\n').roadbook).toMatchObject({
      units: 'imperial',
      notes: [
        { distance: 0 },
        { distance: 16_093, partial: 16_093, limitKmh: kmhFromSpeed(35, 'imperial'), reset: 0 },
      ],
    });
    expect(read('total distance,speed mph\n1,35\n').roadbook).toMatchObject({
      units: 'imperial',
      notes: [{ distance: 1609, limitKmh: kmhFromSpeed(35, 'imperial') }],
    });
  });
});

describe('a cell', () => {
  const cell = (column: string, value: string) => notes(`km,type,${column}\n0,WPM | DZ,"${value}"\n`)[0];

  test.each<[column: string, value: string, Partial<Note>]>([
    ['stop', '3 s', { stopSeconds: 3 }],
    ['stop', 'x', { stopSeconds: 0 }],
    ['stop', 'no', { stopSeconds: null }],
    ['reset', 'yes', { reset: 0 }],
    ['reset', '0', { reset: 0 }],
    ['danger', '0', { danger: null }],
    ['services', 'Fuel, medical', { services: ['fuel', 'medical'] }],
    ['symbols', 'dunes, small-wadi|house', { symbols: ['dunes', 'small-wadi', 'house'] }],
    ['symbols', String.raw`a\,b | c\|d`, { symbols: ['a,b', 'c|d'] }],
    ['surface', 'Sand', { surface: 'sand' }],
    ['change', 'modif', { change: 'MODIF' }],
    ['show at', 'x', { showAt: true }],
    ['text', "'=1+1", { text: '=1+1' }],
    ['text', ' two\nlines ', { text: ' two\nlines ' }],
    ['text', "'t is", { text: "'t is" }],
    ['text', "'", { text: '' }],
    ['average cap', '1 ', { averageCap: 1 }],
  ])('%s: %j', (column, value, expected) => {
    expect(cell(column, value)).toMatchObject(expected);
  });

  test('of several waypoints', () => {
    expect(cell('name', '12 | 13')?.waypoints.map(({ name }) => name)).toEqual(['12', '13']);
    expect(cell('open', ' | 1000')?.waypoints.map(({ open }) => open)).toEqual([null, 1000]);
    expect(cell('time', '15 min')?.waypoints.map(({ seconds }) => seconds)).toEqual([900, null]);
    expect(cell('time (min)', '15')?.waypoints[0]?.seconds).toBe(900);
    expect(cell('clear (yd)', '100|200')?.waypoints.map(({ clear }) => clear)).toEqual([91, 183]);
  });

  test('of a tulip: a word, an angle, JSON', () => {
    expect(cell('tulip', 'left')?.tulip).toMatchObject({ exit: { angle: -90 } });
    expect(cell('tulip', '-20')?.tulip).toMatchObject({ exit: { angle: -20 } });
    expect(cell('tulip', '{""out"":75,""roads"":[-20,180]}')?.tulip).toMatchObject({
      exit: { angle: 75 },
      roads: [{ angle: -20 }, { angle: 180 }],
    });
  });

  test.each([
    ['12,5', 12_500],
    ['1.234,5', 1_234_500],
    ['1,234.5', 1_234_500],
    ["1'234.5", 1_234_500],
    ['1 234,5', 1_234_500],
    ['12.', 12_000],
    ['.5', 500],
    ['1e2', 100_000],
  ])('the number %j', (value, metres) => {
    expect(notes(`km,text\n"${value}",x\n`)[0]?.distance).toBe(metres);
  });
});

describe('what is wrong is said at its cell', () => {
  test.each([
    ['km,text\nabc,x\n', ['wrong-type: note 1: km must be a number, not “abc” [abc]']],
    ['km,cap\n0,400\n', ['cap-out-of-range: note 1: cap must be at most 360, not 400 [400]']],
    ['km,number,cap\n0,7,12.5\n', ['cap-out-of-range: note 7: cap must be a whole number, not 12.5 [12.5]']],
    ['km,danger\n0,4\n', ['danger-out-of-range: note 1: danger must be 1, 2 or 3, not 4 [4]']],
    ['km,type\n0,WPMM\n', ['unknown-value: note 1: type cannot be “WPMM” [WPMM] did you mean “WPM”?']],
    ['km,type,open\n0,WPM,0\n', ['value-out-of-range: note 1: waypoint open must be at least 1, not 0 [0]']],
    [
      'km,clear\n0,90\n',
      [
        'missing-value: note 1: clear “90” belongs to no waypoint [90] say in the column “type” which waypoint it is',
      ],
    ],
    [
      'km,type,clear\n0,somewhere,90\n',
      ['unknown-value: note 1: type cannot be “somewhere” [somewhere] one of: WPV'],
    ],
    ['km,lat\n0,31.4\n', ['missing-value: note 1: lat without lon is no place [0,31.4]']],
    ['km,lat,lon\n0,91,0\n', ['bad-coordinate: note 1: at latitude must be at most 90, not 91 [91]']],
    ['km,tulip\n0,lefft\n', ['unknown-value: note 1: tulip cannot be “lefft” [lefft] did you mean “left”?']],
    [
      'km,tulip\n0,{oops\n',
      ['wrong-type: note 1: tulip must be a word, an angle or the JSON of a tulip, not “{oops” [{oops]'],
    ],
    [
      'km,time,type\n0,soon,DN\n',
      [
        'wrong-type: note 1: time must be a time, not “soon” [soon] write 15 min, 1 h 30 min, 3 s or a number of seconds',
      ],
    ],
    [
      'km,text,averge cap\n0,,1\n',
      [
        'format-deviation: the column “averge cap” is unknown; it is kept as it is [averge cap] did you mean “average cap”?',
      ],
    ],
    [
      'km,total,text\n0,1,x\n',
      ['duplicate-key: the column “total” says again what another column says, and is not read [total]'],
    ],
    [
      'km,text\n0,dunes, oued\n',
      [
        'syntax: row 1: “ oued” stands in a column without a name, and is not read [ oued] name the column; or, if a text was split, put quotes around it',
      ],
    ],
    [
      'km,text\n0,"open\n1,x\n',
      [
        'syntax: this quote is never closed; it is read as a character ["] close it, or double it to write a quote inside a quoted cell',
      ],
    ],
    [
      'a,b\n1,2\n',
      [
        /^not-a-roadbook: no row of column names was found \[a,b\] the first row names the columns: number, km/,
      ],
    ],
  ])('%j', (text, expected) => {
    const found = findings(text);
    expect(found).toHaveLength(expected.length);
    for (const [i, one] of expected.entries()) {
      if (typeof one === 'string') expect(found[i]?.startsWith(one) ? one : found[i]).toBe(one);
      else expect(found[i]).toMatch(one);
    }
  });

  test('the rest of the row is read', () => {
    expect(read('km,cap,text\n0,400,go on\n').roadbook?.notes[0]).toMatchObject({ cap: null, text: 'go on' });
    expect(read('km,text\n0,"open\n1,x\n').roadbook?.notes).toMatchObject([{ text: '"open' }, { text: 'x' }]);
  });

  test('a rule asks for places: cell, row, header', () => {
    const text = 'km,type,clear\n0,DSS,90\n1,WPM,"80"\n';
    const { locate } = read(text);
    const at = (...path: (string | number)[]) => {
      const span = locate(path);
      return span && text.slice(span.start, span.end);
    };
    expect(at('notes', 1, 'waypoints', 0, 'clear')).toBe('"80"');
    expect(at('notes', 1, 'waypoints', 0)).toBe('WPM');
    expect(at('notes', 0, 'cap')).toBe('0,DSS,90');
    expect(at('notes', 0)).toBe('0,DSS,90');
    expect(at('event')).toBe('km,type,clear');
  });
});

test('CSV is known by its header, whatever the file is called', () => {
  const detected = (text: string) => formats.find(({ detect }) => detect?.(sketch(text)))?.name ?? null;
  expect(detected('km,cap\n')).toBe('csv');
  expect(detected('Total;Note\n')).toBe('csv');
  expect(detected('a,b\n')).toBe(null);
  expect(detected('a list of words, km, and text\n')).toBe(null);
  expect(detected('roadbook: 1\nnotes:\n  - {km: 0, cap: 12}\n')).toBe('native');
});
