import type { LineStyle } from '../model/fields.ts';
import type { Tulip, TulipPoint, TulipRoad } from '../model/tulip.ts';

/** How a road of a drawing program becomes a road of our tulip. Points are in the tulip's own frame (model/tulip.ts). */

/** A road is straight when nothing of it leaves its chord by more; a line is about this wide. */
const straightWithin = 0.04;
/** Lengths that a straight road may have and still be drawn as any other. */
const usualLength = { least: 0.65, most: 1.5 };
/** A drawn line keeps the points that it cannot do without by more than this; they are joined by a smooth line again. */
const simplerBy = 0.008;
/** Points of a line that are looked at, and that are kept at most; more are thinned evenly. */
const most = { looked: 128, kept: 16 };

/** `points` go from the junction outwards, in our frame. Null when nothing was drawn. */
export function drawnRoad(points: readonly TulipPoint[], line: LineStyle): TulipRoad | null {
  const path = thinned(points);
  const [start, end] = [path[0], points.at(-1)];
  if (!start || !end || path.length < 2) return null;
  const [angle, length] = [turnTo(end), Math.hypot(...end)];
  if (!isStraight(path)) return { angle, line, curve: 0, path };
  const usual =
    Math.hypot(...start) <= straightWithin && length >= usualLength.least && length <= usualLength.most;
  return { angle, line, curve: 0, path: usual ? null : [start, framed(...end)] };
}

/** The way in, also from the junction outwards; null where the file draws none, which is straight from below. */
export function drawnEntry(points: readonly TulipPoint[] | null, line: LineStyle): Tulip['entry'] {
  const path = points ? thinned(points) : [];
  const [start, end] = [path[0], path.at(-1)];
  if (!start || !end || path.length < 2) return { line, path: null };
  if (!isStraight(path)) return { line, path };
  const plain = [start, end].every(([x]) => Math.abs(x) <= straightWithin) && end[1] < 0;
  return { line, path: plain ? null : [start, end] };
}

/** Where a point lies from the junction, degrees clockwise from straight ahead, −180 to 180, to a tenth. */
function turnTo([x, y]: TulipPoint): number {
  return rounded((Math.atan2(x, y) * 180) / Math.PI, 10);
}

/** Far outside any box: what a drawing says beyond it is nonsense, and sums with it could overflow. */
export function onCanvas(pixels: number): number {
  return Math.max(-10_000, Math.min(10_000, pixels));
}

/** The place of a thing in the frame, to a hundredth: what lies farther out is brought to its edge. */
export function placed(x: number, y: number): TulipPoint {
  return framed(x, y, 100);
}

/** Points of a line are kept to a thousandth: it would tremble otherwise. */
function framed(x: number, y: number, parts = 1000): TulipPoint {
  return [rounded(Math.max(-4, Math.min(4, x)), parts), rounded(Math.max(-4, Math.min(4, y)), parts)];
}

function isStraight(path: readonly TulipPoint[]): boolean {
  const [start, end] = [path[0], path.at(-1)];
  return start && end ? path.every((point) => offChord(point, start, end) <= straightWithin) : false;
}

/** As the model keeps them: points that follow each other at one place are one, and not too many; the ends stay. */
function thinned(points: readonly TulipPoint[]): TulipPoint[] {
  const inside = evenly(points, most.looked).map(([x, y]) => framed(x, y));
  const apart = inside.filter((point, i) => {
    const before = inside[i - 1];
    return !before || before[0] !== point[0] || before[1] !== point[1];
  });
  return evenly(simplified(apart), most.kept);
}

/** The Douglas–Peucker algorithm: without the points that lie on the line between those that are kept. */
function simplified(points: readonly TulipPoint[]): TulipPoint[] {
  const [start, end] = [points[0], points.at(-1)];
  if (!start || !end || points.length < 3) return [...points];
  const far = points.map((point) => offChord(point, start, end));
  const farthest = far.reduce((best, off, i) => (off > (far[best] ?? 0) ? i : best), 0);
  if ((far[farthest] ?? 0) <= simplerBy) return [start, end];
  return [...simplified(points.slice(0, farthest + 1)).slice(0, -1), ...simplified(points.slice(farthest))];
}

/** Distance of a point from the piece between two others. */
function offChord([x, y]: TulipPoint, from: TulipPoint, to: TulipPoint): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / squared;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy);
}

/** At most so many of them, spread evenly; the ends stay. */
function evenly(points: readonly TulipPoint[], count: number): TulipPoint[] {
  if (points.length <= count) return [...points];
  const step = (points.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, i) => points[Math.round(i * step)] ?? [0, 0]);
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts + 0; // + 0: never −0
}
