import type { Note } from './roadbook.ts';

/** Where a note lies. Metres. */
export interface Placed {
  /** On one axis from the start to the finish, resets not subtracted. */
  readonly at: number;
  /** False: the roadbook gives no distance, `at` is the previous note's. */
  readonly measured: boolean;
  /** Printed total at the note. */
  readonly printed: number;
  /** To here from the previous note. */
  readonly partial: number;
  /** Index of the printed axis the note is on. */
  readonly axis: number;
}

/** A printed axis: begins at the start, behind a reset, or where distances drop without one. */
export interface Axis {
  readonly at: number;
  /** What the odometer shows at `at` on this axis. */
  readonly reading: number;
  /** Index of the first note printed on it. */
  readonly firstNote: number;
}

export interface Layout {
  /** One for each note. */
  readonly places: readonly Placed[];
  readonly axes: readonly Axis[];
  /** Notes whose distance is less than the one before it, with what it dropped from, without a reset between. */
  readonly drops: readonly { readonly note: number; readonly from: number; readonly to: number }[];
}

/**
 * Puts the notes on one cumulative axis. A reset starts a new printed axis behind its note. Distances that drop without
 * one cannot be meant on the same axis: a new axis is begun at the note before.
 */
export function layOut(notes: readonly Note[]): Layout {
  const places: Placed[] = [];
  const axes: Axis[] = [{ at: 0, reading: 0, firstNote: 0 }];
  const drops: { note: number; from: number; to: number }[] = [];
  let at = 0;
  let printed = 0;
  for (let index = 0; index < notes.length; index++) {
    const note = notes[index];
    if (!note) continue;
    const reset = notes[index - 1]?.reset ?? null;
    if (reset !== null) {
      axes.push({ at, reading: reset, firstNote: index });
      printed = reset;
    }
    if (note.distance !== null && note.distance < printed) {
      drops.push({ note: index, from: printed, to: note.distance });
      axes.push({ at, reading: 0, firstNote: index });
      printed = 0;
    }
    const partial = note.distance === null ? 0 : note.distance - printed;
    at += partial;
    printed += partial;
    places.push({ at, measured: note.distance !== null, printed, partial, axis: axes.length - 1 });
  }
  return { places, axes, drops };
}
