import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactDistance, exactSpeed, kmhFromSpeed, metresFromPrinted } from '../../src/model/units.ts';

const units = fc.constantFrom('metric' as const, 'imperial' as const);

test('an exact distance has two decimals where they do', () => {
  expect(exactDistance(12_340, 'metric')).toBe('12.34');
  expect(exactDistance(12_345, 'metric')).toBe('12.345');
  expect(exactDistance(16_093, 'imperial')).toBe('10.00');
  fc.assert(
    fc.property(
      units,
      fc.integer({ min: 0, max: 20_000_000 }),
      (u, m) => metresFromPrinted(Number(exactDistance(m, u)), u) === m,
    ),
    { seed: 1 },
  );
});

test('an exact speed reads back, or there is none', () => {
  expect(exactSpeed(50, 'metric')).toBe('50');
  expect(exactSpeed(kmhFromSpeed(35, 'imperial'), 'imperial')).toBe('35');
  expect(exactSpeed(50, 'imperial')).toBe(null);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 186 }),
      (mph) => exactSpeed(kmhFromSpeed(mph, 'imperial'), 'imperial') === String(mph),
    ),
    { seed: 1 },
  );
});
