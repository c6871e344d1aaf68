import { type Service, services, type WaypointType, waypointTypes } from '../../model/fields.ts';
import type { Note, WaypointDraft } from '../../model/roadbook.ts';

/** The draft's own tag for a trip counter set to zero. */
export const resetTag = 'reset_trip';

/** Instruction types that are waypoints of ours; any other type is kept. */
const roles: ReadonlyMap<string, WaypointType> = new Map([
  ['start', 'DSS'],
  ['finish', 'ASS'],
  ['checkpoint', 'CP'],
]);

/** Says of a first or last instruction that it is no start or finish. */
export const noRole = 'custom';

const changes = ['MODIF', 'NEWNOTE'] as const;

export interface Tags {
  readonly waypoints: readonly WaypointType[];
  readonly services: readonly Service[];
  readonly change: (typeof changes)[number] | null;
  readonly reset: boolean;
  /** What we do not know. */
  readonly rest: readonly string[];
}

/** The free words under `tags`. Besides the draft's `reset_trip`, ours are waypoint types, services and bulletin marks. */
export function tagsOf(tags: readonly string[]): Tags {
  const known = new Set<string>([...waypointTypes, ...services, ...changes, resetTag]);
  return {
    waypoints: tags.flatMap((tag) => waypointTypes.find((type) => type === tag) ?? []),
    services: tags.flatMap((tag) => services.find((service) => service === tag) ?? []),
    change: changes.find((change) => tags.includes(change)) ?? null,
    reset: tags.includes(resetTag),
    rest: tags.filter((tag) => !known.has(tag)),
  };
}

/** The tags of a note, with those that were kept. */
export function tagsText(note: Note, role: string | null, reset: boolean, rest: readonly string[]): string[] {
  const types = note.waypoints.map(({ type }) => type);
  const said = types.length === 1 && role !== null && roles.get(role) === types[0];
  return [
    ...(said ? [] : types),
    ...note.services,
    ...(note.change === null ? [] : [note.change]),
    ...(reset ? [resetTag] : []),
    ...rest,
  ];
}

/** `type` names a waypoint more, unless the tags have it. */
export function waypointsOf({ waypoints }: Tags, type: string | null): WaypointDraft[] {
  const named = type === null ? undefined : roles.get(type);
  const all = named === undefined || waypoints.includes(named) ? waypoints : [named, ...waypoints];
  return all.map((one) => ({ type: one }));
}

/** The instruction type of a note: start, finish, checkpoint, or null. */
export function roleOf({ waypoints }: Note): string | null {
  for (const [role, type] of roles) if (waypoints.some((waypoint) => waypoint.type === type)) return role;
  return null;
}

export function isRole(type: string): boolean {
  return roles.has(type);
}

/** An id that is a whole number is the note's number. */
export function numberOf(id: string | null | undefined): number | null {
  return id && /^(?:0|[1-9]\d{0,6})$/.test(id) && Number(id) <= 1_000_000 ? Number(id) : null;
}
