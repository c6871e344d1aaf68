import type { Place } from '../geo/line.ts';
import type { Waypoint } from '../model/roadbook.ts';
import type { Context } from './context.ts';
import type { Ground } from './ground.ts';

/** A waypoint that crews must pass, with its place on the ground. */
export interface PassedWaypoint {
  readonly note: number;
  readonly waypoint: number;
  readonly detail: Waypoint;
  readonly at: Place;
  /** Where the crew passes it, metres along the track. */
  readonly along: number;
}

/** WPx, DSS, ASS and CP with coordinates on the track, in the order in which they are passed. */
export function passedWaypoints({ having }: Context, ground: Ground): PassedWaypoint[] {
  return having.waypoints.flatMap(({ index: note, note: { at, waypoints } }) => {
    const waypoint = waypoints.findIndex(({ type }) => /^(WP.|DSS|ASS|CP)$/.test(type));
    const detail = waypoints[waypoint];
    const projection = ground.notes[note] ?? null;
    if (at === null || !detail || projection === null || projection.offset > (detail.clear ?? 90)) return [];
    return [{ note, waypoint, detail, at, along: projection.along }];
  });
}
