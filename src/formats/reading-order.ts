/** Things whose middles are this near in height stand on one line, pixels; a symbol is about 50 high. */
const lineHeight = 20;

/** Line by line from the top, each from the left: how a person reads what was placed freely in a box. */
export function inLines<T extends { readonly x: number; readonly y: number }>(placed: readonly T[]): T[][] {
  const lines: T[][] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (const thing of [...placed].sort((a, b) => a.y - b.y)) {
    if (thing.y - top > lineHeight) {
      lines.push([]);
      top = thing.y;
    }
    lines.at(-1)?.push(thing);
  }
  return lines.map((line) => line.sort((a, b) => a.x - b.x));
}
