import type { Place } from './line.ts';

/** WGS 84: equatorial radius in metres, and flattening. */
const equator = 6_378_137;
const flattening = 1 / 298.257223563;

/**
 * Distance in metres on the WGS 84 ellipsoid by Lambert's formula (Lambert 1942: the great circle between reduced latitudes,
 * corrected to first order of the flattening): within 0.002 % of the geodesic for the legs of a track. For places on opposite
 * sides of the earth use a geodesic.
 */
export function ellipsoidalDistance(from: Place, to: Place): number {
  const reduced1 = reducedLatitude(from.latitude);
  const reduced2 = reducedLatitude(to.latitude);
  const halfLat = Math.sin((reduced2 - reduced1) / 2);
  const halfLon = Math.sin(((to.longitude - from.longitude) * Math.PI) / 360);
  const h = halfLat * halfLat + Math.cos(reduced1) * Math.cos(reduced2) * halfLon * halfLon;
  if (h === 0) return 0;
  const angle = 2 * Math.asin(Math.min(1, Math.sqrt(h)));
  const sumSin = Math.sin((reduced1 + reduced2) / 2);
  const sumCos = Math.cos((reduced1 + reduced2) / 2);
  const halfCos = Math.cos((reduced2 - reduced1) / 2);
  const x = h === 1 ? 0 : ((angle - Math.sin(angle)) * (sumSin * halfCos) ** 2) / (1 - h);
  const y = ((angle + Math.sin(angle)) * (sumCos * halfLat) ** 2) / h;
  return equator * (angle - (flattening / 2) * (x + y));
}

function reducedLatitude(degrees: number): number {
  return Math.atan((1 - flattening) * Math.tan((degrees * Math.PI) / 180));
}
