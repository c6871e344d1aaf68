import { type Dots, fillInside, setDot } from './dots.ts';
import { along, headingAtEnd, type Point, type Polyline, shortened } from './geometry.ts';

/** What is left of a line for its shaft, and the head that ends it. */
export interface Arrow {
  readonly shaft: Polyline;
  readonly paint: (dots: Dots) => void;
}

/** From this scale on a head needs no help to look like one. */
const roomForAngles = 20;
/** Of a small head's direction to an axis, the tangent up to which it is drawn along the axis, in clean rows. */
const alongAxis = 0.36;

/** The arrow that ends a line on a canvas with y down; `scale` is canvas widths to the tulip's unit. */
export function arrowOf(line: Polyline, scale: number): Arrow {
  const small = scale < roomForAngles;
  const size = small ? (scale < 11 ? 3 : 4) : 0.3 * scale;
  const heading = headingAtEnd(line, size + 1);
  const [least, most] = [Math.abs(heading[0]), Math.abs(heading[1])].sort((a, b) => a - b);
  if (small && (least ?? 0) < alongAxis * (most ?? 0)) return rows(line, heading, size);
  const length = size * 1.2 + (small ? 1 : 0);
  const half = small ? size * 0.5 + 1.8 : 0.2 * scale;
  const tip = along(line.at(-1) ?? [0, 0], heading, 0.5);
  const base = along(tip, heading, -length);
  const across: Point = [heading[1], -heading[0]];
  const head = [tip, along(base, across, half), along(base, across, -half)];
  return { shaft: shortened(line, length * 0.8), paint: (dots) => fillInside(dots, head, 'route') };
}

/** Rows of 2, 4, 6 … dots across the nearest axis. */
function rows(line: Polyline, [hx, hy]: Point, size: number): Arrow {
  const [dx, dy] = Math.abs(hx) > Math.abs(hy) ? [Math.sign(hx), 0] : [0, Math.sign(hy)];
  const [x, y] = line.at(-1) ?? [0, 0];
  // The axis runs between two dots, as that of a shaft two dots wide; a tip that points right or down lies a dot before it.
  const [left, top] = [Math.round(x) - Math.max(0, dx), Math.round(y) - Math.max(0, dy)];
  const paint = (dots: Dots) => {
    const set = (px: number, py: number) => setDot(dots, px, Math.floor(py / dots.tall), 'route');
    for (let back = 0; back < size; back++) {
      for (let side = -back - 1; side <= back; side++) {
        if (dx === 0) set(left + side, top - dy * back);
        else set(left - dx * back, top + side);
      }
    }
  };
  return { shaft: shortened(line, size - 1), paint };
}
