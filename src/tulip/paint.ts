import type { LineStyle } from '../model/fields.ts';
import { arrowOf } from './arrow.ts';
import { type Dots, fillAround, strokeDots } from './dots.ts';
import type { Frame } from './frame.ts';
import { along, type Point, type Polyline, shortened } from './geometry.ts';
import { type Course, type Courses, stopEnds } from './roads.ts';

/** Widths of the driven line and of a road not taken in the tulip's unit; never less than the grid can show. */
const drivenWidths: Readonly<Record<LineStyle, number>> = {
  'dual-carriageway': 0.13,
  road: 0.11,
  'main-track': 0.14,
  track: 0.11,
  'small-track': 0.08,
  'low-visibility': 0.11,
  'off-piste': 0.11,
};
const otherWidths: Readonly<Record<LineStyle, number>> = {
  'dual-carriageway': 0.04,
  road: 0.04,
  'main-track': 0.08,
  track: 0.055,
  'small-track': 0.03,
  'low-visibility': 0.05,
  'off-piste': 0.05,
};

/**
 * From these scales on there is room for two lines for tarmac, for bars at roads' ends, for the edges of a driven road, and
 * of a roundabout.
 */
const roomForDoubles = 10;
const roomForBars = 11;
const roomForEdges = 14;
const roomForRing = 20;

/** The edges of a road begin so far behind the ball's middle, in the tulip's unit. */
const clearOfBall = 0.26;
/** From this scale on a ball is more than the end of the line. */
const roomForBall = 4.5;

/** The ball where the crew comes from: wider than the line by as much as an eye needs. */
function ballRadius(scale: number): number {
  return scale < roomForBall ? 1 : Math.max(2, 0.15 * scale);
}

/** Paints a tulip's roads in dots: the same drawing as in print, in widths that a coarse grid can show. */
export function paintRoads(dots: Dots, courses: Courses, frame: Frame): void {
  const { entry, exit, roads, roundabout } = courses;
  const ring = roundabout && { line: roundabout.line, points: roundabout.circle };
  const isRoad = ring !== null && isTarmac(ring.line) && frame.scale >= roomForRing;
  const shaft = exit && { line: exit.line, points: shortened(exit.points, 0.36) };
  const inward = { line: entry.line, points: shortened(entry.points.toReversed(), clearOfBall) };
  const driven = frame.scale < roomForEdges ? [] : [inward, shaft, isRoad ? ring : null];
  const thin = (course: Course) =>
    strokeDots(
      dots,
      frame.places(course.points),
      'road',
      otherWidth(course.line, frame),
      dash(course.line, false),
    );
  const doubled = frame.scale < roomForDoubles ? [] : roads;
  for (const road of roads) if (!isTarmac(road.line) || doubled.length === 0) thin(road);
  const ours = edges(driven, apart.driven, frame);
  paintEdges(dots, frame, [...ours, ...edges(doubled, ours.length > 0 ? apart.driven : apart.other, frame)]);
  if (ring && !isRoad) thin({ ...ring, line: 'track' });
  if (frame.scale >= roomForBars) paintBars(dots, courses, frame);
}

/** Paints the driven line over everything else. */
export function paintRoute(dots: Dots, { entry, exit, roundabout }: Courses, frame: Frame): void {
  const stroke = ({ line, points }: Course, places = frame.places(points)) =>
    strokeDots(dots, places, 'route', drivenWidth(line, frame), dash(line, true));
  stroke(entry);
  if (roundabout) stroke({ line: 'track', points: roundabout.driven });
  fillAround(dots, [frame.place(entry.points[0] ?? [0, -1])], ballRadius(frame.scale), 'route');
  if (exit) {
    const { shaft, paint } = arrowOf(frame.places(exit.points), frame.scale);
    stroke(exit, [...shaft]);
    paint(dots);
  } else {
    const [x, y] = frame.place(entry.points.at(-1) ?? [0, 0]);
    const half = Math.max(3, 0.22 * frame.scale);
    strokeDots(
      dots,
      [
        [x - half, y],
        [x + half, y],
      ],
      'route',
      drivenWidth(entry.line, frame),
    );
  }
}

function isTarmac(line: LineStyle): boolean {
  return line === 'road' || line === 'dual-carriageway';
}

function drivenWidth(line: LineStyle, { scale }: Frame): number {
  const least = isTarmac(line) && scale >= roomForBars && scale < roomForEdges ? 4 : 2;
  return Math.max(least, Math.round(drivenWidths[line] * scale));
}

function otherWidth(line: LineStyle, { scale }: Frame): number {
  return Math.max(1, Math.round(otherWidths[line] * scale));
}

function dash(line: LineStyle, isDriven: boolean): readonly number[] {
  if (line === 'off-piste') return isDriven ? [0, 4] : [0, 3];
  return line === 'low-visibility' ? [isDriven ? 4 : 3, 2] : [];
}

/** How far the edges of a road lie from its middle at least, in dots; all of them farther where one is driven. */
const apart = { other: 1.5, driven: 3.5 };

interface Edges {
  readonly places: Polyline;
  readonly apart: number;
  readonly hasMiddle: boolean;
}

function edges(courses: readonly (Course | null)[], least: number, frame: Frame): Edges[] {
  return courses.flatMap((course) => {
    if (course === null || !isTarmac(course.line)) return [];
    const hasMiddle = course.line === 'dual-carriageway';
    const apart = Math.max(least, (hasMiddle ? 0.17 : 0.12) * frame.scale);
    return [{ places: frame.places(course.points), apart, hasMiddle }];
  });
}

/** Two lines beside each way, wiped where another road runs between them. */
function paintEdges(dots: Dots, { scale }: Frame, lines: readonly Edges[]): void {
  for (const { places, apart } of lines) {
    for (const side of [-1, 1]) strokeDots(dots, beside(places, side * apart), 'road', 1);
  }
  for (const { places, apart } of lines) fillAround(dots, places, apart - 0.6, null);
  for (const { places, hasMiddle } of lines) {
    if (hasMiddle && scale >= roomForEdges) strokeDots(dots, places, 'road', 1);
  }
}

function paintBars(dots: Dots, courses: Courses, frame: Frame): void {
  const { entry, exit, roads, roundabout } = courses;
  const lines = [entry, exit, ...roads].flatMap((line) => (line ? [line.points] : []));
  if (roundabout) lines.push(roundabout.circle);
  for (const road of roads) {
    const others = lines.filter((points) => points !== road.points);
    const half = Math.max(isTarmac(road.line) ? 2.5 : 1.5, 0.1 * frame.scale);
    for (const { at, heading } of stopEnds(road.points, others)) {
      const [x, y] = frame.place(at);
      const across: Point = [heading[1], heading[0]];
      strokeDots(dots, [along([x, y], across, -half), along([x, y], across, half)], 'road', 1);
    }
  }
}

/** The line moved sideways, to the right of its course for a positive distance on a canvas with y down. */
function beside(line: Polyline, by: number): Point[] {
  return line.map((point, i) => {
    const before = line[i - 1] ?? point;
    const after = line[i + 1] ?? point;
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const length = Math.hypot(dx, dy) || 1;
    return [point[0] - (dy / length) * by, point[1] + (dx / length) * by];
  });
}
