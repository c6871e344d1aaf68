import type { Path } from '../model/reading.ts';
import type { Mark, ZoneKind } from '../model/zones.ts';

export const zoneNames: Readonly<Record<ZoneKind, string>> = {
  speed: 'speed zone',
  neutralisation: 'neutralisation',
  transfer: 'transfer',
};

/** The mark's place: the waypoint's type. */
export function markPath({ note, waypoint }: Mark): Path {
  return ['notes', note, 'waypoints', waypoint, 'type'];
}
