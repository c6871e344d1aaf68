import { type Dots, type Role, roles } from './dots.ts';

/** A character of the terminal, a column wide; `style` says what to colour it as, null where it is blank. */
export interface Cell {
  readonly char: string;
  readonly style: Role | null;
}

/** Dots of a cell by bit: of braille as Unicode counts them, of the quarter blocks as they stand below. */
export const brailleBits = [
  [0, 0],
  [0, 1],
  [0, 2],
  [1, 0],
  [1, 1],
  [1, 2],
  [0, 3],
  [1, 3],
] as const;
const blockBits = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;
const blocks = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';

/** The dots of a cell as a character: `high` is 4 for braille, 2 for quarter blocks. */
export function cellOf(dots: Dots, left: number, top: number, high: number): Cell {
  let bits = 0;
  let ink = 0;
  for (const [bit, [x, y]] of (high === 4 ? brailleBits : blockBits).entries()) {
    const here = dots.ink[(top + y) * dots.width + left + x] ?? 0;
    if (here > 0) bits |= 1 << bit;
    ink = Math.max(ink, here);
  }
  if (bits === 0) return { char: ' ', style: null };
  const char = high === 4 ? String.fromCodePoint(0x2800 + bits) : (blocks[bits] ?? ' ');
  return { char, style: roles[ink - 1] ?? null };
}
