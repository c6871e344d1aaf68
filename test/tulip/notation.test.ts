import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { Tulip } from '../../src/model/tulip.ts';
import { fromNotation, toNotation } from '../../src/tulip/notation.ts';
import { TulipNotation } from '../../src/tulip/notation-schema.ts';
import { anyTulip } from './arbitrary.ts';

const read = (value: unknown) => fromNotation(TulipNotation.parse(value));

test.each<[notation: unknown, exit: number | null, roads: number[], roundabout: boolean]>([
  ['straight', 0, [], false],
  ['slight-left', -30, [], false],
  ['slight-right', 30, [], false],
  ['left', -90, [], false],
  ['right', 90, [], false],
  ['sharp-left', -135, [], false],
  ['sharp-right', 135, [], false],
  ['hairpin-left', -160, [], false],
  ['hairpin-right', 160, [], false],
  ['u-turn', 180, [], false],
  ['end', null, [], false],
  ['fork-left', -30, [30], false],
  ['t-right', 90, [-90], false],
  ['crossroads', 0, [-90, 90], false],
  ['roundabout', 0, [], true],
  ['roundabout-right', 90, [], true],
  [75, 75, [], false],
  [{ out: 75, roads: [-20, 180] }, 75, [-20, 180], false],
  [{ out: 'left', roads: ['right'] }, -90, [90], false],
  [{ roads: [90] }, null, [90], false],
  [{ out: null, roads: null, symbols: null, roundabout: null, in: null, surface: null }, null, [], false],
])('%j is a junction', (notation, exit, roads, roundabout) => {
  const tulip = read(notation);
  expect(tulip.exit?.angle ?? null).toBe(exit);
  expect(tulip.roads.map((road) => road.angle)).toEqual(roads);
  expect(tulip.roundabout).toBe(roundabout);
});

test('surface gives the line of entry and exit; a road on its own is a track', () => {
  const tulip = read({
    out: 75,
    roads: [-20, { angle: 180, line: 'road', curve: 0.3 }],
    surface: ['track', 'off-piste'],
  });
  expect(tulip.entry.line).toBe('track');
  expect(tulip.exit?.line).toBe('off-piste');
  expect(tulip.roads).toEqual([
    { angle: -20, line: 'track', curve: 0, path: null },
    { angle: 180, line: 'road', curve: 0.3, path: null },
  ]);
  expect(read({ out: 0, surface: 'road' })).toMatchObject({
    entry: { line: 'road' },
    exit: { line: 'road' },
  });
  expect(read({ out: { angle: 0, line: 'road' }, in: 'small-track', surface: 'track' })).toMatchObject({
    entry: { line: 'small-track' },
    exit: { line: 'road' },
  });
});

test('a symbol without a place stands where no road is', () => {
  const { symbols, labels } = read({ out: 90, roads: [-20], symbols: ['house', 'well'], labels: ['Erfoud'] });
  expect(symbols.map((s) => s.at)).toEqual([
    [0.6, 0.6],
    [-0.85, 0],
  ]);
  expect(labels).toEqual([{ text: 'Erfoud', at: [0.85, -0.6] }]);
});

test('what one drives through lies across the way out; what one may follow does not unless it is said', () => {
  const { symbols } = read({ out: 30, symbols: ['ford', 'fence', { symbol: 'river', at: 'across' }] });
  expect(symbols.map(({ at, angle, scale }) => [at, angle, scale])).toEqual([
    [[0.11, 0.19], 30, 1.5],
    [[-0.6, 0.6], 0, 1],
    [[0.11, 0.19], 30, 1.5],
  ]);
});

test.each([
  ['left', [-0.85, 0]],
  ['front-right', [0.6, 0.6]],
  ['back-left', [-0.6, -0.6]],
])('a symbol stands %s of the junction', (at, point) => {
  const tulip = read({ out: 0, roads: [90], symbols: [{ symbol: 'house', at, scale: 2 }, 'well'] });
  expect(tulip.symbols[0]).toEqual({ symbol: 'house', at: point, angle: 0, scale: 2 });
  expect(toNotation(tulip)).toMatchObject({
    symbols: [{ symbol: 'house', at, scale: 2 }, { symbol: 'well' }],
  });
});

test.each([
  [{ out: 0 }, 'straight'],
  [{ out: -90, roads: [90] }, 't-left'],
  [{ out: 75 }, 75],
  [{}, 'end'],
  [
    { out: 75, surface: ['road', 'road'] },
    { out: 75, surface: 'road' },
  ],
  [
    { out: { angle: 'left', line: 'track' }, roads: [{ angle: 20, line: 'track' }] },
    { out: -90, roads: [20] },
  ],
  [
    { out: 0, symbols: [{ symbol: 'house', at: null, scale: 2 }] },
    { out: 0, symbols: [{ symbol: 'house', scale: 2 }] },
  ],
])('%j is written as %j', (long, short) => {
  expect(toNotation(read(long))).toEqual(short);
});

test.each([
  ['lefft'],
  [181],
  [{ out: 0, raods: [90] }],
  [{ out: 0, roads: [{ angle: 0, line: 'motorway' }] }],
  [[0, 90]],
  [{ out: 0, exit: 90 }],
  [{ in: 'road', entry: 'track' }],
])('%j is no tulip', (value) => {
  expect(TulipNotation.safeParse(value).success).toBe(false);
});

test('any tulip reads back from its notation, and from the model’s own tree', () => {
  fc.assert(
    fc.property(anyTulip, (tulip) => {
      const notation = TulipNotation.parse(JSON.parse(JSON.stringify(toNotation(tulip))));
      expect(fromNotation(notation)).toEqual(tulip);
      expect(read(Tulip.parse(tulip))).toEqual(tulip);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('every notation has a JSON Schema', () => {
  expect(z.toJSONSchema(TulipNotation)).toHaveProperty('anyOf');
});
