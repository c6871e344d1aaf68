import type { Stage } from '../stage/stage.ts';

/** Index of the first note beyond `reading`, from index `from` on; `notes.length` when there is none. */
export function noteBeyond({ notes }: Stage, reading: number, from = 0): number {
  let low = from;
  let high = notes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((notes[middle]?.at ?? 0) > reading) high = middle;
    else low = middle + 1;
  }
  return low;
}
