import { getPreciseDistance } from 'geolib';
import { describe, expect, it } from 'vitest';
import { ellipsoidalDistance } from '../../src/geo/ellipsoid.ts';
import { isSamePlace } from '../../src/geo/same-place.ts';

const place = { latitude: 31.4302, longitude: -4.2301 };

describe('the same place', () => {
  it.each([
    ['the very same', { latitude: 31.4302, longitude: -4.2301 }, true],
    ['the sixth decimal', { latitude: 31.430201, longitude: -4.230101 }, true],
    ['half a metre off', { latitude: 31.430205, longitude: -4.2301 }, false],
    ['another continent', { latitude: -31.4302, longitude: -4.2301 }, false],
  ])('%s', (_, other, same) => {
    expect(isSamePlace(place, other)).toBe(same);
    expect(isSamePlace(other, place)).toBe(same);
  });
});

it('our distances agree with an implementation by others', () => {
  const far = { latitude: 31.6, longitude: -4.9 };
  expect(ellipsoidalDistance(place, far)).toBeCloseTo(getPreciseDistance(place, far, 0.01), 1);
});
