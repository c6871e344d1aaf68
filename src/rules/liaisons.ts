import type { Context } from './context.ts';

/** A way from one time control to the next with no selective section begun between them. Indexes of notes. */
export interface Liaison {
  readonly from: number;
  readonly to: number;
  /** Index of the starting control among its note's waypoints. */
  readonly waypoint: number;
  /** Time allowed; null where the roadbook gives none. */
  readonly seconds: number | null;
}

export function* liaisonsOf({ having }: Context): Iterable<Liaison> {
  let start: Omit<Liaison, 'to'> | null = null;
  for (const { index, note } of having.waypoints) {
    const { waypoints } = note;
    const control = waypoints.findIndex(({ type }) => type === 'TC');
    if (control !== -1 && start !== null) yield { ...start, to: index };
    if (control !== -1)
      start = { from: index, waypoint: control, seconds: waypoints[control]?.seconds ?? null };
    if (waypoints.some(({ type }) => type === 'DSS')) start = null;
  }
}
