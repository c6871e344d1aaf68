import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Place } from '../../src/geo/line.ts';
import { earthRadius, sphericalDistance } from '../../src/geo/sphere.ts';
import { lengthsAlong, projector } from '../../src/geo/track.ts';

const byRallyNavigator = (a: Place, b: Place) => sphericalDistance(a, b, earthRadius.rallyNavigator);

/** Metres east and north of 31° N 4° W, where a degree is 111.195 km north and 95.313 km east. */
function place(east: number, north: number): Place {
  return {
    latitude: 31 + north / 111_194.93,
    longitude: -4 + east / (111_194.93 * Math.cos((31 * Math.PI) / 180)),
  };
}

function on(track: readonly Place[]) {
  return projector(track, lengthsAlong(track, byRallyNavigator));
}

const metres = ({ along, offset }: { along: number; offset: number }) => [
  Math.round(along),
  Math.round(offset),
];

describe('projection', () => {
  const straight = on([place(0, 0), place(1000, 0), place(2000, 0)]);

  test.each([
    ['on a point', place(1000, 0), [1000, 0]],
    ['beside a leg', place(500, 30), [500, 30]],
    ['before the start', place(-40, 30), [0, 50]],
    ['behind the end', place(2300, 400), [2000, 500]],
  ])('%s', (_, at, expected) => {
    const found = straight.nearest(at);
    expect(found && metres(found)).toEqual(expected);
  });

  it('follows a track that comes back on its own line', () => {
    const there = on([place(0, 0), place(3000, 0), place(0, 0)]);
    const passed = [place(0, 0), place(1000, 3), place(3000, 0), place(1000, -3), place(0, 0)];
    expect(there.inOrder(passed).map(metres)).toEqual([
      [0, 0],
      [1000, 3],
      [3000, 0],
      [5000, 3],
      [6000, 0],
    ]);
  });

  it('takes the pass of a crossing that the neighbours leave', () => {
    // A figure of eight that crosses itself at 0, 0.
    const eight = [
      place(0, 0),
      place(1000, 1000),
      place(1000, -1000),
      place(0, 0),
      place(-1000, 1000),
      place(-1000, -1000),
      place(0, 0),
    ];
    const crossings = on(eight).inOrder([
      place(0, 0),
      place(1000, 0),
      place(0, 0),
      place(-1000, 0),
      place(0, 0),
    ]);
    const along = crossings.map((c) => Math.round(c.along));
    expect(along).toEqual([0, 2414, 4828, 7243, 9657]);
  });

  it('goes back only where the places are out of order', () => {
    expect(straight.inOrder([place(1500, 0), place(500, 0), place(1800, 0)]).map(metres)).toEqual([
      [1500, 0],
      [500, 0],
      [1800, 0],
    ]);
  });

  it('crosses the date line', () => {
    const line = [-16, -17, -18].map((latitude, i) => ({
      latitude,
      longitude: 179.5 + i - (i > 0 ? 360 : 0),
    }));
    const [first, last] = on(line).inOrder([
      { latitude: -17, longitude: -179.5 },
      { latitude: -18, longitude: 181.5 },
    ]);
    expect(first?.offset).toBeCloseTo(0, 3);
    expect(last?.along).toBeCloseTo(lengthsAlong(line, byRallyNavigator)[2] ?? 0, 3);
  });

  it('has nothing to say of a track without a leg', () => {
    expect(on([]).inOrder([place(0, 0)])).toEqual([]);
    expect(on([place(0, 0)]).nearest(place(0, 0))).toBeNull();
    const standing = on([place(0, 0), place(0, 0), place(0, 0)]);
    expect(standing.inOrder([place(0, 0), place(100, 0)]).map(metres)).toEqual([
      [0, 0],
      [0, 100],
    ]);
  });

  it('finds the points of a winding track on it, in order', () => {
    const step = fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 300 }), fc.nat(20), (steps, every) => {
        const ends = steps.map((_, i) =>
          steps.slice(0, i + 1).reduce(([x, y], [dx, dy]) => [x + dx, y + dy]),
        );
        const track = ends.map(([east, north]) => place(east, north));
        const lengths = lengthsAlong(track, byRallyNavigator);
        const passed = track.filter((_, i) => i % (every + 1) === 0);
        const found = projector(track, lengths).inOrder(passed);
        expect(found).toHaveLength(passed.length);
        for (const [i, { along, offset }] of found.entries()) {
          expect(offset).toBeLessThan(0.01);
          expect(along).toBeGreaterThanOrEqual(found[i - 1]?.along ?? 0);
          // Never later than the point that it is, as it takes the first pass of equal ones.
          expect(along).toBeLessThanOrEqual((lengths[i * (every + 1)] ?? 0) + 0.01);
        }
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('a track that is long', () => {
  const long = Array.from({ length: 30_000 }, (_, i) => place(i * 10, 200 * Math.sin(i / 50)));
  const lengths = lengthsAlong(long, byRallyNavigator);

  test('is asked about its last place as cheaply as about its first', () => {
    const last = long.at(-1) ?? place(0, 0);
    // A tenth of its legs is more than enough for both.
    const found = projector(long, lengths, 3000).inOrder([place(0, 0), last]);
    expect(found.map(metres)).toEqual([
      [0, 0],
      [Math.round(lengths.at(-1) ?? 0), 0],
    ]);
  });

  test('and lies on one spot has no projections for as many places: that would take its square', () => {
    const heap = long.map((_, i) => place(i % 2, 0));
    const onHeap = projector(heap, lengthsAlong(heap, byRallyNavigator), 1_000_000);
    expect(onHeap.inOrder(heap)).toEqual([]);
    expect(onHeap.nearest(place(0, 0))).toBeNull();
  });
});
