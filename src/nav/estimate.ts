import type { Surface } from '../model/fields.ts';

/**
 * How wrong the reading may be: a scalar Kalman filter (R. E. Kalman, 1960; the two states below share one innovation)
 * over the wheel's scale. Between sure points the variance of the reading grows as
 *
 *     anchorVariance + m² · scaleVariance + slipVariance
 *
 * m being the metres run since the last sure point: the scale error is the same all along, so it grows with m²; slip
 * changes with the ground and is independent from one stretch to the next, so it grows with m. A confirmation is a
 * measurement of the reading with variance R (printed rounding, the organiser's own error, the moment of the press); it
 * corrects both the reading and, by their covariance m · scaleVariance, the scale.
 */
export interface Estimate {
  /** Variance of the relative scale error. */
  readonly scaleVariance: number;
  /** Variance of the last sure point, m². */
  readonly anchorVariance: number;
  /** Variance that slip has added since the last sure point, m². */
  readonly slipVariance: number;
  /** Metres of road run since the last sure point, whichever way. */
  readonly run: number;
  /** The wheel count up to which `run` goes. */
  readonly raw: number;
}

/** A wheel nobody has calibrated is within 2 % or so; the start line is known to a few metres. */
export const startEstimate: Estimate = {
  scaleVariance: 0.02 ** 2,
  anchorVariance: 3 ** 2,
  slipVariance: 0,
  run: 0,
  raw: 0,
};

/**
 * One-sigma slip on each ground, relative. No published table exists for rally wheels; these follow the order that
 * terramechanics gives for driven wheels (firm ground well under 1 %, loose sand several per cent) and are judged against
 * simulated days in docs/odometer.md.
 */
const slip: Record<Surface, number> = {
  tarmac: 0.002,
  gravel: 0.005,
  track: 0.007,
  stones: 0.008,
  chott: 0.006,
  sandy: 0.015,
  wadi: 0.015,
  'off-piste': 0.015,
  sand: 0.02,
  dunes: 0.04,
};
const unknownGround = 0.01;

/** Over this many metres slip is one draw; the next stretch is another. */
const slipStretch = 500;

/** Scale drifts slowly (tyre pressure and temperature): relative variance a metre. */
const scaleDrift = 0.001 ** 2 / 50_000;

/** A scale is never believed better than this: a roadbook's own error is in every confirmation. */
const leastScaleVariance = 0.0005 ** 2;

/** Printed rounding to 10 m (uniform: step²/12), the organiser's own odometer, the car's length. */
const printVariance = 10 ** 2 / 12 + 4 ** 2;
/** Seconds by which the press is early or late, one sigma. */
const pressSeconds = 0.4;

/** The estimate once the wheel has come to `raw`, on `surface`. */
export function ran(
  estimate: Estimate,
  raw: number,
  metresPerCount: number,
  surface: Surface | null,
): Estimate {
  const metres = (raw - estimate.raw) * metresPerCount;
  const relative = surface === null ? unknownGround : slip[surface];
  return {
    scaleVariance: estimate.scaleVariance + scaleDrift * metres,
    anchorVariance: estimate.anchorVariance,
    slipVariance: estimate.slipVariance + relative ** 2 * slipStretch * metres,
    run: estimate.run + metres,
    raw,
  };
}

/** Variance of the reading, m². */
export function variance({ anchorVariance, scaleVariance, slipVariance, run }: Estimate): number {
  return anchorVariance + run ** 2 * scaleVariance + slipVariance;
}

/** Variance of what a confirmation measures, at this speed. */
export function pressVariance(speedKmh: number | null): number {
  return printVariance + (((speedKmh ?? 0) / 3.6) * pressSeconds) ** 2;
}

/** How many standard deviations a confirmation lies off: its innovation over what was expected. */
export function surprise(estimate: Estimate, innovation: number, speedKmh: number | null): number {
  return Math.abs(innovation) / Math.sqrt(variance(estimate) + pressVariance(speedKmh));
}

/**
 * After a confirmation that was `innovation` metres ahead of the reading: the new estimate, and the factor by which the
 * wheel's scale was found to be off.
 */
export function confirmed(
  estimate: Estimate,
  innovation: number,
  speedKmh: number | null,
): { estimate: Estimate; scaleFactor: number } {
  const measured = pressVariance(speedKmh);
  const total = variance(estimate) + measured;
  const covariance = estimate.run * estimate.scaleVariance;
  const gain = covariance / total;
  return {
    estimate: {
      scaleVariance: Math.max(leastScaleVariance, estimate.scaleVariance - gain * covariance),
      anchorVariance: measured,
      slipVariance: 0,
      run: 0,
      raw: estimate.raw,
    },
    scaleFactor: 1 + gain * innovation,
  };
}

/** After the crew put the reading to a place by hand, at this speed: as sure as a confirmation, and nothing learnt. */
export function placed(estimate: Estimate, speedKmh: number | null): Estimate {
  return { ...estimate, anchorVariance: pressVariance(speedKmh), slipVariance: 0, run: 0 };
}
