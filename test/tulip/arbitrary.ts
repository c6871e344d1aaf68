import fc from 'fast-check';
import { lineStyles } from '../../src/model/fields.ts';
import type { Tulip } from '../../src/model/tulip.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0); // no −0: JSON has none

const angle = fc.oneof(fc.integer({ min: -180, max: 180 }), between(-180, 180));
const point = fc.tuple(between(-4, 4), between(-4, 4));
const path = fc.option(fc.array(point, { minLength: 2, maxLength: 64 }), { nil: null, freq: 3 });
const line = fc.constantFrom(...lineStyles);
const road = fc.record({ angle, line, curve: fc.oneof(fc.constant(0), between(-1, 1)), path });

/** Any tulip that the model allows. */
export const anyTulip: fc.Arbitrary<Tulip> = fc.record({
  entry: fc.record({ line, path }),
  exit: fc.option(road, { nil: null }),
  roads: fc.array(road, { maxLength: 32 }),
  roundabout: fc.boolean(),
  symbols: fc.array(
    fc.record({
      symbol: fc.oneof(
        fc.constantFrom('house', 'palm-tree', 'ford', 'danger-2'),
        fc.string({ minLength: 1, maxLength: 80 }),
      ),
      at: fc.oneof(point, fc.constantFrom<[number, number]>([0.85, 0], [0.6, 0.6], [-0.6, 0.6], [0, 0.4])),
      angle: fc.oneof(fc.constant(0), between(-360, 360)),
      scale: fc.oneof(fc.constantFrom(1, 1.5), between(0.01, 10)),
    }),
    { maxLength: 64 },
  ),
  labels: fc.array(fc.record({ text: fc.string({ maxLength: 200 }), at: point }), { maxLength: 32 }),
});
