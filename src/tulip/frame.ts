import type { Point, Polyline } from './geometry.ts';
import type { Courses } from './roads.ts';

/** Where a tulip lies on a canvas whose places are counted from its top left corner, y down. */
export interface Frame {
  /** Canvas widths to the tulip's unit. */
  readonly scale: number;
  readonly place: (point: Point) => Point;
  readonly places: (line: Polyline) => Point[];
}

/**
 * Lays the tulip's lines into a canvas as large as they go, in the middle, with a margin for their width; the `foot` below
 * is for the ball where the crew comes from. The junction lies on a corner of dots, so that a straight line is straight.
 */
export function frameOf(
  courses: Courses,
  width: number,
  height: number,
  margin: number,
  foot = margin,
): Frame {
  let [left, right, bottom, top] = [-1, 1, -1, 1];
  const { entry, exit, roads, roundabout } = courses;
  for (const line of [entry, exit, ...roads, roundabout && { points: roundabout.circle }]) {
    for (const [x, y] of line?.points ?? []) {
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
    }
  }
  const room = [Math.max(1, width - 2 * margin), Math.max(1, height - margin - foot)] as const;
  const scale = Math.min(room[0] / (right - left), room[1] / (top - bottom));
  const across = Math.round(width / 2 - ((left + right) / 2) * scale);
  const down = Math.round((height + margin - foot) / 2 + ((bottom + top) / 2) * scale);
  const place = ([x, y]: Point): Point => [across + x * scale, down - y * scale];
  return { scale, place, places: (line) => line.map(place) };
}
