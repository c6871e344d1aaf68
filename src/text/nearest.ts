import { distance } from 'fastest-levenshtein';

/** The known word a mistyped one most likely stands for, or null when none is close enough to offer. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const edits = distance(wanted, candidate.toLowerCase());
    const allowed = Math.min(3, Math.floor(Math.max(wanted.length, candidate.length) / 2));
    if (edits <= allowed && edits < least) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}
