import { isDeepStrictEqual } from 'node:util';
import {
  isNothing,
  type Loss,
  noteFieldNames,
  noteFields,
  roadbookFieldNames,
  roadbookFields,
} from '../../src/formats/carries.ts';
import type { Roadbook } from '../../src/model/roadbook.ts';

/** The fields that did not come back, as `event` and `3 average-cap`; a note's number must be its own. */
export function lostFields(before: Roadbook, after: Roadbook | null): string[] {
  const whole = roadbookFieldNames.filter((field) => differ(roadbookFields[field].value, before, after));
  const ofNotes = before.notes.flatMap((note, i) =>
    noteFieldNames
      .filter((field) => differ(noteFields[field].value, note, after?.notes[i]))
      .map((field) => `${note.number} ${field}`),
  );
  return [...whole, ...ofNotes].sort();
}

/** The same of what a writer says. */
export function saidFields(losses: readonly Loss[]): string[] {
  return [...new Set(losses.map(({ note, field }) => (note === null ? field : `${note} ${field}`)))].sort();
}

/** Whether something did not come back; what a format adds by its own rules to nothing is no loss. */
function differ<T>(value: (thing: T) => unknown, before: T, after: T | null | undefined): boolean {
  const was = value(before);
  return !isNothing(was) && !isDeepStrictEqual(was, after && value(after));
}
