/** A set of indexes as flat ranges `[from, to, from, to, …]`, `to` exclusive, in order, never touching. Plain data. */
export type Indexes = readonly number[];

export const none: Indexes = [];

export function has(set: Indexes, index: number): boolean {
  for (let i = set.length - 2; i >= 0; i -= 2) {
    if (index >= (set[i] ?? 0)) return index < (set[i + 1] ?? 0);
  }
  return false;
}

/** The set with `index` in it. Driving forward this is one range that grows. */
export function add(set: Indexes, index: number): Indexes {
  if (has(set, index)) return set;
  const ranges: number[] = [];
  let from = index;
  let to = index + 1;
  let placed = false;
  for (let i = 0; i < set.length; i += 2) {
    const start = set[i] ?? 0;
    const end = set[i + 1] ?? 0;
    if (end < from) ranges.push(start, end);
    else if (start > to) {
      if (!placed) ranges.push(from, to);
      placed = true;
      ranges.push(start, end);
    } else {
      from = Math.min(from, start);
      to = Math.max(to, end);
    }
  }
  if (!placed) ranges.push(from, to);
  return ranges;
}

export function count(set: Indexes): number {
  let sum = 0;
  for (let i = 0; i < set.length; i += 2) sum += (set[i + 1] ?? 0) - (set[i] ?? 0);
  return sum;
}

/** Of a set that has grown, what it had before and what of the rest still holds. */
export function kept(before: Indexes, now: Indexes, holds: (index: number) => boolean): Indexes {
  let found = before;
  for (let i = 0; i < now.length; i += 2) {
    for (let index = now[i] ?? 0; index < (now[i + 1] ?? 0); index++) {
      if (!has(before, index) && holds(index)) found = add(found, index);
    }
  }
  return found;
}
