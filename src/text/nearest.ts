import { distance } from 'fastest-levenshtein';

/** The known word a mistyped one most likely stands for, or null when none is close enough to offer. */
export function nearest(word: string, known: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  const allowed = Math.min(3, Math.ceil(wanted.length / 2));
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const edits = editsBetween(wanted, candidate.toLowerCase());
    if (edits <= allowed && edits < least) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}

/** Levenshtein's distance, but letters in the wrong order are one slip, not two. Infinite where it cannot be small. */
function editsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return Number.POSITIVE_INFINITY;
  if (a !== b && a.length === b.length && sorted(a) === sorted(b)) return 1;
  return distance(a, b);
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
