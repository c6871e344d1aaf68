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

/** No degree of latitude or, times its cosine, of longitude is longer on WGS 84, metres; 0.005 % is left for the formula above. */
const longestDegree = 111_700;

/** No less than the distance, metres, and at most 2 % more between near places: a quick look before the exact one. */
export function mostDistance(from: Place, to: Place): number {
  const isAcross = from.latitude < 0 !== to.latitude < 0;
  const nearest = isAcross ? 0 : Math.min(Math.abs(from.latitude), Math.abs(to.latitude));
  const east = (to.longitude - from.longitude) * Math.cos((nearest * Math.PI) / 180);
  const north = to.latitude - from.latitude;
  return longestDegree * Math.sqrt(east * east + north * north);
}

function reducedLatitude(degrees: number): number {
  return Math.atan((1 - flattening) * Math.tan((degrees * Math.PI) / 180));
}
