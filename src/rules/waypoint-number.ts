import type { Context } from './context.ts';

/** A waypoint whose name is a number, with where it stands. */
export interface NumberedWaypoint {
  readonly note: number;
  readonly waypoint: number;
  readonly number: number;
  readonly label: string;
}

/** The numbered waypoints of both sequences: WPx, and checkpoints. */
export function numberedWaypoints({ notes, say }: Context): NumberedWaypoint[][] {
  const sequences = new Map<string, NumberedWaypoint[]>();
  for (const [note, { waypoints }] of notes.entries()) {
    for (const [waypoint, { type, name }] of waypoints.entries()) {
      const key = type.startsWith('WP') ? 'WP' : type;
      if (name === null || !/^\d{1,6}$/.test(name) || (key !== 'WP' && key !== 'CP')) continue;
      const sequence = sequences.get(key) ?? [];
      sequences.set(key, sequence);
      sequence.push({ note, waypoint, number: Number(name), label: `${type} ${name} at ${say(note)}` });
    }
  }
  return [...sequences.values()];
}
