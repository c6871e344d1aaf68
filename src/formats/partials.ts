import { Metres } from '../model/fields.ts';
import type { Locate } from '../model/reading.ts';
import type { NoteDraft } from '../model/roadbook.ts';
import { type Diagnostic, problem } from '../text/diagnostic.ts';

/**
 * A note that states no total has that of the note before and its own partial, which is what both mean. A first note without
 * either stands at 0, where others state partials. The drafts are changed; gives what there is to say.
 */
export function addUpPartials(notes: readonly NoteDraft[], locate: Locate): Diagnostic[] {
  const added: number[] = [];
  for (const [i, note] of notes.entries()) {
    if (isKnown(note.distance)) continue;
    const before = notes[i - 1];
    const from = before ? (before.reset ?? before.distance ?? null) : 0;
    const partial = note.partial ?? (before || !isKnown(notes[1]?.partial) ? null : 0);
    const sum = from === null || partial === null ? null : Metres.safeParse(from + partial).data;
    if (!isKnown(sum)) continue;
    note.distance = sum;
    added.push(i);
  }
  const [first] = added;
  if (first === undefined) return [];
  const message = `${added.length} of ${notes.length} notes state no total distance: their partial distances are added up`;
  return [problem('distance-derived', { message, span: locate(['notes', first]) })];
}

function isKnown(metres: number | null | undefined): metres is number {
  return metres !== null && metres !== undefined;
}
