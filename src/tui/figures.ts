import { type Line, type Size, span } from './frame.ts';
import type { Look } from './look.ts';
import type { Style } from './style.ts';

// Which strokes of a seven-segment figure are lit, as on every trip master: top, upper left, upper right, middle, lower
// left, lower right, bottom.
const lit: Readonly<Record<string, string>> = {
  '0': '1110111',
  '1': '0010010',
  '2': '1011101',
  '3': '1011011',
  '4': '0111010',
  '5': '1101011',
  '6': '1101111',
  '7': '1010010',
  '8': '1111111',
  '9': '1111011',
  '-': '0001000',
  ' ': '0000000',
};

/** How one figure is drawn. Pixels are half a cell high; in ASCII a whole one. */
interface Cut {
  readonly width: number;
  readonly height: number;
  readonly stroke: number;
}

/** Heights at which figures can be told apart, in rows: an even one has no middle, and ASCII needs more to draw with. */
const heights = [9, 7, 5, 3] as const;

/** The highest figures of `text` that fit, in rows; null where none do. */
export function figureRows(text: string, { width, height }: Size, ascii: boolean): number | null {
  const fits = (rows: number) =>
    rows <= height && (!ascii || rows > 3) && figuresWidth(text, rows, ascii) <= width;
  return heights.find(fits) ?? null;
}

/** Cells that block figures take at so many rows. */
function figuresWidth(text: string, rows: number, ascii: boolean): number {
  const { width, stroke } = cutOf(rows, ascii);
  return Array.from(text).reduce((sum, c) => sum + (c === '.' ? stroke : width) + 1, -1);
}

function cutOf(rows: number, ascii: boolean): Cut {
  const width = rows + 1;
  const stroke = rows < 5 ? 1 : rows < 9 ? 2 : 3;
  return ascii ? { width, height: rows, stroke: 1 } : { width, height: rows * 2, stroke };
}

/** Text of digits, `.`, `-` and spaces in block figures; other characters are left out. */
export function bigFigures(text: string, rows: number, style: Style, look: Look): Line[] {
  const drawn = Array.from(text, (character) => glyphOf(character, rows, look)).filter(
    (glyph) => glyph !== null,
  );
  return Array.from({ length: rows }, (_, row) => [span(drawn.map((glyph) => glyph[row]).join(' '), style)]);
}

/** A figure's rows of characters. */
type Glyph = readonly string[];

/** Each is drawn once: there are a dozen, in a few heights, and a frame holds twenty of them. */
const glyphs = new Map<string, Glyph>();

/** Null for a character that has no figure. */
function glyphOf(character: string, rows: number, look: Look): Glyph | null {
  const strokes = lit[character];
  if (strokes === undefined && character !== '.') return null;
  const key = `${character}${rows}${look.ascii}`;
  const known = glyphs.get(key);
  if (known) return known;
  const cut = cutOf(rows, look.ascii);
  const bitmap = strokes === undefined ? point(cut) : figure(strokes, cut);
  const glyph = Array.from({ length: rows }, (_, row) => rowOf(bitmap, row, look));
  glyphs.set(key, glyph);
  return glyph;
}

type Bitmap = readonly (readonly boolean[])[];

/** A lit segment is a filled rectangle; vertical ones are as thick as two half-cells are wide, so that they look alike. */
function figure(strokes: string, { width, height, stroke }: Cut): Bitmap {
  const middle = Math.floor((height - stroke) / 2);
  const [top, upperLeft, upperRight, centre, lowerLeft, lowerRight, bottom] = Array.from(
    strokes,
    (c) => c === '1',
  );
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => {
      const left = x < stroke;
      const right = x >= width - stroke;
      const upper = y < middle + stroke;
      const lower = y >= middle;
      return Boolean(
        (top && y < stroke) ||
          (bottom && y >= height - stroke) ||
          (centre && y >= middle && y < middle + stroke) ||
          (left && ((upper && upperLeft) || (lower && lowerLeft))) ||
          (right && ((upper && upperRight) || (lower && lowerRight))),
      );
    }),
  );
}

function point({ height, stroke }: Cut): Bitmap {
  return Array.from({ length: height }, (_, y) => Array.from({ length: stroke }, () => y >= height - stroke));
}

function rowOf(bitmap: Bitmap, row: number, { ascii, marks }: Look): string {
  if (ascii) return (bitmap[row] ?? []).map((on) => (on ? marks.full : ' ')).join('');
  const above = bitmap[row * 2] ?? [];
  const below = bitmap[row * 2 + 1] ?? [];
  return above
    .map((on, x) => (on ? (below[x] ? marks.full : marks.upper) : below[x] ? marks.lower : ' '))
    .join('');
}
