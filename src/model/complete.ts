import type { Diagnostic } from '../text/diagnostic.ts';
import { cleanRoadbook } from './clean.ts';
import { parseLenient } from './lenient.ts';
import type { Locate, Path } from './reading.ts';
import { type Note, Roadbook, type RoadbookDraft } from './roadbook.ts';

/**
 * The last step of every reader: checks the draft by the model, leaves out what is bad (reported at its place), numbers
 * the notes and fills in the partials that the file does not state. The draft is changed.
 */
export function complete(
  draft: RoadbookDraft,
  locate: Locate,
): { roadbook: Roadbook | null; diagnostics: Diagnostic[] } {
  for (const [i, note] of draft.notes.entries()) note.number ??= i + 1;
  const clean = cleanRoadbook(draft);
  const { value, diagnostics } = clean === null ? mended(draft, locate) : { value: clean, diagnostics: [] };
  if (value) fillPartials(value.notes);
  return { roadbook: value, diagnostics };
}

function mended(draft: RoadbookDraft, locate: Locate): { value: Roadbook | null; diagnostics: Diagnostic[] } {
  const numbers = draft.notes.map(({ number }) => number);
  const say = (path: Path) => fieldName(path, (i) => numbers[i] ?? i + 1);
  return parseLenient(Roadbook, draft, locate, say);
}

/** `note 12: waypoint radius`, from a path into the Roadbook. */
export function fieldName(path: Path, numberOf: (index: number) => number): string {
  const [first, index, ...field] = path;
  const words = (steps: Path) => steps.filter((s) => typeof s === 'string').join(' ');
  if (first !== 'notes' || typeof index !== 'number') return words(path) || 'the roadbook';
  return field.length === 0 ? `note ${numberOf(index)}` : `note ${numberOf(index)}: ${words(field)}`;
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

function fillPartials(notes: Note[]): void {
  for (const [i, note] of notes.entries()) note.partial ??= expectedPartial(notes[i - 1], note);
}
