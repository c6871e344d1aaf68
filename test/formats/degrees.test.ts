import { expect, test } from 'vitest';
import { degreesFrom } from '../../src/formats/degrees.ts';

test.each([
  ['31.5', 31.5],
  [' -31.5 ', -31.5],
  ['40.61058219907636', 40.61058219907636],
  ['31,5', 31.5],
  ['31.5N', 31.5],
  ['S31.5', -31.5],
  ['N31 12.345', 31.20575],
  ['31°30\'00"N', 31.5],
  ['31° 30′ 36″ S', -31.51],
  ['31:30:00', 31.5],
  ['-31 30', -31.5],
  ['31º30’', 31.5],
])('%s is latitude %d', (text, degrees) => {
  expect(degreesFrom(text, 'latitude')).toBe(degrees);
});

test.each([
  '',
  'N',
  'E31',
  'N31S',
  '-31 S',
  '31.5 30',
  '31 60',
  '31 30 60',
  '1 2 3 4',
  '1e3',
  'thirty',
  '31..5',
  '1234',
])('“%s” is none', (text) => {
  expect(degreesFrom(text, 'latitude')).toBeNull();
});

test('a longitude has east and west', () => {
  expect(degreesFrom('W004 12.345', 'longitude')).toBe(-4.20575);
  expect(degreesFrom('4.2E', 'longitude')).toBe(4.2);
  expect(degreesFrom('4.2N', 'longitude')).toBeNull();
});
