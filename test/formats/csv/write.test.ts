import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rows, rowText, separators } from '../../../src/formats/csv/cells.ts';
import { guarded, unguarded } from '../../../src/formats/csv/formula.ts';
import { listCell, listItems } from '../../../src/formats/csv/list.ts';
import { writeCsv } from '../../../src/formats/csv/write.ts';
import { complete } from '../../../src/model/complete.ts';
import type { RoadbookDraft } from '../../../src/model/roadbook.ts';
import { hostileText } from '../../support/arbitrary-roadbook.ts';

function written(draft: RoadbookDraft): string {
  const { roadbook } = complete(draft, () => null);
  return roadbook ? writeCsv(roadbook).text : '';
}

test('a stage as a spreadsheet', async () => {
  const text = written({
    notes: [
      { distance: 0, waypoints: [{ type: 'DSS', clear: 200 }], cap: 92, text: 'P, FPP' },
      {
        distance: 420,
        danger: 2,
        cap: 168,
        text: 'R between dunes, “oued”',
        symbols: ['dunes', 'small-wadi'],
      },
      {
        distance: 3180,
        waypoints: [{ type: 'WPM', name: '12', open: 800, clear: 90 }],
        at: { latitude: 31.4302, longitude: -4.2301, elevation: null },
        kept: [{ format: 'csv', content: '{"marshal":"Youssef","radio":"=7"}' }],
      },
      {
        distance: 7055,
        waypoints: [
          { type: 'DT', seconds: 900 },
          { type: 'DZ', open: 1000 },
        ],
        limitKmh: 50,
        services: ['fuel', 'medical'],
        reset: 0,
        remark: '- ask the police',
      },
    ],
  });
  await expect(text).toMatchFileSnapshot('../../golden/csv/stage.csv');
});

test('miles are said by the header, and what has no round figure in miles keeps its unit', () => {
  const text = written({
    units: 'imperial',
    notes: [
      { distance: 0, limitKmh: 50 },
      { distance: 16_093, limitKmh: 35 * 1.609344 },
    ],
  });
  const [head, first, second] = text.split('\n').map((row) => row.split(',').slice(1, 9));
  expect(head?.slice(0, 2)).toEqual(['\ufeffnumber', 'mi'].slice(1).concat('partial'));
  expect(first?.[7]).toBe('50 km/h');
  expect(second).toMatchObject({ 0: '10.00', 1: '10.00', 7: '35' });
});

describe('a formula', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', "'=1", '', ' ', "'"])(
    '%j is text',
    (text) => {
      expect(guarded(text)).toBe(`'${text}`);
      expect(unguarded(guarded(text))).toBe(text);
    },
  );

  test('is never what a text becomes, and every text comes back', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(guarded(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        expect(unguarded(guarded(text))).toBe(text);
      }),
      { seed: 3 },
    );
  });
});

test('a list in a cell comes back', () => {
  const item = fc
    .oneof(fc.constantFrom('a|b', 'a,b', '\\', ' x ', '|'), hostileText)
    .filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(fc.option(item, { nil: null }), { maxLength: 4 }), fc.boolean(), (list, commas) => {
      const known = list.slice(0, list.findLastIndex((one) => one !== null) + 1);
      expect(listItems(listCell(list), commas)).toEqual(known);
    }),
    { seed: 4 },
  );
});

describe('the scanner', () => {
  const wellFormed = hostileText.map((text) => Buffer.from(text).toString());
  const table = fc.array(fc.array(wellFormed, { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  const scan = (text: string) => [...rows(text, ',')].map(({ cells }) => cells.map((cell) => cell.text));

  test('reads what was written, as another reader does', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const text = cells.map(rowText).join('');
        expect(scan(text)).toEqual(cells);
        expect(parse(text, { relax_column_count: true, record_delimiter: '\n' })).toEqual(cells);
      }),
      { seed: 5 },
    );
  });

  test('covers every character of any text once, with any separator', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\r', '\n') }),
        fc.constantFrom(...separators),
        (text, separator) => {
          let at = 0;
          for (const { cells, end } of rows(text, separator)) {
            for (const { span } of cells) {
              expect(span.start).toBe(at);
              at = span.end + 1;
            }
            at = end;
          }
          expect(at).toBeGreaterThanOrEqual(text.length);
        },
      ),
      { seed: 6, numRuns: 500 },
    );
  });
});
