import type { Context } from './context.ts';

/** A waypoint whose name is a number, with where it stands. */
export interface NumberedWaypoint {
  readonly note: number;
  readonly waypoint: number;
  readonly number: number;
  readonly type: string;
}

/** `WPM 12 at note 34 (56.78 km)` */
export function labelOf({ notes, say }: Context, { note, waypoint, type }: NumberedWaypoint): string {
  return `${type} ${notes[note]?.waypoints[waypoint]?.name} at ${say(note)}`;
}

/** The numbered waypoints of both sequences: WPx, and checkpoints. */
export function numberedWaypoints({ having }: Context): NumberedWaypoint[][] {
  const sequences = new Map<string, NumberedWaypoint[]>();
  for (const { index, note } of having.waypoints) {
    for (const [waypoint, { type, name }] of note.waypoints.entries()) {
      const key = type.startsWith('WP') ? 'WP' : type;
      if (name === null || !/^\d{1,6}$/.test(name) || (key !== 'WP' && key !== 'CP')) continue;
      const sequence = sequences.get(key) ?? [];
      sequences.set(key, sequence);
      sequence.push({ note: index, waypoint, type, number: Number(name) });
    }
  }
  return [...sequences.values()];
}
