import type { Point, Polyline } from './geometry.ts';
import type { Courses } from './roads.ts';

/** Where a tulip lies on a canvas whose places are counted from its top left corner, y down. */
export interface Frame {
  /** Canvas widths to the tulip's unit. */
  readonly scale: number;
  readonly place: (point: Point) => Point;
  readonly places: (line: Polyline) => Point[];
}

/** Lays the tulip's lines into a canvas as large as they go, in the middle, with a margin for their width. */
export function frameOf(courses: Courses, width: number, height: number, margin: number): Frame {
  let [left, right, bottom, top] = [-1, 1, -1, 1];
  const { entry, exit, roads, roundabout } = courses;
  for (const line of [entry, exit, ...roads, roundabout && { points: roundabout.circle }]) {
    for (const [x, y] of line?.points ?? []) {
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
    }
  }
  const room = [Math.max(1, width - 2 * margin), Math.max(1, height - 2 * margin)] as const;
  const scale = Math.min(room[0] / (right - left), room[1] / (top - bottom));
  const place = ([x, y]: Point): Point => [
    width / 2 + (x - (left + right) / 2) * scale,
    height / 2 - (y - (bottom + top) / 2) * scale,
  ];
  return { scale, place, places: (line) => line.map(place) };
}
