import fc from 'fast-check';
import geographiclib from 'geographiclib-geodesic';
import { expect, it, test } from 'vitest';
import { ellipsoidalDistance } from '../../src/geo/ellipsoid.ts';

const wgs84 = geographiclib.Geodesic.WGS84;

it('is the geodesic for the legs of a track', () => {
  const offset = fc.double({ min: -0.5, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(
      fc.double({ min: -85, max: 85, noNaN: true }),
      fc.double({ min: -180, max: 180, noNaN: true }),
      offset,
      offset,
      (latitude, longitude, north, east) => {
        const to = { latitude: latitude + north, longitude: longitude + east };
        const exact = wgs84.Inverse(latitude, longitude, to.latitude, to.longitude).s12 ?? 0;
        const ours = ellipsoidalDistance({ latitude, longitude }, to);
        expect(Math.abs(ours - exact)).toBeLessThanOrEqual(0.001 + exact * 2e-5);
      },
    ),
    { seed: 5, numRuns: 500 },
  );
});

test.each([
  ['no distance', [10, 10], [10, 10], 0],
  ['a degree of the equator', [0, 0], [0, 1], 111_319.491],
  ['a degree of the meridian at the equator', [0, 0], [1, 0], 110_574.389],
])('%s', (_, [lat1 = 0, lon1 = 0], [lat2 = 0, lon2 = 0], metres) => {
  const there = ellipsoidalDistance({ latitude: lat1, longitude: lon1 }, { latitude: lat2, longitude: lon2 });
  expect(there).toBeCloseTo(metres, 0);
});
