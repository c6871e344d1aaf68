import * as z from 'zod';

/** What a wheel's count is worth, as measured over a known distance; also the shape of the file it is kept in. */
export const Calibration = z.object({
  calibration: z.literal(1),
  /** Metres a count: the median of the runs. */
  metresPerCount: z.number().min(1e-5).max(1000),
  /** The known distance, metres. */
  distance: z.number().positive(),
  /** The wheel's counts over it, one figure a run. */
  counts: z.array(z.number().positive()).min(1),
  /** Half of what lies between the lowest run and the highest, relative to the median; null after a single run. */
  spread: z.number().min(0).nullable(),
  /** What was heard: `serial /dev/ttyUSB0`; null for counts typed by hand. */
  source: z.string().nullable(),
  /** When, ISO 8601. */
  date: z.string(),
});
export type Calibration = z.infer<typeof Calibration>;

/** Runs that differ by more than this cannot all be right: on firm ground a wheel slips well under a per cent. */
const widest = 0.01;
/** One count may be this share of the distance; with more, the count itself is too coarse. */
const coarsest = 0.005;

/** Metres a count of each run. */
export function factors(distance: number, counts: readonly number[]): number[] {
  return counts.map((count) => distance / count);
}

/** The calibration of these runs, at least one, each above 0. The median, so that one bad run among three does no harm. */
export function calibrationOf(
  distance: number,
  counts: readonly number[],
  about: Pick<Calibration, 'source' | 'date'>,
): Calibration {
  const sorted = factors(distance, counts).sort((a, b) => a - b);
  const [low, high] = [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
  const middle = sorted.length / 2;
  const median = ((sorted[Math.ceil(middle) - 1] ?? low) + (sorted[Math.floor(middle)] ?? high)) / 2;
  const spread = counts.length === 1 ? null : (high - low) / 2 / median;
  return { calibration: 1, metresPerCount: median, distance, counts: [...counts], spread, ...about };
}

/** True when the runs differ too much to be believed. */
export function disagrees({ spread }: Calibration): boolean {
  return spread !== null && spread > widest;
}

/** What the crew should know of a calibration before it drives by it. */
export function doubts(calibration: Calibration): string[] {
  const { metresPerCount, distance, counts, spread } = calibration;
  const said: string[] = [];
  if (spread === null) said.push('one run shows no spread: drive it again to see how sure this is');
  if (metresPerCount / distance > coarsest) {
    const share = ((metresPerCount / distance) * 100).toFixed(1);
    said.push(`one count is ${share} % of this distance: a longer one, or more magnets, is surer`);
  }
  if (counts.length < 3) return said;
  for (const [i, factor] of factors(distance, counts).entries()) {
    const off = factor / metresPerCount - 1;
    if (Math.abs(off) > widest) said.push(`run ${i + 1} is ${percent(off)} off the median`);
  }
  return said;
}

/** `+0.31 %` */
export function percent(share: number): string {
  return `${share < 0 ? '−' : '+'}${Math.abs(share * 100).toFixed(2)} %`;
}
