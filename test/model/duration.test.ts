import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationText, secondsFrom } from '../../src/model/duration.ts';

test.each([
  ['3 s', 3],
  ['90', 90],
  ['15 min', 900],
  ['15min', 900],
  ['2,5 min', 150],
  ['1 h 30 min', 5400],
  ['1 h', 3600],
  ['1 hour 1 minute 1 second', 3661],
  ['0:15:00', 900],
  ['PT1H30M', 5400],
  ['PT39M30S', 2370],
  ['PT0S', 0],
  ['', null],
  ['PT', null],
  ['15:00', null],
  ['soon', null],
  ['1.2.3 s', null],
  ['-5', null],
])('%j is %s s', (text, seconds) => {
  expect(secondsFrom(text)).toBe(seconds);
});

test('a written duration reads back', () => {
  expect(durationText(0)).toBe('0 s');
  expect(durationText(900)).toBe('15 min');
  expect(durationText(5430)).toBe('1 h 30 min 30 s');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_400 }), (s) => secondsFrom(durationText(s)) === s),
    { seed: 1 },
  );
});
