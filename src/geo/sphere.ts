import type { Coordinates } from '../model/fields.ts';

/**
 * The earth radii of the producers' own distance rules, metres. Both sum great-circle legs over every track point and
 * ignore elevation; the mean radius reproduces Rally Navigator's printed distances, the equatorial one (the sphere of Google
 * Maps) Tulip's.
 */
export const earthRadius = { rallyNavigator: 6_371_000, tulip: 6_378_137 } as const;

type Place = Pick<Coordinates, 'latitude' | 'longitude'>;

/** Great-circle distance in metres on a sphere of this radius, by the haversine formula. */
export function sphericalDistance(from: Place, to: Place, radius: number): number {
  const lat1 = radians(from.latitude);
  const lat2 = radians(to.latitude);
  const halfLat = Math.sin((lat2 - lat1) / 2);
  const halfLon = Math.sin(radians(to.longitude - from.longitude) / 2);
  const h = halfLat * halfLat + Math.cos(lat1) * Math.cos(lat2) * halfLon * halfLon;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial great-circle bearing, degrees clockwise from true north, 0 ≤ bearing < 360; 0 between equal places. */
export function sphericalBearing(from: Place, to: Place): number {
  const lat1 = radians(from.latitude);
  const lat2 = radians(to.latitude);
  const turn = radians(to.longitude - from.longitude);
  const east = Math.sin(turn) * Math.cos(lat2);
  const north = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(turn);
  const degrees = (Math.atan2(east, north) * 180) / Math.PI;
  return (degrees + 360) % 360;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
