import type { WaypointDraft } from '../../model/roadbook.ts';

/**
 * What Tulip computes from the order of the notes: every note with a notification has the next waypoint number, and
 * checkpoints have a sequence of their own; FN and FT inside a speed zone end it. Changes the waypoints in place.
 */
export function numberWaypoints(notes: readonly { readonly waypoints: WaypointDraft[] }[]): void {
  let waypointNumber = 0;
  let checkpointNumber = 0;
  let inSpeedZone = false;
  for (const { waypoints } of notes) {
    const [first] = waypoints;
    if (!first) continue;
    const has = (...types: WaypointDraft['type'][]) => waypoints.some(({ type }) => types.includes(type));
    waypointNumber++;
    first.name = String(first.type === 'CP' ? ++checkpointNumber : waypointNumber);
    inSpeedZone ||= has('DZ');
    if (!has('FZ', 'FN', 'FT')) continue;
    if (inSpeedZone && !has('FZ')) waypoints.push({ type: 'FZ' });
    inSpeedZone = false;
  }
}
