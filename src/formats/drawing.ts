import type { LineStyle } from '../model/fields.ts';
import type { Tulip, TulipPoint, TulipRoad } from '../model/tulip.ts';

/** How a road of a drawing program becomes a road of our tulip. Points are in the tulip's own frame (model/tulip.ts). */

/** A road is straight when nothing of it leaves its chord by more; a line is about this wide. */
const straightWithin = 0.04;
/** Lengths that a straight road may have and still be drawn as any other. */
const usualLength = { least: 0.65, most: 1.5 };
/** A drawn line keeps this many points; more are thinned evenly. */
const mostPoints = 16;

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

/** A place in the frame: what lies farther out is brought to its edge. */
export function framed(x: number, y: number): TulipPoint {
  return [rounded(Math.max(-4, Math.min(4, x)), 100), rounded(Math.max(-4, Math.min(4, y)), 100)];
}

function isStraight(path: readonly TulipPoint[]): boolean {
  const [start, end] = [path[0], path.at(-1)];
  if (!start || !end) return false;
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const length = Math.hypot(dx, dy);
  return path.every(([x, y]) => {
    const along = ((x - start[0]) * dx + (y - start[1]) * dy) / length;
    const aside = Math.abs((x - start[0]) * dy - (y - start[1]) * dx) / length;
    return aside <= straightWithin && along >= -straightWithin && along <= length + straightWithin;
  });
}

/** As the model keeps them: points that follow each other at one place are one, and not too many; the ends stay. */
function thinned(points: readonly TulipPoint[]): TulipPoint[] {
  const placed = points.map(([x, y]) => framed(x, y));
  const apart = placed.filter((point, i) => {
    const before = placed[i - 1];
    return !before || before[0] !== point[0] || before[1] !== point[1];
  });
  if (apart.length <= mostPoints) return apart;
  const step = (apart.length - 1) / (mostPoints - 1);
  return Array.from({ length: mostPoints }, (_, i) => apart[Math.round(i * step)] ?? [0, 0]);
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts + 0; // + 0: never −0
}
