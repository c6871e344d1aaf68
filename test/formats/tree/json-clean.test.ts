import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../../src/formats/tree/document.ts';
import { parseJsonTree } from '../../../src/formats/tree/json.ts';
import { cleanJson } from '../../../src/formats/tree/json-clean.ts';
import { jsonSource } from '../../support/json-source.ts';

/** Whether the fast way read the text, and then as the slow one does: same values, same places, no findings. */
function agrees(text: string): boolean {
  const clean = cleanJson(text);
  if (clean === null) return false;
  const full = documentOf(parseJsonTree(text));
  expect(full.diagnostics).toEqual([]);
  // Many times as fast as toEqual, which then shows the difference.
  if (!isDeepStrictEqual(clean.root(), full.root())) expect(clean.root()).toEqual(full.root());
  if (!isDeepStrictEqual(clean.value, full.value)) expect(clean.value).toEqual(full.value);
  return true;
}

describe('the fast way through a JSON text', () => {
  test.each([
    '{"a": {"b": [1, {"c": null}]}, "d": "\\"a\\": 1"}',
    '[{"a":1},{"a":2},[],{}]',
    ' "x" ',
    '{"10": 1, "9": 2, "a": 3}',
  ])('is taken for %s', (text) => {
    expect(agrees(text)).toBe(true);
  });

  test.each([
    ['an error', '{"a": 1,}'],
    ['a comment', '{"a": 1} // b'],
    ['two equal keys', '{"a": 1, "\\u0061": 2}'],
    ['a key that reaches the prototype', '{"a": {"__proto__": {}}}'],
    ['nesting without end', '['.repeat(50) + ']'.repeat(50)],
    ['nothing', ''],
  ])('is not taken for %s', (_, text) => {
    expect(cleanJson(text)).toBeNull();
  });

  test('says the same as the slow one wherever it is taken', () => {
    const numRuns = Number(process.env.FUZZ_RUNS ?? 3000);
    let read = 0;
    fc.assert(
      fc.property(fc.noBias(fc.nat()).map(jsonSource), (text) => {
        if (agrees(text)) read++;
      }),
      { seed: 4, numRuns },
    );
    // Else nothing would have been compared.
    expect(read / numRuns).toBeGreaterThan(0.7);
  });
});
