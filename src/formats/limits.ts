import { type Diagnostic, problem } from '../text/diagnostic.ts';
import type { Span } from '../text/span.ts';

/** Generous for any stage, and what keeps a hostile file from taking the machine. */
export const limits = {
  /** Notes of one roadbook; the longest stage of a rally has about 1,000. */
  notes: 100_000,
  /** Lists and mappings inside each other, in YAML and JSON; the points of a side road in a tulip stand at depth 8. */
  depth: 40,
} as const;

/** For the first note that is one too many. */
export function tooManyNotes(span: Span | null): Diagnostic {
  return problem('too-many-notes', {
    message: `the roadbook has more than ${limits.notes.toLocaleString('en')} notes`,
    span,
    help: 'the rest is not read: split the roadbook by stage',
  });
}
