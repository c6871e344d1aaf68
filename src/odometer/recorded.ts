import { ellipsoidalDistance } from '../geo/ellipsoid.ts';
import type { Place } from '../geo/line.ts';
import type { SourceEvent } from './source.ts';

/** A position as a receiver recorded it. */
export interface Fix {
  readonly place: Place;
  /** ms on any clock; null where the recording has none. */
  readonly t: number | null;
}

/** A standing receiver wanders: nearer to the last place than this the car has not moved, metres. */
const jitter = 3;

/**
 * A recorded drive as the wheel would have counted it, so that it can be driven again; its positions go no further than
 * this. Between segments no distance is invented. Without times the car drives at `speedKmh`.
 */
export function* wheelOf(
  segments: Iterable<readonly Fix[]>,
  { metresPerCount, speedKmh }: { readonly metresPerCount: number; readonly speedKmh: number },
): Generator<SourceEvent> {
  let metres = 0;
  let begun: number | null = null;
  let t = 0;
  for (const fixes of segments) {
    let last: Place | null = null;
    for (const fix of fixes) {
      const moved: number = last === null ? 0 : ellipsoidalDistance(last, fix.place);
      const still = last !== null && moved < jitter;
      if (!still) {
        last = fix.place;
        metres += moved;
      }
      if (fix.t === null) t += (moved / speedKmh) * 3600;
      else {
        begun ??= fix.t;
        t = Math.max(t, fix.t - begun);
      }
      yield still ? { type: 'tick', t } : { type: 'wheel', t, raw: metres / metresPerCount };
    }
  }
}
