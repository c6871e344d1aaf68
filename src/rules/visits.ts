import { blocksWithin, type Line, lineOf, type Nearby, type Place, placeOn } from '../geo/line.ts';
import type { Ground } from './ground.ts';

/** A stretch of the track inside a circle, metres along it. */
export interface Visit {
  readonly from: number;
  readonly to: number;
}

/** Stretches nearer than this are one: rounding at the points between two legs. */
const seam = 1;

const lines = new WeakMap<Ground, Line>();

/** The stretches of the track inside a circle around a place, in order. Between two of them the track has left it. */
export function visitsOf(ground: Ground, centre: Place, radius: number): Visit[] {
  const line = lines.get(ground) ?? lineOf(ground.track);
  lines.set(ground, line);
  const near = placeOn(line, centre);
  const visits: { from: number; to: number }[] = [];
  for (const block of blocksWithin(line, near, radius)) {
    for (let leg = block.first; leg < block.last; leg++) {
      const inside = chord(line, leg, near, radius);
      if (inside === null) continue;
      const start = ground.lengths[leg] ?? 0;
      const length = (ground.lengths[leg + 1] ?? start) - start;
      const from = start + inside[0] * length;
      const to = start + inside[1] * length;
      const before = visits.at(-1);
      if (before && from - before.to < seam) before.to = to;
      else visits.push({ from, to });
    }
  }
  return visits;
}

/** The part of a leg inside the circle, as shares of the leg, on the plane that touches the earth at its centre. */
function chord(
  { latitudes, longitudes }: Line,
  leg: number,
  { latitude, longitude, metresPerDegreeEast }: Nearby,
  radius: number,
): readonly [number, number] | null {
  const metresPerDegree = metresPerDegreeEast / Math.cos((latitude * Math.PI) / 180);
  const x = ((longitudes[leg] ?? 0) - longitude) * metresPerDegreeEast;
  const y = ((latitudes[leg] ?? 0) - latitude) * metresPerDegree;
  const dx = ((longitudes[leg + 1] ?? 0) - longitude) * metresPerDegreeEast - x;
  const dy = ((latitudes[leg + 1] ?? 0) - latitude) * metresPerDegree - y;
  const square = dx * dx + dy * dy;
  const half = x * dx + y * dy;
  const rest = half * half - square * (x * x + y * y - radius * radius);
  if (square === 0 || rest < 0) return null;
  const from = Math.max(0, (-half - Math.sqrt(rest)) / square);
  const to = Math.min(1, (-half + Math.sqrt(rest)) / square);
  return from < to ? [from, to] : null;
}
