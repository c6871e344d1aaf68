import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splineThrough } from '../../../src/formats/rn2/spline.ts';
import type { TulipPoint } from '../../../src/model/tulip.ts';

const pixel = fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }));

describe('the spline', () => {
  it('passes through every point, ends included', () => {
    fc.assert(
      fc.property(fc.array(pixel, { minLength: 2, maxLength: 20 }), (points) => {
        const drawn = splineThrough(points);
        for (const [x, y] of points) {
          expect(Math.min(...drawn.map(([a, b]) => Math.hypot(a - x, b - y)))).toBeLessThan(1e-6);
        }
        expect(drawn[0]).toEqual(points[0]);
      }),
      { seed: 2 },
    );
  });

  it('is straight along a straight line', () => {
    const points: TulipPoint[] = [0, 5, 30, 55].map((at) => [at, -2 * at]);
    for (const [x, y] of splineThrough(points)) expect(y).toBeCloseTo(-2 * x, 9);
  });

  // A natural spline through three points with equal chords h: between the first two,
  // y(t) = y0 + (y1 − y0)·t + m·(t³ − t)/6·h² with m = 3·(y0 − 2·y1 + y2)/(2·h²).
  it('bends as a natural cubic spline does', () => {
    const drawn = splineThrough([
      [-3, 0],
      [0, 4],
      [3, 0],
    ]);
    const [x, y] = drawn[10] ?? [0, 0]; // of 30 pieces
    const t = 1 / 3;
    expect(x).toBeCloseTo(-3 + 3 * t, 9);
    expect(y).toBeCloseTo(4 * t + ((t ** 3 - t) / 6) * ((3 * -8) / 2), 9);
  });

  it('turns sooner on the shorter chord, for its parameter is the square root of the chord', () => {
    const middle = splineThrough([
      [0, 0],
      [1, 0],
      [1, 4],
    ])[6]; // of 30 pieces
    // Knots 0, 1, 3; second derivatives at the middle knot: x −1, y 2.
    const t = 1 / 5;
    expect(middle?.[0]).toBeCloseTo(t + ((t ** 3 - t) / 6) * -1, 9);
    expect(middle?.[1]).toBeCloseTo(((t ** 3 - t) / 6) * 2, 9);
  });

  it('takes many points in its stride', () => {
    const points = Array.from({ length: 100_000 }, (_, i): TulipPoint => [i % 100, (i * 7) % 90]);
    expect(splineThrough(points).length).toBeGreaterThan(90_000);
  });
});
