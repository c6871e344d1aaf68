import type { TulipSymbol } from '../model/tulip.ts';
import { type Dots, fillInside, type Role, strokeDots } from './dots.ts';
import type { Frame } from './frame.ts';
import type { Point } from './geometry.ts';
import { flatten } from './pictograms/flatten.ts';
import type { DrawnShape } from './pictograms/shape.ts';
import { pictogramOf } from './pictograms.ts';

/** Dots that a symbol needs across to be a picture. */
const roomForPicture = 13;

/** What a symbol is coloured as. */
export function styleOf({ symbol }: TulipSymbol): Role {
  return symbol.startsWith('danger-') ? 'danger' : 'symbol';
}

/**
 * Paints a symbol as a picture, moved into the canvas if it lies outside; false where it would be too small, has letters
 * in it, or would come to lie on something else.
 */
export function paintSymbol(dots: Dots, symbol: TulipSymbol, { scale, place }: Frame): boolean {
  const size = Math.min(2, symbol.scale * 0.55) * scale;
  const shapes = drawnShapes(symbol);
  if (size < roomForPicture || dots.tall !== 1 || shapes === null) return false;
  const wanted = place(symbol.at);
  const [cx, cy] = [within(wanted[0], size / 2, dots.width), within(wanted[1], size / 2, dots.height)];
  const moved = Math.hypot(cx - wanted[0], cy - wanted[1]) > 1;
  if (moved && !isEmpty(dots, cx - size / 2, cy - size / 2, size)) return false;
  const radians = (symbol.angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians) * (size / 24), Math.sin(radians) * (size / 24)];
  const turned = ([x, y]: Point): Point => [
    cx + (x - 12) * cos - (y - 12) * sin,
    cy + (x - 12) * sin + (y - 12) * cos,
  ];
  for (const { kind, d } of shapes) {
    for (const line of flatten(d).map((points) => points.map(turned))) {
      if (kind === 'shape') fillInside(dots, line, null);
      if (kind === 'fill') fillInside(dots, line, 'symbol');
      else strokeDots(dots, line, 'symbol', 1);
    }
  }
  return true;
}

/** The picture if it is all lines; letters, and the strokes of danger marks, are better as the terminal's own. */
function drawnShapes(symbol: TulipSymbol): DrawnShape[] | null {
  if (styleOf(symbol) === 'danger') return null;
  const shapes = pictogramOf(symbol.symbol);
  const drawn = shapes.flatMap((shape) => (shape.kind === 'text' ? [] : [shape]));
  return drawn.length === shapes.length ? drawn : null;
}

function within(at: number, half: number, size: number): number {
  return size < 2 * half ? size / 2 : Math.max(half, Math.min(size - half, at));
}

/** Whether a square of dots is blank. */
function isEmpty({ ink, width, height }: Dots, left: number, top: number, size: number): boolean {
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, top + size); y++) {
    const [from, to] = [Math.max(0, Math.floor(left)), Math.min(width, Math.ceil(left + size))];
    if (ink.subarray(y * width + from, y * width + to).some((dot) => dot > 0)) return false;
  }
  return true;
}
