import type { WaypointType } from './fields.ts';
import type { Note } from './roadbook.ts';

export const zoneKinds = ['speed', 'neutralisation', 'transfer'] as const;
export type ZoneKind = (typeof zoneKinds)[number];

/** Which marks open and close each kind of zone. */
export const zoneMarks = {
  speed: { open: 'DZ', close: 'FZ' },
  neutralisation: { open: 'DN', close: 'FN' },
  transfer: { open: 'DT', close: 'FT' },
} as const satisfies Record<ZoneKind, { open: WaypointType; close: WaypointType }>;

/** A mark in the roadbook: indexes into the notes and into that note's waypoints. */
export interface Mark {
  readonly note: number;
  readonly waypoint: number;
}

/** A zone as its marks state it. */
export interface MarkedZone {
  readonly kind: ZoneKind;
  readonly open: Mark;
  /** Further DZ inside a speed zone: each changes the limit. */
  readonly changes: readonly Mark[];
  /** Null when nothing closes it. */
  readonly close: Mark | null;
}

export interface MarkedZones {
  /** In order of their opening marks. */
  readonly zones: readonly MarkedZone[];
  /** Closing marks with nothing to close, in order. */
  readonly strays: readonly (Mark & { readonly kind: ZoneKind })[];
}

/**
 * Pairs the zone marks of a roadbook. A DZ inside a speed zone changes the limit. Producers end a neutralisation or
 * transfer with a limit by FN or FT alone, so a DZ that stands with a DN or DT and meets no FZ of its own ends there.
 */
export function pairZones(notes: readonly Note[]): MarkedZones {
  const zones: MarkedZone[] = [];
  const strays: (Mark & { kind: ZoneKind })[] = [];
  const marked: [number, Note][] = [];
  notes.forEach((note, index) => {
    if (note.waypoints.length > 0) marked.push([index, note]);
  });
  const timed = [...pairKind('neutralisation', marked, strays), ...pairKind('transfer', marked, strays)];
  zones.push(...timed, ...pairKind('speed', marked, strays, timed));
  zones.sort((a, b) => a.open.note - b.open.note);
  strays.sort((a, b) => a.note - b.note);
  return { zones, strays };
}

interface Open {
  readonly open: Mark;
  readonly changes: Mark[];
  /** The FN or FT that ends it if no FZ does. */
  readonly fallback: Mark | null;
}

function pairKind(
  kind: ZoneKind,
  marked: readonly (readonly [index: number, note: Note])[],
  strays: (Mark & { kind: ZoneKind })[],
  timed: readonly MarkedZone[] = [],
): MarkedZone[] {
  const zones: MarkedZone[] = [];
  let open: Open | null = null;
  const end = ({ open, changes }: Open, close: Mark | null) => zones.push({ kind, open, changes, close });
  for (const [index, note] of marked) {
    const opening = markOf(note, index, zoneMarks[kind].open);
    const closing = markOf(note, index, zoneMarks[kind].close);
    let mustClose = closing;
    if (open && closing) {
      end(open, closing);
      open = null;
      mustClose = null;
    }
    if (opening) {
      const ended: Mark | null = open?.fallback && open.fallback.note <= index ? open.fallback : null;
      if (open && kind === 'speed' && !ended) {
        open.changes.push(opening);
      } else {
        if (open) end(open, ended);
        const partner = timed.find((zone) => zone.open.note === index);
        open = { open: opening, changes: [], fallback: partner?.close ?? null };
      }
    }
    if (open && mustClose) {
      end(open, mustClose);
      open = null;
    } else if (mustClose) {
      strays.push({ ...mustClose, kind });
    }
  }
  if (open) end(open, open.fallback);
  return zones;
}

function markOf(note: Note, index: number, type: WaypointType): Mark | null {
  const waypoint = note.waypoints.findIndex((w) => w.type === type);
  return waypoint === -1 ? null : { note: index, waypoint };
}
