import type { TulipPoint } from '../../model/tulip.ts';

/** Pieces a whole curve is drawn in. */
const pieces = 60;

/**
 * Points along the natural cubic spline through the given ones, ends included. Rally Navigator's handles are points that
 * the line passes through; the parameter grows with the square root of each chord (a centripetal spline: E. Lee, "Choosing
 * nodes in parametric curve interpolation", 1989).
 */
export function splineThrough(through: readonly TulipPoint[]): TulipPoint[] {
  const points = through.filter((point, i) => i === 0 || chord(through[i - 1], point) > 0);
  if (points.length < 3) return points;
  const steps = points.slice(1).map((point, i) => Math.sqrt(chord(points[i], point)));
  const x = secondDerivatives(
    points.map(([value]) => value),
    steps,
  );
  const y = secondDerivatives(
    points.map(([, value]) => value),
    steps,
  );
  const each = Math.max(1, Math.floor(pieces / steps.length));
  const [first] = points;
  const drawn: TulipPoint[] = first ? [first] : [];
  for (const [i, step] of steps.entries()) {
    const [from, to] = [points[i], points[i + 1]];
    if (!from || !to) break;
    for (let piece = 1; piece <= each; piece++) {
      const at = piece / each;
      drawn.push([
        between(at, step, from[0], to[0], x[i] ?? 0, x[i + 1] ?? 0),
        between(at, step, from[1], to[1], y[i] ?? 0, y[i + 1] ?? 0),
      ]);
    }
  }
  return drawn;
}

function chord(a: TulipPoint | undefined, b: TulipPoint): number {
  return a ? Math.hypot(b[0] - a[0], b[1] - a[1]) : 0;
}

/** On one piece of the spline, `at` from 0 to 1, from its end values and second derivatives there. */
function between(
  at: number,
  step: number,
  from: number,
  to: number,
  bendFrom: number,
  bendTo: number,
): number {
  const left = 1 - at;
  const bend = (left ** 3 - left) * bendFrom + (at ** 3 - at) * bendTo;
  return left * from + at * to + (step * step * bend) / 6;
}

/** Second derivatives at the points, 0 at both ends: the tridiagonal system of a natural cubic spline. */
function secondDerivatives(values: readonly number[], steps: readonly number[]): number[] {
  const last = values.length - 1;
  const upper: number[] = [0];
  const right: number[] = [0];
  for (let i = 1; i < last; i++) {
    const before = steps[i - 1] ?? 1;
    const after = steps[i] ?? 1;
    const here = values[i] ?? 0;
    const slopes = ((values[i + 1] ?? 0) - here) / after - (here - (values[i - 1] ?? 0)) / before;
    const pivot = 2 * (before + after) - before * (upper[i - 1] ?? 0);
    upper.push(after / pivot);
    right.push((6 * slopes - before * (right[i - 1] ?? 0)) / pivot);
  }
  const bends = new Array<number>(last + 1).fill(0);
  for (let i = last - 1; i > 0; i--) bends[i] = (right[i] ?? 0) - (upper[i] ?? 0) * (bends[i + 1] ?? 0);
  return bends;
}
