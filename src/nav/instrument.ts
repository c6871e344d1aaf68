import type { Instrument } from './state.ts';

/** The reading at a wheel count: derived, never summed up, so that rounding cannot accumulate. */
export function readingAt(instrument: Instrument, raw: number | null): number {
  const { anchor, rawAtAnchor, direction, frozen, metresPerCount } = instrument;
  if (frozen || raw === null) return anchor;
  return anchor + direction * (raw - rawAtAnchor) * metresPerCount;
}

/** The same reading from here on counted from here: what every change of scale, direction or freeze begins with. */
export function anchored(
  instrument: Instrument,
  raw: number | null,
  reading = readingAt(instrument, raw),
): Instrument {
  return { ...instrument, anchor: reading, rawAtAnchor: raw ?? 0 };
}
