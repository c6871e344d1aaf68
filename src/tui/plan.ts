import type { Size } from './frame.ts';

/** How a screen is shared out, in rows: the sums behind the boxes, so that the first frame stands where Ink will put it. */

/** Nothing but a few lines fits into less. */
export function isTiny({ width, height }: Size): boolean {
  return width < 36 || height < 9;
}

/** From here on the notes stand beside the figures instead of under them. */
export function isWide({ width }: Size): boolean {
  return width >= 150;
}

/** The most of the screen that figures may take and leave the notes enough. */
export function figureRowsFor({ width, height }: Size): number {
  if (height >= 48 && width >= 150) return 9;
  if (height >= 34 && width >= 100) return 7;
  return height >= 19 ? 5 : 3;
}

/** Rows of what was said, and of hints. */
export function feetOf({ height }: Size): { readonly messages: number; readonly hints: number } {
  return { messages: height >= 36 ? 3 : 1, hints: height >= 16 ? 1 : 0 };
}

/** Rows between the title and the feet. */
export function bodyRows(size: Size): number {
  const { messages, hints } = feetOf(size);
  return size.height - 1 - messages - hints;
}

/** Columns of the distance to go, beside which trips and gauges stand. */
export function toNextWidth({ width }: Size, figures: number): number {
  return figures < 7 ? Math.min(46, Math.floor(width * 0.56)) : 46;
}

/** Columns of the trips where they have figures of their own. */
export const tripsWidth = 36;

/** Columns of the left half of a wide screen. */
export function leftWidth({ width }: Size): number {
  return Math.floor(width * 0.58);
}

/** Rows of the note in hand and of those under it, where all stand below the figures. */
export function noteRows(size: Size): {
  readonly hand: number;
  readonly each: number;
  readonly following: number;
} {
  const rest = bodyRows(size) - figureRowsFor(size) - 1;
  const least = Math.max(1, Math.min(14, Math.floor((rest * 2) / 5)));
  const each = Math.max(1, Math.min(5, Math.floor((rest - least) / 3)));
  const following = Math.floor((rest - least) / each);
  return { hand: rest - following * each, each, following };
}

/** Rows of the note in hand on a wide screen, and of what comes behind it, where there is room for both. */
export function wideRows(size: Size): { readonly hand: number; readonly ahead: number } {
  const rest = bodyRows(size) - figureRowsFor(size) - 1;
  // No higher than the tulip can be drawn.
  const hand = Math.min(rest, Math.floor((leftWidth(size) * largeShare) / 2) + 1);
  return rest - hand < leastAhead ? { hand: rest, ahead: 0 } : { hand, ahead: rest - hand };
}

/** Of a column, the tulip of a large note takes so much. */
const largeShare = 0.45;
/** From so many rows on a note is large. */
const largeRows = 18;
/** A gap, the tank, a gap, and a few notes. */
const leastAhead = 7;

/** Columns of the zone bar, of the distance box, of the tulip, with a gap on either side of it; none in a book without tulips. */
export function noteColumns(
  { width, height }: Size,
  isBare: boolean,
): readonly [side: number, box: number, tulip: number] {
  if (isBare) return [2, 13, 0];
  const share = height >= largeRows ? largeShare : 1 / 3;
  // A braille cell is half as wide as it is high: twice as many columns as rows make a square.
  return [2, 13, Math.max(3, Math.min(height * 2, Math.floor(width * share)))];
}
