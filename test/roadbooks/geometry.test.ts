import { describe, expect, it } from 'vitest';
import { earthRadius, sphericalBearing, sphericalDistance } from '../../src/geo/sphere.ts';
import type { Coordinates } from '../../src/model/fields.ts';
import { compile } from '../../src/stage/compile.ts';
import { organiser } from './sample.ts';

function metres(a: Coordinates, b: Coordinates): number {
  return sphericalDistance(a, b, earthRadius.rallyNavigator);
}

/** Signed difference of two headings, degrees. */
function turn(from: number, to: number): number {
  return ((((to - from) % 360) + 540) % 360) - 180;
}

/** The notes of a sample with their places on its track, which they follow in order. */
async function surveyed(name: string) {
  const roadbook = await organiser(name);
  const track = (roadbook.track ?? []).flat();
  let along = 0;
  const points = track.map((at, i) => {
    along += metres(track[i - 1] ?? at, at);
    return { at, along };
  });
  let from = 0;
  const notes = compile(roadbook).notes.map(({ at: stated, note }) => {
    const index = points.findIndex(({ at }, i) => i >= from && note.at !== null && metres(at, note.at) < 0.5);
    from = index;
    const point = points[index];
    if (!point) throw new Error(`note ${note.number} does not lie on the track`);
    return { ...point, index, stated, note };
  });
  return { points, notes };
}

describe.each(['shakedown', 'desert-day'])('%s', async (name) => {
  const { points, notes } = await surveyed(name);

  it('states the distances that its track has', () => {
    const off = notes.filter(({ along, stated }) => Math.abs(along - stated) > 5);
    expect(off.map(({ note, along }) => `note ${note.number}: ${along}`)).toEqual([]);
  });

  it('prints the headings that its track has', () => {
    for (const [i, { note, at, index, along }] of notes.entries()) {
      const next = notes[i + 1];
      const onward = points.find((p, j) => j > index && p.along >= along + 30)?.at ?? next?.at;
      if (note.cap !== null && onward) {
        expect(Math.abs(turn(sphericalBearing(at, onward), note.cap)), `note ${note.number}`).toBeLessThan(1);
      }
      if (note.averageCap !== null && next) {
        const average = sphericalBearing(at, next.at);
        expect(Math.abs(turn(average, note.averageCap)), `note ${note.number}`).toBeLessThan(1);
      }
    }
  });

  it('draws in its tulips the turns that its track makes', () => {
    for (const { note, at, index } of notes.slice(1, -1)) {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before || !after) throw new Error(`note ${note.number} is at an end of the track`);
      const made = turn(sphericalBearing(before.at, at), sphericalBearing(at, after.at));
      expect(Math.abs(made - (note.tulip?.exit?.angle ?? 0)), `note ${note.number}`).toBeLessThan(2);
    }
  });

  const marks = notes.flatMap((note) =>
    note.note.waypoints.flatMap((w) => (w.clear === null ? [] : [{ ...note, ...w, clear: w.clear }])),
  );

  it('leaves a waypoint before the next is validated, and the start before the first', () => {
    const [first] = marks;
    expect(first?.along).toBeGreaterThan(100 + (first?.clear ?? 0));
    for (const [i, mark] of marks.entries()) {
      const next = marks.slice(i + 1).find(({ index }) => index !== mark.index);
      if (next)
        expect(metres(mark.at, next.at), `note ${mark.note.number}`).toBeGreaterThan(mark.clear + next.clear);
    }
  });

  it('comes into a waypoint once', () => {
    for (const { at, index, open, clear, note } of marks) {
      const inside = (radius: number, before: number) =>
        points.slice(0, before).flatMap((p, i) => (metres(p.at, at) <= radius ? [i] : []));
      const runs = (list: number[]) => list.filter((i, k) => i - 1 !== list[k - 1]).length;
      expect(runs(inside(clear, points.length)), `note ${note.number} cleared`).toBe(1);
      expect(runs(inside(open ?? clear, index + 1)), `note ${note.number} opened`).toBe(1);
    }
  });
});
