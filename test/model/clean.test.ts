import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanRoadbook } from '../../src/model/clean.ts';
import { Roadbook } from '../../src/model/roadbook.ts';
import { anyRoadbook } from '../support/arbitrary-roadbook.ts';
import { changedTree, treeChange } from '../support/mutate.ts';

/** The same verdict and the same value, keys in the same order; no word from the generated code is “ask zod”. */
function agree(draft: unknown): 'clean' | 'not' {
  const { data = null } = Roadbook.safeParse(draft);
  const clean = cleanRoadbook(draft);
  expect(clean).toStrictEqual(data);
  expect(JSON.stringify(clean)).toBe(JSON.stringify(data));
  return clean === null ? 'not' : 'clean';
}

test('the generated code and zod make the same of any roadbook, changed at any place', () => {
  const found = { clean: 0, not: 0 };
  fc.assert(
    fc.property(anyRoadbook(), fc.array(treeChange, { maxLength: 3 }), (roadbook, changes) => {
      const changed = changedTree(JSON.stringify(roadbook), changes);
      found[agree(JSON.parse(changed || 'null'))]++;
    }),
    { seed: 3, numRuns: 500 },
  );
  expect(Math.min(found.clean, found.not)).toBeGreaterThan(50);
});

describe('values that JSON has not, and the ends of each range', () => {
  const note = (fields: object) => ({ notes: [{ number: 1, ...fields }] });
  const numbers = [-1, -0, 0, 0.5, 1, 2, 3, 4, 80, 90, 90.1, 180, 181, 300, 301, 360, 361, 86_400, 86_401];
  const large = [1e6, 1e6 + 1, 2e7, 2e7 + 1, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, Number.MIN_VALUE];
  const texts = [0, 1, 40, 41, 80, 81, 200, 201, 10_000, 10_001, 20_000, 20_001].map((n) => 'é'.repeat(n));
  const others = [undefined, null, true, [], {}, [undefined], new Array(2), new Date(0), Symbol.iterator, 1n];
  const values = [...numbers, ...large, ...texts, ...others];

  test.each(Object.keys(Roadbook.shape.notes.element.shape))('note %s', (field) => {
    for (const value of values) agree(note({ [field]: value }));
  });
  test.each(Object.keys(Roadbook.shape))('%s', (field) => {
    for (const value of values) agree({ notes: [], [field]: value });
  });
  test.each([
    ['at', { latitude: 1, longitude: 2 }],
    ['waypoints', [{ type: 'WPM', open: 800, clear: 90 }]],
    [
      'tulip',
      {
        entry: {},
        exit: {
          angle: 75,
          path: [
            [0, 0],
            [0.5, 4],
          ],
        },
      },
    ],
    ['symbols', ['dunes']],
    ['services', ['fuel', 'Fuel']],
    ['pictures', {}],
    ['surface', 'wadi'],
    ['kept', [{ format: 'rn2' }]],
  ])('note %s: %j', (field, value) => void agree(note({ [field]: value })));

  test('keys that are not the roadbook’s', () => {
    expect(agree({ notes: [], nots: [] })).toBe('not');
    expect(agree(note({ caps: undefined }))).toBe('not');
    expect(agree(JSON.parse('{"notes": [], "__proto__": {}}'))).toBe('not');
    expect(agree({ notes: [] })).toBe('clean');
  });
});
