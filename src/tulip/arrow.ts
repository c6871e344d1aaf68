import { type Dots, fillInside, setDot } from './dots.ts';
import { along, headingAtEnd, type Point, type Polyline, shortened } from './geometry.ts';

/** From this scale on an arrow head has room to point anywhere; below, to the eight directions that dots draw cleanly. */
const roomForAngles = 20;

/** What is left of a line for its shaft, and the head that ends it. */
export interface Arrow {
  readonly shaft: Polyline;
  readonly paint: (dots: Dots) => void;
}

/** The arrow that ends a line on a canvas with y down; `scale` is canvas widths to the tulip's unit. */
export function arrowOf(line: Polyline, scale: number): Arrow {
  if (scale < roomForAngles) return smallArrow(line, scale);
  const length = 0.36 * scale;
  const heading = headingAtEnd(line, length);
  const tip = along(line.at(-1) ?? [0, 0], heading, 0.5);
  const base = along(tip, heading, -length);
  const across: Point = [heading[1], -heading[0]];
  const head = [tip, along(base, across, 0.2 * scale), along(base, across, -0.2 * scale)];
  return { shaft: shortened(line, length * 0.8), paint: (dots) => fillInside(dots, head, 'route') };
}

/** Along an axis rows of 2, 4, 6 … dots, between two axes the corner of a square. */
function smallArrow(line: Polyline, scale: number): Arrow {
  const size = scale < 11 ? 3 : 4;
  const [dx, dy] = eighthOf(headingAtEnd(line, size + 1));
  const [x, y] = line.at(-1) ?? [0, 0];
  const paint = (dots: Dots) => {
    const set = (px: number, py: number) => setDot(dots, px, Math.floor(py / dots.tall), 'route');
    if (dx !== 0 && dy !== 0) {
      for (let back = 0; back <= size; back++) {
        for (let down = 0; down <= size - back; down++)
          set(Math.floor(x) - dx * back, Math.floor(y) - dy * down);
      }
      return;
    }
    // The axis runs between two dots, as that of a shaft two dots wide; a tip that points right or down lies a dot before it.
    const [left, top] = [Math.round(x) - Math.max(0, dx), Math.round(y) - Math.max(0, dy)];
    for (let back = 0; back < size; back++) {
      for (let side = -back - 1; side <= back; side++) {
        if (dx === 0) set(left + side, top - dy * back);
        else set(left - dx * back, top + side);
      }
    }
  };
  return { shaft: shortened(line, size - 1), paint };
}

/** A direction to the nearest eighth of a turn: each part −1, 0 or 1. */
function eighthOf([x, y]: Point): Point {
  const eighth = (Math.round((Math.atan2(y, x) * 4) / Math.PI) * Math.PI) / 4;
  return [Math.round(Math.cos(eighth)), Math.round(Math.sin(eighth))];
}
