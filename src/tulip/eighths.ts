import type { Spoke } from './spread.ts';

/** The eight directions of a compass rose but for the entry's own, degrees. */
const slots = [-135, -90, -45, 0, 45, 90, 135] as const;
/** What two roads in neighbouring eighths cost, degrees squared: a fork should open. */
const crowding = 500;
/** A bend of less is drawn straight on. */
const straight = 12;

/**
 * Bearings set to eighths of a circle, as one sketches on a thumbnail: a road each in their order round the junction, as
 * near to the truth as can be, and the first of them, the way out, nearest. Null where there are more roads than eighths.
 */
export function eighths(spokes: readonly Spoke[]): number[] | null {
  const order = spokes
    .map(({ angle }, index) => ({
      angle: index === 0 ? leaning(angle) : angle,
      index,
      weight: index === 0 ? 3 : 1,
    }))
    .sort((a, b) => a.angle - b.angle);
  let best: { readonly cost: number; readonly chosen: readonly number[] } | null = null;
  const choose = (from: number, cost: number, chosen: readonly number[]) => {
    const next = order[chosen.length];
    if (next === undefined) {
      if (best === null || cost < best.cost) best = { cost, chosen };
      return;
    }
    for (const [i, slot] of slots.entries()) {
      if (i < from) continue;
      const close = chosen.length > 0 && i === from ? crowding : 0;
      choose(i + 1, cost + close + next.weight * (slot - next.angle) ** 2, [...chosen, slot]);
    }
  };
  choose(0, 0, []);
  return best === null ? null : inOrder(best, order);
}

/** A slight bend still has to be seen as one. */
function leaning(angle: number): number {
  return Math.abs(angle) < straight ? 0 : Math.sign(angle) * Math.max(30, Math.abs(angle));
}

function inOrder(
  { chosen }: { readonly chosen: readonly number[] },
  order: readonly { readonly index: number }[],
): number[] {
  const angles: number[] = [];
  for (const [i, { index }] of order.entries()) angles[index] = chosen[i] ?? 0;
  return angles;
}
