import { symbolOf } from '../model/lexicon.ts';
import type { Tulip, TulipSymbol } from '../model/tulip.ts';
import { forTerminal } from '../text/escape.ts';
import { asciiCells } from './ascii.ts';
import { type Cell, cellOf } from './cell.ts';
import { newDots, type Role } from './dots.ts';
import { isDanger } from './drawing.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Point } from './geometry.ts';
import { paintRoads, paintRoute } from './paint.ts';
import { paintSymbol, styleOf } from './paint-symbol.ts';
import { type Courses, coursesOf } from './roads.ts';
import { writeWord } from './words.ts';

export type { Cell } from './cell.ts';

/** Braille: 2 × 4 dots a cell. Blocks: 2 × 2 quarters, for fonts without braille. ASCII: strokes, for a terminal without Unicode. */
export type Alphabet = 'braille' | 'blocks' | 'ascii';

export interface CellOptions {
  readonly columns: number;
  readonly rows: number;
  readonly alphabet: Alphabet;
}

/** Dots that the whole needs for words of more than three letters. */
const roomForWords = 24;
/** And for roads at any angle. */
const roomForAngles = 20;

/**
 * A tulip in character cells: `rows` rows of `columns` cells, each a column wide. Where there is little room, labels and
 * the longer words for symbols go first; the roads stay.
 */
export function tulipCells(tulip: Tulip, { columns, rows, alphabet }: CellOptions): Cell[][] {
  const size = Math.min(columns * 2, rows * 4);
  const courses = coursesOf(tulip, size < roomForAngles ? 'eighths' : size < roomForWords ? 36 : 28);
  const [width, height] = alphabet === 'ascii' ? [columns, rows * 2] : [columns * 2, rows * 4];
  const margin = Math.max(alphabet === 'ascii' ? 0.6 : 1, size * 0.045);
  const frame = frameOf(
    courses,
    width,
    height,
    margin,
    alphabet === 'ascii' ? margin : size < 10 ? margin : Math.max(3, size * 0.07),
  );
  const painted = alphabet === 'ascii' ? null : paintedCells(tulip, courses, frame, columns, rows, alphabet);
  const cells = painted?.cells ?? asciiCells(courses, frame, columns, rows);
  const write = (text: string, at: Point, style: Role) => {
    const [x, y] = frame.place(at);
    writeWord(cells, text, [(x / width) * columns, (y / height) * rows], style);
  };
  for (const symbol of tulip.symbols.filter((one) => !painted?.pictured.has(one))) {
    const word = symbolOf(symbol.symbol)?.short ?? narrow(symbol.symbol).slice(0, 6);
    if (size >= roomForWords || word.length <= 3) write(word, symbol.at, styleOf(symbol));
  }
  for (const { text, at } of tulip.labels) {
    if (size < roomForWords && !isDanger(text)) continue;
    write(narrow(text).slice(0, 12), at, isDanger(text) ? 'danger' : 'symbol');
  }
  return cells;
}

function paintedCells(
  tulip: Tulip,
  courses: Courses,
  frame: Frame,
  columns: number,
  rows: number,
  alphabet: 'braille' | 'blocks',
): { cells: Cell[][]; pictured: ReadonlySet<TulipSymbol> } {
  const high = alphabet === 'braille' ? 4 : 2;
  const dots = newDots(columns * 2, rows * high, 4 / high);
  paintRoads(dots, courses, frame);
  paintRoute(dots, courses, frame);
  const pictured = new Set(tulip.symbols.filter((symbol) => paintSymbol(dots, symbol, frame)));
  if (pictured.size > 0) paintRoute(dots, courses, frame);
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cellOf(dots, column * 2, row * high, high)),
  );
  return { cells, pictured };
}

/** Text of which each character takes one column: letters of Latin, Greek and Cyrillic; a `?` for any other. */
function narrow(text: string): string {
  return forTerminal(text.normalize('NFC')).replace(/[^ -~¡-¬®-ɏͰ-ҁҊ-ԯ]/gu, '?');
}
