/** A road's bearing that may have to give way: −180 to 180, the entry being at both ends. */
export interface Spoke {
  readonly angle: number;
  /** Its share when two spokes part: 0 stays where it is. */
  readonly gives: number;
}

/**
 * Bearings moved apart as little as need be, so that no two roads, nor a road and the entry, lie on each other; their
 * order round the junction stays. `least` is the angle at which two can still be told apart; with many roads they come
 * closer.
 */
export function spread(spokes: readonly Spoke[], least: number): number[] {
  const gap = Math.min(least, 330 / (spokes.length + 1));
  const behind = emptierSide(spokes);
  const order = spokes
    .map(({ angle, gives }, index) => ({ angle: Math.abs(angle) === 180 ? behind : angle, gives, index }))
    .sort((a, b) => a.angle - b.angle || a.index - b.index);
  const chain = [entryAt(-180), ...order, entryAt(180)];
  for (let pass = 0; pass < 60; pass++) {
    for (const [i, right] of chain.entries()) {
      const left = chain[i - 1];
      if (left === undefined) continue;
      const missing = gap - (right.angle - left.angle);
      const giving = left.gives + right.gives;
      if (missing <= 0 || giving === 0) continue;
      left.angle -= (missing * left.gives) / giving;
      right.angle += (missing * right.gives) / giving;
    }
  }
  const angles = spokes.map(({ angle }) => angle);
  for (const { angle, gives, index } of order) {
    if (gives > 0) angles[index] = Math.max(-180, Math.min(180, angle));
  }
  return angles;
}

function entryAt(angle: number) {
  return { angle, gives: 0, index: -1 };
}

/** Where a road straight back goes: to the side that has more room beside the entry. */
function emptierSide(spokes: readonly Spoke[]): number {
  const angles = spokes.map(({ angle }) => angle).filter((angle) => Math.abs(angle) !== 180);
  const onRight = 180 - Math.max(-180, ...angles);
  const onLeft = Math.min(180, ...angles) + 180;
  return onRight >= onLeft ? 180 : -180;
}
