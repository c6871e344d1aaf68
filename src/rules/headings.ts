import { type Ground, headingBetween, turn } from './ground.ts';

/** How far behind a note its exit may be taken, metres: producers use the next track point, people look further. */
const reaches = [20, 50, 100, 200];

/** A note off the track by more than this lies on no certain place of it. */
const sure = 40;

/** Headings that the track has just behind a note, by each reasonable reach up to the next note; none where unsure. */
export function exitHeadings(ground: Ground, index: number): number[] {
  const here = ground.notes[index];
  if (!here || here.offset > sure) return [];
  const next = nextAlong(ground, index);
  const end = ground.lengths.at(-1) ?? 0;
  const way = Math.min(next ?? end, end) - here.along;
  const ends = [...reaches.filter((reach) => reach < way), way].filter((reach) => reach > 5);
  return headings(
    ground,
    ends.map((reach) => [here.along, here.along + reach]),
  );
}

/** The same before a note. */
export function entryHeadings(ground: Ground, index: number): number[] {
  const here = ground.notes[index];
  if (!here || here.offset > sure) return [];
  const before = ground.notes[index - 1]?.along ?? 0;
  const ends = reaches.filter((reach) => reach <= here.along - before && reach <= 100);
  return headings(
    ground,
    ends.map((reach) => [here.along - reach, here.along]),
  );
}

/** The least turn from any of the headings to this one, −180 to 180; null where there are none. */
export function leastTurn(from: readonly number[], to: number): number | null {
  let least: number | null = null;
  for (const heading of from) {
    const angle = turn(heading, to);
    if (least === null || Math.abs(angle) < Math.abs(least)) least = angle;
  }
  return least;
}

function nextAlong({ notes }: Ground, index: number): number | null {
  for (let i = index + 1; i < notes.length; i++) {
    const along = notes[i]?.along ?? null;
    if (along !== null) return along;
  }
  return null;
}

function headings(ground: Ground, ways: readonly (readonly [number, number])[]): number[] {
  return ways.map(([from, to]) => headingBetween(ground, from, to)).filter((heading) => heading !== null);
}
