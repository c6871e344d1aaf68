import { type Dots, inside, setApart } from './dots.ts';
import { along, headingAtEnd, type Point, type Polyline, shortened } from './geometry.ts';

/** What is left of a line for its shaft, and the head that ends it. */
export interface Arrow {
  readonly shaft: Polyline;
  readonly paint: (dots: Dots) => void;
}

/** From this scale on a head needs no help to look like one. */
const roomForAngles = 20;
/** Of a small head's direction to an axis, the tangent up to which it is drawn along the axis, in clean rows. */
const alongAxis = 0.41;
/** And from which on along the diagonal. */
const alongDiagonal = 0.8;

/** The arrow that ends a line on a canvas with y down; `scale` is canvas widths to the tulip's unit. */
export function arrowOf(line: Polyline, scale: number): Arrow {
  const small = scale < roomForAngles;
  const rows = scale < 4.5 ? 2 : scale < 11 ? 3 : scale < 14 ? 4 : 5;
  const size = small ? rows : 0.28 * scale;
  const heading = headingAtEnd(line, size + 1);
  const [least, most] = [Math.abs(heading[0]), Math.abs(heading[1])].sort((a, b) => a - b);
  const slant = (least ?? 0) / (most || 1);
  if (small && slant < alongAxis) return axial(line, heading, rows);
  if (small && slant > alongDiagonal)
    return diagonal(line, heading, scale < 4.5 ? 3 : scale < 9 ? 4 : rows + 2);
  const length = size * 1.2 + (small ? 1 : 0);
  const half = small ? size * 0.5 + 1.8 : 0.2 * scale;
  const tip = along(line.at(-1) ?? [0, 0], heading, 0.5);
  const base = along(tip, heading, -length);
  const across: Point = [heading[1], -heading[0]];
  const head = [tip, along(base, across, half), along(base, across, -half)];
  return {
    shaft: shortened(line, length * 0.8),
    paint: (dots) => setApart(dots, inside(dots, head), 'route'),
  };
}

/** Rows of 2, 4, 6 … dots across the nearest axis. */
function axial(line: Polyline, [hx, hy]: Point, size: number): Arrow {
  const [dx, dy] = Math.abs(hx) > Math.abs(hy) ? [Math.sign(hx), 0] : [0, Math.sign(hy)];
  const [left, top] = tipOf(line, [dx, dy]);
  const head: Point[] = [];
  for (let back = 0; back < size; back++) {
    for (let side = -back - 1; side <= back; side++) {
      head.push(dx === 0 ? [left + side, top - dy * back] : [left - dx * back, top + side]);
    }
  }
  return { shaft: shortened(line, size - 1), paint: stamp(head) };
}

/** The corner of a square with its right angle at the tip, as small arrows have it everywhere. */
function diagonal(line: Polyline, [hx, hy]: Point, legs: number): Arrow {
  const [dx, dy] = [Math.sign(hx), Math.sign(hy)];
  const [left, top] = tipOf(line, [dx, dy]);
  const head: Point[] = [];
  for (let row = 0; row < legs; row++) {
    for (let column = 0; column < legs - row; column++) head.push([left - dx * column, top - dy * row]);
  }
  return { shaft: shortened(line, legs * 0.6), paint: stamp(head) };
}

/** The dot of the tip: the axis runs between two dots, so that one that points right or down lies a dot before it. */
function tipOf(line: Polyline, [dx, dy]: Point): Point {
  const [x, y] = line.at(-1) ?? [0, 0];
  return [Math.round(x) - Math.max(0, dx), Math.round(y) - Math.max(0, dy)];
}

function stamp(head: readonly Point[]): Arrow['paint'] {
  return (dots) => {
    const places = head.map(([x, y]): Point => [x, Math.floor(y / dots.tall)]);
    setApart(dots, places, 'route');
  };
}
