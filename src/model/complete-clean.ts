import { cleanRoadbook } from './clean.ts';
import type { Note, Roadbook, RoadbookDraft } from './roadbook.ts';

/** The last step of a reader for a draft without a mistake, and no schema asked; null for any other: see complete.ts. The draft is changed. */
export function completeClean(draft: RoadbookDraft): Roadbook | null {
  draft.notes.forEach((note, i) => {
    note.number ??= i + 1;
  });
  const roadbook = cleanRoadbook(draft);
  if (roadbook !== null) fillPartials(roadbook.notes);
  return roadbook;
}

/**
 * What the partial of each note must be by the totals, metres; null where a distance is unknown or the totals drop
 * without a reset. After a reset, distances count from the reset's value.
 */
export function expectedPartial(previous: Note | undefined, note: Note): number | null {
  if (note.distance === null) return null;
  if (!previous) return note.distance;
  const from = previous.reset ?? previous.distance;
  if (from === null || note.distance < from) return null;
  return note.distance - from;
}

/** Fills in the partials that are not stated. */
export function fillPartials(notes: Note[]): void {
  notes.forEach((note, i) => {
    note.partial ??= expectedPartial(notes[i - 1], note);
  });
}
