import { type Mark, type MarkedZone, pairZones } from '../model/zones.ts';
import type { LaidNote, StageNote, Zone } from './stage.ts';

/**
 * The zones on the stage's axis. A second DZ inside a speed zone ends the first and starts another (a change of limit),
 * and so does a new limit on a note inside it; a zone that nothing closes runs to the end; a closing mark alone is ignored.
 */
export function resolveZones(notes: readonly LaidNote[], length: number): Zone[] {
  const { zones } = pairZones(notes.map(({ note }) => note));
  return zones
    .flatMap((zone) => (zone.kind === 'speed' ? legs(zone, notes, length) : [whole(zone, notes, length)]))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

function whole(zone: MarkedZone, notes: readonly LaidNote[], length: number): Zone {
  const { kind, open, close } = zone;
  return {
    kind,
    from: notes[open.note]?.at ?? 0,
    to: close ? (notes[close.note]?.at ?? length) : length,
    firstNote: open.note,
    lastNote: close?.note ?? null,
    limitKmh: null,
    seconds: waypointAt(notes, open)?.seconds ?? null,
    tolerance: { entry: waypointAt(notes, open)?.clear ?? 0, exit: waypointAt(notes, close)?.clear ?? 0 },
  };
}

/** One zone for each limit that holds between the marks. */
function legs(zone: MarkedZone, notes: readonly LaidNote[], length: number): Zone[] {
  const all = whole(zone, notes, length);
  const last = all.lastNote ?? notes.length;
  const found: Zone[] = [];
  let leg: Zone = { ...all, limitKmh: notes[all.firstNote]?.note.limitKmh ?? null };
  for (let index = all.firstNote + 1; index < last; index++) {
    const stop = notes[index];
    if (!stop) break;
    const limit = stop.note.limitKmh;
    const mark = zone.changes.find(({ note }) => note === index) ?? null;
    if (!mark && (limit === null || limit === leg.limitKmh)) continue;
    found.push({ ...leg, to: stop.at, lastNote: index, tolerance: { ...leg.tolerance, exit: 0 } });
    const entry = waypointAt(notes, mark)?.clear ?? 0;
    leg = {
      ...all,
      from: stop.at,
      firstNote: index,
      limitKmh: limit,
      tolerance: { ...all.tolerance, entry },
    };
  }
  return [...found, leg];
}

function waypointAt(notes: readonly LaidNote[], mark: Mark | null) {
  return mark ? notes[mark.note]?.note.waypoints[mark.waypoint] : undefined;
}

/** The notes, each with what is in force from it to the next and what comes. Notes in the same zones share one list. */
export function inForce(
  notes: readonly LaidNote[],
  zones: readonly Zone[],
  waypoints: readonly number[],
): StageNote[] {
  let inside: readonly number[] = [];
  let upcoming = 0;
  let before = 0;
  const fuel = fuelAhead(notes);
  return notes.map((note, index) => {
    const open = inside.filter((i) => zones[i]?.lastNote !== index);
    const kept = open.length;
    for (; zones[upcoming]?.firstNote === index; upcoming++) {
      if (zones[upcoming]?.lastNote !== index) open.push(upcoming);
    }
    if (open.length !== kept || kept !== inside.length) inside = open;
    if ((waypoints[before] ?? notes.length) < index) before++;
    return { ...note, zones: inside, waypointsBefore: before, fuelNext: fuel[index] ?? notes.length - 1 };
  });
}

/** For each note the next one with fuel, itself included; the last where there is none. */
function fuelAhead(notes: readonly LaidNote[]): number[] {
  let next = notes.length - 1;
  return notes
    .toReversed()
    .map(({ index, fuel }) => {
      if (fuel) next = index;
      return next;
    })
    .reverse();
}
