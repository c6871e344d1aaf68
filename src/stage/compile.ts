import { type Axis, layOut } from '../model/axis.ts';
import type { WaypointType } from '../model/fields.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { Note, Roadbook } from '../model/roadbook.ts';
import { metresPerMile } from '../model/units.ts';
import { resolveLegs } from './legs.ts';
import { resolveSections } from './sections.ts';
import type { LaidNote, Stage, StageRemark } from './stage.ts';
import { inForce, resolveZones } from './zones.ts';

/** Roadbook → Stage. Total: any roadbook drives somehow; what had to be guessed is in `remarks`. */
export function compile(roadbook: Roadbook): Stage {
  const { notes: laid, axes, remarks } = place(roadbook.notes);
  const length = laid.at(-1)?.at ?? 0;
  const zones = resolveZones(laid, length);
  const sections = resolveSections(laid, length);
  const waypoints = laid.flatMap(({ index, waypoint }) => (waypoint === null ? [] : [index]));
  return deepFreeze({
    fingerprint: fingerprint(roadbook),
    title: titleOf(roadbook),
    roadbook,
    notes: inForce(laid, zones, waypoints),
    zones,
    sections,
    legs: resolveLegs(laid, zones, sections),
    waypoints,
    fuelRange: roadbook.fuelRange,
    axes,
    unit: roadbook.units === 'metric' ? { name: 'km', metres: 1000 } : { name: 'mi', metres: metresPerMile },
    length,
    remarks,
  });
}

/** The title where the roadbook gives none. */
export const nameless = 'Roadbook';

/** `Stage 2 · Erfoud – Merzouga`, with what the roadbook has of it. */
function titleOf({ event, stage }: Roadbook): string {
  const named = [stage.number === null ? null : `Stage ${stage.number}`, stage.name].filter(
    (part) => part !== null,
  );
  return named.length > 0 ? named.join(' · ') : (event ?? nameless);
}

/** Places the notes on the cumulative axis and says what of their distances had to be guessed. */
function place(notes: readonly Note[]): {
  notes: LaidNote[];
  axes: readonly Axis[];
  remarks: StageRemark[];
} {
  const { places, axes, drops } = layOut(notes);
  const laid = notes.flatMap((note, index): LaidNote[] => {
    const placed = places[index];
    if (!placed) return [];
    return [
      {
        index,
        number: note.number,
        ...placed,
        danger: note.danger,
        cap: note.cap === null ? null : note.cap % 360,
        waypoint: note.waypoints.find((w) => isPassed(w.type))?.type ?? null,
        surface: note.surface,
        neutralSeconds: note.waypoints.find((w) => w.type === 'DN')?.seconds ?? null,
        fuel: note.services.includes('fuel'),
        note,
      },
    ];
  });
  const dropped = drops.map(({ note, from, to }) => ({
    note,
    message: `distance drops from ${km(from)} to ${km(to)} km without a reset: counted as a new axis from note ${notes[note - 1]?.number ?? 0}`,
  }));
  const missing = notes.flatMap(({ distance, number }, note) =>
    distance === null ? [{ note, message: `note ${number} has no distance` }] : [],
  );
  return { notes: laid, axes, remarks: [...dropped, ...missing].sort((a, b) => a.note - b.note) };
}

/** Waypoints that are validated by passing them; zone marks and time controls are not. */
function isPassed(type: WaypointType): boolean {
  return type.startsWith('WP') || type === 'DSS' || type === 'ASS' || type === 'CP';
}

function km(metres: number): string {
  return (metres / 1000).toFixed(2);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
