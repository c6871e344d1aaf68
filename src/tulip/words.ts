import type { Cell } from './cell.ts';
import type { Role } from './dots.ts';
import type { Point } from './geometry.ts';

/**
 * Writes a word where nothing is drawn, as near as can be to its place (column and row of its middle); leaves it out
 * where there is no room near by. Changes `cells`.
 */
export function writeWord(cells: Cell[][], word: string, [column, row]: Point, style: Role): void {
  const columns = cells[0]?.length ?? 0;
  const wanted = Math.max(0, Math.min(columns - word.length, column - word.length / 2));
  const height = Math.max(0.5, Math.min(cells.length - 0.5, row));
  let best: { left: number; top: number; off: number } | null = null;
  for (const [top, line] of cells.entries()) {
    for (let left = 0; left + word.length <= columns; left++) {
      const crowd = neighbours(line, left, word.length).filter(({ style }) => style !== null).length;
      const off = Math.abs(left - wanted) + 2 * Math.abs(top + 0.5 - height) + 1.5 * crowd;
      if (off < (best?.off ?? columns * 0.4) && isFree(line, left, word.length)) best = { left, top, off };
    }
  }
  const line = cells[best?.top ?? -1];
  if (best && line) line.splice(best.left, word.length, ...[...word].map((char) => ({ char, style })));
}

/** Blank, and no letter of another word right beside it. */
function isFree(line: readonly Cell[], left: number, length: number): boolean {
  const inside = line.slice(left, left + length);
  return (
    inside.every(({ style }) => style === null) &&
    neighbours(line, left, length).every(({ char }) => !/[!-~]/.test(char))
  );
}

function neighbours(line: readonly Cell[], left: number, length: number): Cell[] {
  return [line[left - 1], line[left + length]].filter((cell) => cell !== undefined);
}
