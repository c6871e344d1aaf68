import type { Thresholds } from './thresholds.ts';

/**
 * The page prints 10 m, so each stated figure may be 5 m off its true value. The rest are customs, not regulations: a
 * profile or a config file changes them.
 */
export const usualThresholds: Thresholds = {
  partialMetres: 20,
  totalMetres: 50,
  nearMetres: 10,
  gapMetres: 30_000,
  liaisonGapMetres: 100_000,
  zoneMetres: 20_000,
  startMetres: 100,
  liaisonKmh: 110,
  approachKmh: 130,
  trackMetres: 30,
  offTrackMetres: 50,
  capDegrees: 45,
  tulipDegrees: 75,
  textCharacters: 120,
};
