import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { symbolOf, symbols } from '../../src/model/lexicon.ts';
import type { Tulip } from '../../src/model/tulip.ts';
import { type Alphabet, tulipCells } from '../../src/tulip/cells.ts';
import { drawTulip, type Mark } from '../../src/tulip/drawing.ts';
import { bearingOf } from '../../src/tulip/geometry.ts';
import { fromNotation } from '../../src/tulip/notation.ts';
import type { TulipNotation } from '../../src/tulip/notation-schema.ts';
import { flatten } from '../../src/tulip/pictograms/flatten.ts';
import { isPictured, pictogramOf } from '../../src/tulip/pictograms.ts';
import { coursesOf } from '../../src/tulip/roads.ts';
import { spread } from '../../src/tulip/spread.ts';
import { symbolSvg, toSvg } from '../../src/tulip/svg.ts';
import { anyTulip } from './arbitrary.ts';

const runs = { seed: 7, numRuns: 150 };

function pointsOf(mark: Mark): readonly (readonly [number, number])[] {
  return mark.kind === 'line' || mark.kind === 'area' ? mark.points : [mark.at];
}

test('any tulip draws inside its box, every number finite', () => {
  fc.assert(
    fc.property(anyTulip, (tulip) => {
      const { marks, box } = drawTulip(tulip);
      for (const [x, y] of marks.flatMap(pointsOf)) {
        expect(x).toBeGreaterThanOrEqual(box.left);
        expect(x).toBeLessThanOrEqual(box.right);
        expect(y).toBeGreaterThanOrEqual(box.bottom);
        expect(y).toBeLessThanOrEqual(box.top);
      }
    }),
    runs,
  );
});

test('any tulip is a picture without scripts, references or loose text', () => {
  fc.assert(
    fc.property(anyTulip, (tulip) => {
      const svg = toSvg(drawTulip(tulip), { title: '<script>alert("&")</script>' });
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(svg).not.toMatch(/<script|href|url\(|<!|<image|<use/i);
      expect(svg.match(/<(?!\/?(svg|title|path|circle|g|text)\b)/)).toBeNull();
    }),
    runs,
  );
});

test('any tulip fills exactly its cells, a column each, and no control character survives', () => {
  const alphabet = fc.constantFrom<Alphabet>('braille', 'blocks', 'ascii');
  const columns = fc.integer({ min: 1, max: 40 });
  const rows = fc.integer({ min: 1, max: 20 });
  fc.assert(
    fc.property(anyTulip, alphabet, columns, rows, (tulip, alphabet, columns, rows) => {
      const cells = tulipCells(tulip, { alphabet, columns, rows });
      expect(cells).toHaveLength(rows);
      for (const row of cells) {
        expect(row).toHaveLength(columns);
        for (const { char } of row) expect(char).toMatch(/^[ -~¡-ԯ\u2580-\u259f\u2800-\u28ff]$/u);
      }
    }),
    runs,
  );
});

test.each<Alphabet>(['braille', 'blocks', 'ascii'])(
  '%s shows where the way goes without any colour',
  (alphabet) => {
    const text = (notation: TulipNotation) =>
      tulipCells(fromNotation(notation), { alphabet, columns: 10, rows: 5 })
        .map((row) => row.map(({ char }) => char).join(''))
        .join('\n');
    const ways: TulipNotation[] = [-90, -30, 0, 30, 90].map((out) => ({
      out,
      roads: [-90, -30, 0, 30, 90].filter((angle) => angle !== out),
    }));
    expect(new Set(ways.map(text)).size).toBe(ways.length);
  },
);

describe('roads that lie on each other', () => {
  const still = (angle: number) => ({ angle, gives: 0 });
  const free = (angle: number) => ({ angle, gives: 1 });

  test.each([
    ['two at one angle', [free(20), free(20)], [8, 32]],
    ['a fork keeps the drawn road', [still(-10), free(-5)], [-10, 14]],
    ['straight back: beside the entry, where there is room', [free(75), free(180)], [75, -156]],
    ['straight back with a road on the left', [free(-60), free(180)], [-60, 156]],
    ['far apart: as they are', [free(-60), free(100)], [-60, 100]],
  ])('%s', (_, spokes, expected) => {
    expect(spread(spokes, 24).map((angle) => Math.round(angle))).toEqual(expected);
  });

  test('any roads keep their order and are told apart', () => {
    const angles = fc.array(fc.integer({ min: -179, max: 179 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(angles, (angles) => {
        const sorted = angles.sort((a, b) => a - b);
        const moved = spread(sorted.map(free), 24);
        for (const [i, angle] of moved.entries()) {
          if (i > 0) expect(angle - (moved[i - 1] ?? 0)).toBeGreaterThan(15);
        }
      }),
      runs,
    );
  });
});

describe('a roundabout', () => {
  const driven = (out: number) => coursesOf(fromNotation({ out, roundabout: true })).roundabout?.driven ?? [];

  test('is driven anticlockwise from the entry to the exit', () => {
    const right = driven(90).map(bearingOf);
    expect(Math.round(right.at(0) ?? 0)).toBe(180);
    expect(Math.round(right.at(-1) ?? 0)).toBe(90);
    expect(driven(-90).some((point) => Math.abs(bearingOf(point) - 90) < 4)).toBe(true);
    expect(driven(90).some((point) => Math.abs(bearingOf(point) + 90) < 4)).toBe(false);
    expect(driven(-90).length).toBeGreaterThan(driven(0).length);
  });

  test('has every road on its rim', () => {
    const { entry, exit, roads } = coursesOf(fromNotation({ out: -90, roads: [0, 90], roundabout: true }));
    const ends = [entry.points.at(-1), exit?.points[0], ...roads.map((road) => road.points[0])];
    const radii = ends.map((point) => Math.hypot(...(point ?? [0, 0])).toFixed(3));
    expect(new Set(radii).size).toBe(1);
  });
});

test('the driven line is bolder than any other road of its kind', () => {
  for (const line of ['main-track', 'track', 'small-track', 'low-visibility', 'off-piste'] as const) {
    const { marks } = drawTulip(fromNotation({ out: 40, surface: line, roads: [{ angle: -40, line }] }));
    const widths = (ink: string) =>
      marks.flatMap((m) => (m.kind === 'line' && m.ink === ink ? [m.width] : []));
    expect(Math.min(...widths('route'))).toBeGreaterThan(widths('road')[0] ?? 0);
  }
});

describe('symbols', () => {
  test('every picture belongs to a symbol of the lexicon and stays in its box', () => {
    const pictured = symbols.filter(({ id }) => isPictured(id));
    expect(pictured.length).toBeGreaterThan(130);
    for (const { id } of pictured) {
      for (const shape of pictogramOf(id)) {
        if (shape.kind === 'text') continue;
        const points = flatten(shape.d).flat();
        expect(points.length, id).toBeGreaterThan(1);
        for (const value of points.flat()) {
          expect(value, id).toBeGreaterThanOrEqual(0);
          expect(value, id).toBeLessThanOrEqual(24);
        }
      }
    }
  });

  test('an unknown one is its name in a frame', () => {
    expect(symbolOf('flying-saucer')).toBeNull();
    expect(symbolSvg('<b>saucer')).toContain('>&#60;b&#62;sauce</text>');
  });

  test('a limit is its number in a ring', () => {
    expect(symbolSvg('speed-50')).toContain('>50</text>');
  });
});

test('a label is written at its place, or left out of a small terminal', () => {
  const tulip: Tulip = fromNotation({ out: 0, labels: ['Erfoud 🏜'] });
  const text = (columns: number, rows: number) =>
    tulipCells(tulip, { alphabet: 'braille', columns, rows })
      .flat()
      .map(({ char }) => char)
      .join('');
  expect(text(30, 14)).toContain('Erfoud ?');
  expect(text(10, 5)).not.toContain('Erfoud');
});

test('a danger mark is one wherever it is written', () => {
  const styles = (tulip: Tulip) =>
    tulipCells(tulip, { alphabet: 'braille', columns: 16, rows: 8 })
      .flat()
      .flatMap(({ char, style }) => (char === '!' ? [style] : []));
  expect(styles(fromNotation({ out: 0, labels: ['!!'] }))).toEqual(['danger', 'danger']);
  expect(styles(fromNotation({ out: 0, symbols: ['danger-3'] }))).toEqual(['danger', 'danger', 'danger']);
  expect(toSvg(drawTulip(fromNotation({ out: 0, labels: ['!'] })))).toContain('fill="#c00"');
});

test('a symbol outside the picture is moved in, where nothing else is', () => {
  const seen = (at: [number, number]) =>
    tulipCells(fromNotation({ out: 0, roads: [], symbols: [{ symbol: 'house', at }] }), {
      alphabet: 'braille',
      columns: 30,
      rows: 14,
    })
      .flat()
      .filter(({ style }) => style === 'symbol').length;
  expect(seen([3, 3])).toBe(seen([1, 1]));
  expect(seen([0, 4])).toBe('house'.length);
});
