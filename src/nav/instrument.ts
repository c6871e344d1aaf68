import type { Estimate } from './estimate.ts';
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
  return rebased(instrument, reading, raw ?? 0, instrument.estimate);
}

/** The same instrument, its estimate brought up to date. */
export function withEstimate(instrument: Instrument, estimate: Estimate): Instrument {
  return rebased(instrument, instrument.anchor, instrument.rawAtAnchor, estimate);
}

/** Spelt out as in state.ts. */
function rebased(
  instrument: Instrument,
  anchor: number,
  rawAtAnchor: number,
  estimate: Estimate,
): Instrument {
  return {
    anchor,
    rawAtAnchor,
    direction: instrument.direction,
    frozen: instrument.frozen,
    metresPerCount: instrument.metresPerCount,
    tripFrom: instrument.tripFrom,
    confirmed: instrument.confirmed,
    lastConfirmed: instrument.lastConfirmed,
    sure: instrument.sure,
    lost: instrument.lost,
    detour: instrument.detour,
    estimate,
  };
}
