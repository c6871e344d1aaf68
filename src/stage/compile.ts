import type { WaypointType } from '../model/fields.ts';
import { fingerprint } from '../model/fingerprint.ts';
import type { Note, Roadbook } from '../model/roadbook.ts';
import { resolveSections } from './sections.ts';
import type { Axis, Stage, StageNote, StageRemark } from './stage.ts';
import { resolveZones } from './zones.ts';

/** Roadbook → Stage. Total: any roadbook drives somehow; what had to be guessed is in `remarks`. */
export function compile(roadbook: Roadbook): Stage {
  const { notes, axes, remarks } = layOut(roadbook.notes);
  const length = notes.at(-1)?.at ?? 0;
  return deepFreeze({
    fingerprint: fingerprint(roadbook),
    title: titleOf(roadbook),
    roadbook,
    notes,
    zones: resolveZones(notes, length),
    sections: resolveSections(notes, length),
    axes,
    length,
    remarks,
  });
}

/** `Stage 2 · Erfoud – Merzouga`, with what the roadbook has of it. */
export function titleOf({ event, stage }: Roadbook): string {
  const named = [stage.number === null ? null : `Stage ${stage.number}`, stage.name].filter(
    (part) => part !== null,
  );
  return named.length > 0 ? named.join(' · ') : (event ?? 'Roadbook');
}

/**
 * Puts the notes on one cumulative axis. A reset starts a new printed axis behind its note. Distances that drop without
 * one cannot be meant on the same axis: a new axis is begun at the note before, and that is said.
 */
function layOut(notes: readonly Note[]): { notes: StageNote[]; axes: Axis[]; remarks: StageRemark[] } {
  const laid: StageNote[] = [];
  const axes: Axis[] = [{ at: 0, reading: 0, firstNote: 0 }];
  const remarks: StageRemark[] = [];
  let at = 0;
  let printed = 0;
  for (const [index, note] of notes.entries()) {
    const before = notes[index - 1];
    if (before && before.reset !== null) {
      axes.push({ at, reading: before.reset, firstNote: index });
      printed = before.reset;
    }
    if (note.distance !== null && note.distance < printed) {
      const message = `distance drops from ${km(printed)} to ${km(note.distance)} km without a reset: counted as a new axis from note ${before?.number ?? 0}`;
      remarks.push({ note: index, message });
      axes.push({ at, reading: 0, firstNote: index });
      printed = 0;
    }
    const partial = note.distance === null ? 0 : note.distance - printed;
    at += partial;
    printed += partial;
    if (note.distance === null) remarks.push({ note: index, message: `note ${note.number} has no distance` });
    laid.push({
      index,
      number: note.number,
      at,
      measured: note.distance !== null,
      printed,
      partial,
      axis: axes.length - 1,
      danger: note.danger,
      cap: note.cap === null ? null : note.cap % 360,
      waypoint: note.waypoints.find((w) => isPassed(w.type))?.type ?? null,
      surface: note.surface,
      note,
    });
  }
  return { notes: laid, axes, remarks };
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
