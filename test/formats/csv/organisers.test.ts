import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/formats/csv/read.ts';
import { formats } from '../../../src/formats/registry.ts';
import { describeSketch, sketch } from '../../../src/formats/sketch.ts';
import type { Note } from '../../../src/model/roadbook.ts';
import { said } from '../../support/gist.ts';

/** Sheets as organisers keep them: what is read, and what is said of it. */
function read(text: string): { notes: readonly Note[]; said: string[] } {
  const { roadbook, diagnostics } = readCsv({ file: 'stage.csv', text });
  return { notes: roadbook?.notes ?? [], said: said(diagnostics) };
}

describe('the words of a country', () => {
  const expected = [
    { number: 1, distance: 0, partial: 0, text: 'A' },
    { number: 2, distance: 1500, partial: 1500, cap: 92, danger: 2, text: 'B', limitKmh: 50 },
  ];
  const rows = '\n1;0,00;0,00;;;A;\n2;1,50;1,50;092;!!;B;50\n';

  test.each([
    'N°;Total;Partiel;Cap;Danger;Notes;Vitesse',
    'Case;Distance totale;Distance partielle;CAP;Danger;Observations;Limitation de vitesse',
    'Num;Km cumulés;Km partiels;Cap;Dangers;Remarques;Vitesse max (km/h)',
    'N°;PK;Inter;Cap;Danger;Commentaire;Limite',
    'Nº;Total;Parcial;Rumbo;Peligro;Notas;Límite',
    'Viñeta;Distancia total;Distancia parcial;Rumbo;Peligros;Descripción;Velocidad',
    'Nr;Gesamt;Teil;Kurs;Gefahr;Bemerkung;Tempolimit',
    'N;Totale;Parziale;Prua;Pericolo;Note;Limite',
    'N;Total;Parcial;Rumo;Perigo;Observações;Velocidade',
    'Box;ODO;INT;CAP;DANGER;INFO;SPEED',
    'No;From start;From previous;Heading;Danger;Note;Limit',
    'No;Cumulative distance (km);Interval distance (km);Bearing;Danger;Notes;Max speed',
    'N;Dist. tot.;Dist. part.;Cap;Danger;Info;V. max',
  ])('%s', (header) => {
    expect(formats.find(({ detect }) => detect?.(sketch(header + rows)))?.name).toBe('csv');
    const { notes, said } = read(header + rows);
    expect(notes).toMatchObject(expected);
    expect(said).toEqual([]);
  });
});

describe('headers of more than one row', () => {
  test.each([
    ['a row of units', 'number,total,partial,cap,text\n,km,km,°,\n1,0.00,0.00,,A\n2,1.50,1.50,92,B\n'],
    ['metres in a row of units', 'number,total,partial,cap,text\n,m,(m),deg,\n1,0,0,,A\n2,1500,1500,92,B\n'],
    ['merged cells', 'Distance,,,Notes\nTotal,Partial,CAP,\n0.00,0.00,,A\n1.50,1.50,92,B\n'],
    [
      'merged cells with units',
      'Distance,,Cap,Notes\nTotal (km),Inter (km),,\n0.00,0.00,,A\n1.50,1.50,92,B\n',
    ],
    ['twelve rows of titles', `${'Rally of Nowhere,,\n'.repeat(12)}km,cap,text\n0,,A\n1.5,92,B\n`],
    ['the header on every page', 'km,cap,text\n0,,A\nkm,cap,text\n1.5,92,B\n'],
  ])('%s', (_, text) => {
    const { notes, said } = read(text);
    expect(notes).toMatchObject([
      { distance: 0, text: 'A' },
      { distance: 1500, cap: 92, text: 'B' },
    ]);
    expect(said).toEqual([]);
  });

  test('a row of words is a note where it is none of the header', () => {
    expect(read('km,danger,text\n,,danger\n').notes).toMatchObject([{ text: 'danger' }]);
  });
});

describe('rows that are no notes are passed over, and said', () => {
  test.each([
    [
      'km,text\nLiaison,\n0,A\nSpecial stage 1,\n1.5,B\n',
      'the row “Liaison” is a title between notes, and no note (and 1 more like it)',
    ],
    ['km,partial,text\n0,0,A\n1.5,1.5,B\nTotal,1.5,\n', 'the row “Total” is a sum, and no note'],
    ['km,partial,text\n0,0,A\n1.5,1.5,B\n,1.5,TOTAL:\n', 'the row “1.5” is a sum, and no note'],
  ])('%j', (text, message) => {
    const { notes, said } = read(text);
    expect(notes.map(({ distance }) => distance)).toEqual([0, 1500]);
    expect(said).toEqual([`format-deviation: ${message}`]);
  });

  test('a note may say “total”', () => {
    expect(read('km,text\n0,A\n1.5,total\n').notes).toHaveLength(2);
    expect(read('number,km,text\n1,,total\n').notes).toHaveLength(1);
  });
});

describe('cells as people write them', () => {
  const cell = (column: string, value: string) => {
    const { notes, said } = read(`km,type,${column}\n0,DN,"${value}"\n`);
    return { note: notes[0], said };
  };

  test.each<[string, string, object]>([
    ['cap', '-', { cap: null }],
    ['limit', '–', { limitKmh: null }],
    ['danger', 'n/a', { danger: null }],
    ['danger', 'none', { danger: null }],
    ['danger', 'D1', { danger: 1 }],
    ['danger', 'Danger 2', { danger: 2 }],
    ['danger', '3!', { danger: 3 }],
    ['cap', '092 deg', { cap: 92 }],
    ['reset', 'oui', { reset: 0 }],
    ['reset', 'RAZ', { reset: 0 }],
    ['reset', 'nein', { reset: null }],
    ['stop', 'STOP', { stopSeconds: 0 }],
    ['services', 'essence', { services: ['fuel'] }],
    ['services', 'Gas | medical', { services: ['fuel', 'medical'] }],
    ['time', "15'", { waypoints: [{ seconds: 900 }] }],
    ['time', '15 mn', { waypoints: [{ seconds: 900 }] }],
    ['time', '1h30', { waypoints: [{ seconds: 5400 }] }],
    ['danger', '‼', { danger: 2 }],
    ['partial', '12+350', { partial: 12_350 }],
    ['coordinates', '31.5, -4.2', { at: { latitude: 31.5, longitude: -4.2 } }],
    ['GPS', '31,5 -4,2', { at: { latitude: 31.5, longitude: -4.2 } }],
    ['position', 'N31 12.3 W004 12.0', { at: { latitude: 31.205, longitude: -4.2 } }],
    ['position', '31.5N 4.2W', { at: { latitude: 31.5, longitude: -4.2 } }],
    ['coords', '31.5,-4.2', { at: { latitude: 31.5, longitude: -4.2 } }],
    ['tulip', 'LEFT', { tulip: { exit: { angle: -90 } } }],
    ['tulip', 'à droite', { tulip: { exit: { angle: 90 } } }],
    ['tulip', '↑', { tulip: { exit: { angle: 0 } } }],
    ['text', '-', { text: '-' }],
  ])('%s: %j', (column, value, expected) => {
    const { note, said } = cell(column, value);
    expect(note).toMatchObject(expected);
    expect(said).toEqual([]);
  });

  test.each<[string, object[]]>([
    ['WP M', [{ type: 'WPM', name: null }]],
    ['wpm12', [{ type: 'WPM', name: '12' }]],
    ['WPM 12', [{ type: 'WPM', name: '12' }]],
    ['DZ+DN', [{ type: 'DZ' }, { type: 'DN' }]],
    ['DZ/FZ', [{ type: 'DZ' }, { type: 'FZ' }]],
  ])('the type %s', (value, waypoints) => {
    const { notes, said } = read(`km,type\n0,${value}\n`);
    expect(notes[0]?.waypoints).toMatchObject(waypoints);
    expect(said).toEqual([]);
  });

  test('positions in degrees and minutes', () => {
    expect(read(`km,lat,lon\n0,"31°30'00""N","4°12'00""W"\n`).notes[0]?.at).toMatchObject({
      latitude: 31.5,
      longitude: -4.2,
    });
  });

  test.each<[string, string, object, string]>([
    [
      'time',
      '0.0104166666666667',
      { waypoints: [{ seconds: 900 }] },
      'is a spreadsheet’s part of a day: taken as 15 min',
    ],
    ['time', '10', { waypoints: [{ seconds: 10 }] }, 'time “10” has no unit: taken as seconds'],
    ['coordinates', '30R 123456 3456789', { at: null }, 'must be a position'],
    ['limit', '#N/A', { limitKmh: null }, 'limit must be a number, not “#N/A”'],
  ])('%s: %j is said', (column, value, expected, message) => {
    const { note, said } = cell(column, value);
    expect(note).toMatchObject(expected);
    expect(said).toEqual([expect.stringContaining(message)]);
  });
});

test('partials alone are added up', () => {
  const { notes, said } = read('partial,text\n,A\n1.5,B\n2,C\n');
  expect(notes.map(({ distance }) => distance)).toEqual([0, 1500, 3500]);
  expect(said).toEqual([
    'distance-derived: 3 of 3 notes state no total distance: their partial distances are added up',
  ]);
  expect(read('km,partial,reset\n1,,yes\n,0.5,\n').notes[1]?.distance).toBe(500);
});

test('a first column of row numbers says nothing, any other without a name is said once', () => {
  expect(read(',km,text\n0,0,A\n1,1.5,B\n').said).toEqual([]);
  expect(read('km,text,\n0,A,x\n1.5,B,y\n').said).toEqual([
    'syntax: row 1: “x” stands in a column without a name, and is not read (and those of 1 more rows)',
  ]);
});

test('spreadsheets saved as something else are called what they are', () => {
  expect(describeSketch(sketch('<?xml version="1.0"?><Workbook/>'))).toBe(
    'a spreadsheet in XML, which must be saved as CSV',
  );
  expect(describeSketch(sketch('<html><table><tr><td>km</td></tr></table></html>'))).toBe(
    'a table in a web page, which must be saved as CSV',
  );
});
