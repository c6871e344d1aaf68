import { Danger } from '../../model/fields.ts';
import { symbolFromOrb } from '../../model/foreign-symbols.ts';
import { openRoadBookIds } from '../../model/lexicon/open-roadbook-ids.ts';

/** What a list of OpenRoadBook symbols says: the danger apart, the others by their ids in our lexicon where it has one. */
export function marksOf(ids: readonly string[]): { danger: Danger | null; symbols: string[] } {
  const levels = ids.map(dangerOf).filter((level) => level !== null);
  const symbols = ids.filter((id) => dangerOf(id) === null && id !== '').map((id) => symbolFromOrb(id) ?? id);
  return {
    danger: levels.length === 0 ? null : levels.reduce((a, b) => (b > a ? b : a)),
    symbols,
  };
}

/** The same list for a file. A symbol that OpenRoadBook has no id for goes by ours. */
export function marksText(danger: Danger | null, symbols: readonly string[]): string[] {
  return [...(danger === null ? [] : [`danger${danger}`]), ...symbols.map((id) => orbIds.get(id) ?? id)];
}

function dangerOf(id: string): Danger | null {
  const level = Danger.safeParse(Number(/^danger([123])$/.exec(id)?.[1]));
  return level.success ? level.data : null;
}

/** Our ids to theirs. The danger marks are left out: theirs say the danger of the note, ours in a list do not. */
const orbIds: ReadonlyMap<string, string> = new Map(
  Object.entries(openRoadBookIds)
    .filter(([orb, id]) => dangerOf(orb) === null && symbolFromOrb(orb) === id)
    .map(([orb, id]) => [id, orb]),
);
