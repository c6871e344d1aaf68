import type { Spread } from './debrief.ts';
import { tenth } from './watch.ts';

/** The errors of confirmations in a few figures; null where there is none. */
export function spreadOf(errors: readonly number[]): Spread | null {
  if (errors.length === 0) return null;
  const signed = [...errors].sort((a, b) => a - b);
  const sizes = errors.map(Math.abs).sort((a, b) => a - b);
  return {
    count: errors.length,
    bias: tenth(quantile(signed, 0.5)),
    median: tenth(quantile(sizes, 0.5)),
    most: tenth(quantile(sizes, 0.95)),
    worst: tenth(quantile(sizes, 1)),
  };
}

/** Linear between the two nearest (Hyndman and Fan, 1996, type 7), of sorted values. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
