import { earthRadius } from '../../src/geo/sphere.ts';
import type { Coordinates } from '../../src/model/fields.ts';

const radius = earthRadius.rallyNavigator;

/** The point `metres` from `from` on the great circle that leaves it at `heading` degrees, on Rally Navigator's sphere. */
export function destination(from: Coordinates, heading: number, metres: number): Coordinates {
  const [lat, course, angle] = [radians(from.latitude), radians(heading), metres / radius];
  const sinLat = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(course);
  const east = Math.atan2(
    Math.sin(course) * Math.sin(angle) * Math.cos(lat),
    Math.cos(angle) - Math.sin(lat) * sinLat,
  );
  return {
    latitude: degrees(Math.asin(sinLat)),
    longitude: from.longitude + degrees(east),
    elevation: null,
  };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
