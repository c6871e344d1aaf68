import type { Diagnostic } from '../text/diagnostic.ts';
import { completeClean, fillPartials } from './complete-clean.ts';
import { parseLenient } from './lenient.ts';
import type { Locate, Path } from './reading.ts';
import { Roadbook, type RoadbookDraft } from './roadbook.ts';

/**
 * The last step of every reader: checks the draft by the model, leaves out what is bad (reported at its place), numbers
 * the notes and fills in the partials that the file does not state. The draft is changed.
 */
export function complete(
  draft: RoadbookDraft,
  locate: Locate,
): { roadbook: Roadbook | null; diagnostics: Diagnostic[] } {
  const clean = completeClean(draft);
  if (clean !== null) return { roadbook: clean, diagnostics: [] };
  const { value, diagnostics } = mended(draft, locate);
  if (value) fillPartials(value.notes);
  return { roadbook: value, diagnostics };
}

function mended(draft: RoadbookDraft, locate: Locate): { value: Roadbook | null; diagnostics: Diagnostic[] } {
  const numbers = draft.notes.map(({ number }) => number);
  const say = (path: Path) => fieldName(path, (i) => numbers[i] ?? i + 1);
  return parseLenient(Roadbook, draft, locate, say);
}

/** Fields of the model whose names are no words. */
const spoken: Readonly<Record<string, string>> = {
  limitKmh: 'speed limit',
  averageCap: 'average cap',
  stopSeconds: 'stop',
  showAt: 'show-at',
  fuelRange: 'fuel range',
  releaseMinutes: 'release',
  waypoints: 'waypoint',
  seconds: 'time',
};

/** `note 12: waypoint radius`, from a path into the Roadbook. */
export function fieldName(path: Path, numberOf: (index: number) => number): string {
  const [first, index, ...field] = path;
  const words = (steps: Path) =>
    steps
      .filter((s) => typeof s === 'string')
      .map((s) => spoken[s] ?? s)
      .join(' ');
  if (first !== 'notes' || typeof index !== 'number') return words(path) || 'the roadbook';
  return field.length === 0 ? `note ${numberOf(index)}` : `note ${numberOf(index)}: ${words(field)}`;
}
