/** Plane geometry of a tulip: points are [x, y], x right and y up; bearings are degrees clockwise from up. */
export type Point = readonly [x: number, y: number];
export type Polyline = readonly Point[];

/** The direction of a bearing, length 1. */
export function towards(bearing: number): Point {
  const radians = (bearing * Math.PI) / 180;
  return [Math.sin(radians), Math.cos(radians)];
}

/** The bearing of a point seen from the origin, −180 to 180; 0 for the origin itself. */
export function bearingOf([x, y]: Point): number {
  return (Math.atan2(x, y) * 180) / Math.PI;
}

export function along([x, y]: Point, [dx, dy]: Point, by: number): Point {
  return [x + dx * by, y + dy * by];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

export function mid(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** From one bearing round to the other on a circle, clockwise when `to` is greater, a point about every 6°. */
export function arc(centre: Point, radius: number, from: number, to: number): Point[] {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 6));
  return Array.from({ length: steps + 1 }, (_, i) =>
    along(centre, towards(from + ((to - from) * i) / steps), radius),
  );
}

/** A quadratic Bézier curve, 17 points. */
export function bow(from: Point, control: Point, to: Point): Point[] {
  return Array.from({ length: 17 }, (_, i) => {
    const t = i / 16;
    return mid(mid(from, control, t), mid(control, to, t), t);
  });
}

/**
 * A smooth line through the points: Catmull–Rom with centripetal parameters (Yuksel, Schaefer, Keyser 2011), which makes
 * no loops or cusps between points however unevenly they lie. Eight pieces between two points.
 */
export function smooth(points: Polyline): Point[] {
  const path = points.filter((p, i) => i === 0 || distance(p, points[i - 1] ?? p) > 1e-6);
  const first = path[0];
  if (first === undefined || path.length < 3) return [...path];
  const curve: Point[] = [first];
  for (let i = 0; i + 1 < path.length; i++) {
    const [b, c] = [path[i] ?? first, path[i + 1] ?? first];
    const a = path[i - 1] ?? mid(c, b, 2);
    const d = path[i + 2] ?? mid(b, c, 2);
    for (let step = 1; step <= 8; step++) curve.push(step === 8 ? c : catmullRom(a, b, c, d, step / 8));
  }
  return curve;
}

/** The Barry–Goldman pyramid: the point at `t`, 0 to 1, between b and c. */
function catmullRom(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const tb = Math.sqrt(distance(a, b));
  const tc = tb + Math.sqrt(distance(b, c));
  const td = tc + Math.sqrt(distance(c, d));
  const at = tb + (tc - tb) * t;
  const ab = mid(a, b, at / tb);
  const bc = mid(b, c, (at - tb) / (tc - tb));
  const cd = mid(c, d, (at - tc) / (td - tc));
  return mid(mid(ab, bc, at / tc), mid(bc, cd, (at - tb) / (td - tb)), (at - tb) / (tc - tb));
}

/** The line without its last `by` (never shorter than nothing). */
export function shortened(line: Polyline, by: number): Point[] {
  const rest = [...line];
  let left = by;
  for (;;) {
    const [last, before] = [rest.at(-1), rest.at(-2)];
    if (last === undefined || before === undefined) return rest;
    const step = distance(last, before);
    if (step > left) {
      rest[rest.length - 1] = mid(last, before, left / step);
      return rest;
    }
    left -= step;
    rest.pop();
  }
}

/** Which way the line goes at its end, from the last `over` of it: length 1. Up where it has no length. */
export function headingAtEnd(line: Polyline, over: number): Point {
  const end = line.at(-1);
  const from = shortened(line, over).at(-1);
  if (end === undefined || from === undefined) return [0, 1];
  const length = distance(end, from);
  return length < 1e-9 ? [0, 1] : [(end[0] - from[0]) / length, (end[1] - from[1]) / length];
}

/** The part of a line that goes on outside a circle around the origin after it was last inside; all of it if it never was. */
export function outside(line: Polyline, radius: number): Point[] {
  const inside = line.findLastIndex((p) => Math.hypot(...p) < radius);
  const from = line[inside];
  const to = line[inside + 1];
  if (from === undefined) return [...line];
  if (to === undefined) return [];
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const t = (low + high) / 2;
    if (Math.hypot(...mid(from, to, t)) < radius) low = t;
    else high = t;
  }
  return [mid(from, to, high), ...line.slice(inside + 1)];
}

/** How near the line comes to a point; infinite for a line without points. */
export function nearness(line: Polyline, point: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [i, a] of line.entries()) {
    const b = line[i + 1] ?? a;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const square = dx * dx + dy * dy;
    const t = square === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square;
    least = Math.min(least, distance(point, mid(a, b, Math.max(0, Math.min(1, t)))));
  }
  return least;
}
