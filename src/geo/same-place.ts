import { getDistance } from 'geolib';
import type { Place } from './line.ts';

/** Nearer than this nobody can tell two recorded places apart, metres: files round to six decimals, 0.1 m. */
const apart = 0.2;

/** Whether two places are the same, as far as coordinates in files can say. */
export function isSamePlace(a: Place, b: Place): boolean {
  // Equal figures are by far the usual case and need no geometry.
  if (a.latitude === b.latitude && a.longitude === b.longitude) return true;
  if (Math.abs(a.latitude - b.latitude) > 0.001) return false;
  return getDistance(a, b, 0.01) < apart;
}
