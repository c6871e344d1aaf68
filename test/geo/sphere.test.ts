import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { earthRadius, sphericalBearing, sphericalDistance } from '../../src/geo/sphere.ts';

const place = (latitude: number, longitude: number) => ({ latitude, longitude });
const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distance', () => {
  test.each([
    ['a degree of latitude, mean radius', place(0, 0), place(1, 0), earthRadius.rallyNavigator, 111_194.93],
    ['a degree of latitude, equatorial radius', place(0, 0), place(1, 0), earthRadius.tulip, 111_319.49],
    ['over the date line', place(0, 179.5), place(0, -179.5), earthRadius.tulip, 111_319.49],
    ['pole to pole', place(90, 0), place(-90, 77), earthRadius.rallyNavigator, Math.PI * 6_371_000],
  ])('%s', (_, from, to, radius, metres) => {
    expect(sphericalDistance(from, to, radius)).toBeCloseTo(metres, 1);
  });

  it('is a distance: finite, never negative, the same both ways', () => {
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const there = sphericalDistance(a, b, earthRadius.tulip);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(Math.PI * earthRadius.tulip + 1);
        expect(sphericalDistance(b, a, earthRadius.tulip)).toBeCloseTo(there, 3);
      }),
      { seed: 1 },
    );
  });
});

test.each([
  [place(10, 10), place(11, 10), 0],
  [place(0, 10), place(0, 11), 90],
  [place(10, 10), place(9, 10), 180],
  [place(0, 179.9), place(0, -179.9), 90],
  [place(0, 10), place(0, 9), 270],
  [place(31, -4), place(31, -4), 0],
])('the bearing from %j to %j is %d', (from, to, bearing) => {
  expect(sphericalBearing(from, to)).toBeCloseTo(bearing, 6);
});
