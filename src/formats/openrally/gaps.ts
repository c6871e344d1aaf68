import type { Draft } from './draft.ts';

/** A note's odometer and where it lies along the track, metres; behind a reset the odometer goes on from there. */
interface Anchor {
  readonly reading: number;
  readonly along: number;
}

/** Odometer and track may differ so much over a gap: by this, or by this share of it. */
const agreement = { metres: 30, share: 0.02 };

/** The notes that were given a distance, by their indexes, and how far odometer and track differ there at most. */
interface Filled {
  readonly notes: number[];
  within: number;
}

/**
 * Gives the notes of each gap between stated distances what the track says, counted from the stated one before, or back from
 * the one behind at the start. A gap stays empty where the track does not agree with the notes around it; the last one is
 * judged by the piece before it. The drafts are changed.
 */
export function fillBetween(notes: readonly Draft[], along: readonly (number | null)[]): Filled {
  const filled: Filled = { notes: [], within: 0 };
  let before: Anchor | null = null;
  let agreed: number | null = null;
  let gap: number[] = [];
  for (const [i, note] of notes.entries()) {
    const here = along[i] ?? null;
    const reading = note.distance ?? null;
    if (reading === null || here === null) {
      if (reading === null) gap.push(i);
      else [before, gap] = [null, []];
      continue;
    }
    const off = offOver(notes, along, before, gap, { reading, along: here });
    if (off !== null) agreed = off;
    if (off !== null && gap.length > 0)
      fill(notes, along, before ?? { reading, along: here }, gap, off, filled);
    before = { reading: note.reset ?? reading, along: here };
    gap = [];
  }
  if (before !== null && agreed !== null) fill(notes, along, before, gap, agreed, filled);
  return filled;
}

/** How far the track and two stated distances differ; null where that is too much, or there are none. */
function offOver(
  notes: readonly Draft[],
  along: readonly (number | null)[],
  before: Anchor | null,
  gap: readonly number[],
  here: Anchor,
): number | null {
  if (before === null) return gap[0] === 0 && isNearZero(along[0] ?? null, here) ? 0 : null;
  let { reading, along: from } = before;
  for (const i of gap) {
    const reset = notes[i]?.reset ?? null;
    const at = along[i] ?? null;
    if (reset === null) continue;
    if (at === null) return null;
    [reading, from] = [reset, at];
  }
  const length = here.along - from;
  const off = Math.abs(here.reading - reading - length);
  return length >= 0 && off <= Math.max(agreement.metres, agreement.share * length) ? off : null;
}

/** Notes before the first that states a distance begin near 0. */
function isNearZero(first: number | null, here: Anchor): boolean {
  if (first === null) return false;
  const reading = here.reading - (here.along - first);
  return Math.abs(reading) <= Math.max(agreement.metres, agreement.share * here.reading);
}

function fill(
  notes: readonly Draft[],
  along: readonly (number | null)[],
  from: Anchor,
  gap: readonly number[],
  off: number,
  filled: Filled,
): void {
  let anchor = from;
  for (const i of gap) {
    const [note, at] = [notes[i], along[i] ?? null];
    if (!note || at === null) continue;
    const reading = Math.max(0, Math.round(anchor.reading + at - anchor.along));
    note.distance = reading;
    filled.notes.push(i);
    filled.within = Math.max(filled.within, off, 1);
    if (typeof note.reset === 'number') anchor = { reading: note.reset, along: at };
  }
}
