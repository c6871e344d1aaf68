import type { Waypoint } from '../model/roadbook.ts';
import type { StageNote, Zone, ZoneKind } from './stage.ts';

/** Which marks open and close each kind of zone. */
export const zoneMarks = {
  speed: { open: 'DZ', close: 'FZ' },
  neutralisation: { open: 'DN', close: 'FN' },
  transfer: { open: 'DT', close: 'FT' },
} as const satisfies Record<ZoneKind, { open: Waypoint['type']; close: Waypoint['type'] }>;

/**
 * Pairs the zone marks. A second DZ inside a speed zone ends the first and starts another (a change of limit); a zone
 * that nothing closes runs to the end; a closing mark alone is ignored. A limit on a note inside a speed zone changes the
 * limit from there.
 */
export function resolveZones(notes: readonly StageNote[], length: number): Zone[] {
  const zones: Zone[] = [];
  for (const kind of ['speed', 'neutralisation', 'transfer'] as const)
    zones.push(...zonesOf(kind, notes, length));
  return zones.sort((a, b) => a.from - b.from || a.to - b.to);
}

function zonesOf(kind: ZoneKind, notes: readonly StageNote[], length: number): Zone[] {
  const zones: Zone[] = [];
  let open: Zone | null = null;
  for (const stop of notes) {
    const { waypoints, limitKmh } = stop.note;
    const closing = waypoints.find((w) => w.type === zoneMarks[kind].close);
    const opening = waypoints.find((w) => w.type === zoneMarks[kind].open);
    const newLimit = kind === 'speed' && open !== null && limitKmh !== null && limitKmh !== open.limitKmh;
    if (open && (closing || opening || newLimit)) {
      zones.push({ ...open, to: stop.at, lastNote: stop.index, tolerance: tolerance(open, closing) });
    }
    if (opening || (newLimit && !closing)) {
      open = opened(kind, stop, opening ?? null, length);
    } else if (closing) {
      open = null;
    }
  }
  if (open) zones.push(open);
  return zones;
}

function opened(kind: ZoneKind, stop: StageNote, mark: Waypoint | null, length: number): Zone {
  return {
    kind,
    from: stop.at,
    to: length,
    firstNote: stop.index,
    lastNote: null,
    limitKmh: kind === 'speed' ? stop.note.limitKmh : null,
    seconds: mark?.seconds ?? null,
    tolerance: { entry: mark?.clear ?? 0, exit: 0 },
  };
}

function tolerance(zone: Zone, closing: Waypoint | undefined): Zone['tolerance'] {
  return { entry: zone.tolerance.entry, exit: closing?.clear ?? 0 };
}
