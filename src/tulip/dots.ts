import type { Point, Polyline } from './geometry.ts';

/** What a dot belongs to; where two meet in a character cell, the later one here names the cell. */
export const roles = ['road', 'symbol', 'danger', 'route'] as const;
export type Role = (typeof roles)[number];

/**
 * A grid of dots. Places are in dot widths from the top left corner, y down; `tall` is a dot's height in widths, 1 for
 * braille in the usual cell that is twice as high as wide. Nothing outside the grid is painted.
 */
export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly tall: number;
  /** Row by row: 0 for empty, else 1 + the index of the role. */
  readonly ink: Uint8Array;
}

export function newDots(width: number, height: number, tall: number): Dots {
  return { width, height, tall, ink: new Uint8Array(width * height) };
}

/** Paints a dot, or wipes it for null. */
export function setDot(dots: Dots, x: number, y: number, role: Role | null): void {
  if (x < 0 || y < 0 || x >= dots.width || y >= dots.height) return;
  dots.ink[y * dots.width + x] = role === null ? 0 : 1 + roles.indexOf(role);
}

/** A line `width` dots wide; `dash` as in a Pen, but in dot widths: a drawn length of 0 is one dot of the line's width. */
export function strokeDots(
  dots: Dots,
  line: Polyline,
  role: Role,
  width: number,
  dash: readonly number[] = [],
): void {
  const [across, down] = [width, Math.max(1, Math.round(width / dots.tall))];
  const [on = 0, off = 0] = dash;
  let next = 0;
  for (const { x, y, at } of walk(dots, line, across, down)) {
    // A dash ends a brush's width before its gap.
    if (off > 0 && (on === 0 ? at < next : at % (on + off) > Math.max(0, on - width) + 0.5)) continue;
    next = at + off;
    for (let i = 0; i < across; i++) {
      for (let j = 0; j < down; j++) setDot(dots, x + i, y + j, role);
    }
  }
}

/** The top left dots of the brush along a line, each once, with the length walked; no staircase where a diagonal will do. */
function walk(dots: Dots, line: Polyline, across: number, down: number) {
  const steps: { x: number; y: number; at: number }[] = [];
  let at = 0;
  const visit = (px: number, py: number) => {
    const x = Math.round(px - across / 2);
    const y = Math.round(py / dots.tall - down / 2);
    const last = steps.at(-1);
    if (last?.x === x && last.y === y) return;
    const before = steps.at(-2);
    const corner = last && before && Math.abs(before.x - x) === 1 && Math.abs(before.y - y) === 1;
    if (corner && (last.x === x || last.y === y)) steps.pop();
    steps.push({ x, y, at });
  };
  for (const [i, to] of line.entries()) {
    const from = line[i - 1] ?? to;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const pieces = Math.max(1, Math.ceil(length * 4));
    for (let piece = 1; piece <= pieces; piece++) {
      at += length / pieces;
      visit(from[0] + ((to[0] - from[0]) * piece) / pieces, from[1] + ((to[1] - from[1]) * piece) / pieces);
    }
  }
  return steps;
}

/** Every dot whose centre lies nearer than `radius` to the line; a single point makes a disc. */
export function fillAround(dots: Dots, line: Polyline, radius: number, role: Role | null): void {
  for (const [i, a] of line.entries()) {
    if (i === 0 && line.length > 1) continue;
    const b = line[i - 1] ?? a;
    eachDot(dots, [a, b], radius, (x, y, centre) => {
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
      const square = dx * dx + dy * dy;
      const along = square === 0 ? 0 : ((centre[0] - a[0]) * dx + (centre[1] - a[1]) * dy) / square;
      const t = Math.max(0, Math.min(1, along));
      if (Math.hypot(centre[0] - a[0] - t * dx, centre[1] - a[1] - t * dy) < radius) setDot(dots, x, y, role);
    });
  }
}

/** Sets dots, and wipes what else lies right beside them. */
export function setApart(dots: Dots, points: Polyline, role: Role): void {
  const mark = 1 + roles.indexOf(role);
  for (const [x, y] of points) {
    for (const [dx, dy] of around) {
      if (dots.ink[(y + dy) * dots.width + x + dx] !== mark) setDot(dots, x + dx, y + dy, null);
    }
  }
  for (const [x, y] of points) setDot(dots, x, y, role);
}

const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));

/** The dots whose centres lie inside the closed outline (even–odd rule). */
export function inside(dots: Dots, outline: Polyline): Point[] {
  const found: Point[] = [];
  eachDot(dots, outline, 1, (x, y, [px, py]) => {
    let isIn = false;
    for (const [i, a] of outline.entries()) {
      const b = outline.at(i - 1) ?? a;
      const crosses = a[1] > py !== b[1] > py && px < ((b[0] - a[0]) * (py - a[1])) / (b[1] - a[1]) + a[0];
      if (crosses) isIn = !isIn;
    }
    if (isIn) found.push([x, y]);
  });
  return found;
}

/** Every dot whose centre lies inside the closed outline. */
export function fillInside(dots: Dots, outline: Polyline, role: Role | null): void {
  for (const [x, y] of inside(dots, outline)) setDot(dots, x, y, role);
}

/** The dots around some points, with their centres. */
function eachDot(
  { width, height, tall }: Dots,
  points: Polyline,
  margin: number,
  visit: (x: number, y: number, centre: Point) => void,
): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const right = Math.min(width - 1, Math.ceil(Math.max(...xs) + margin));
  const bottom = Math.min(height - 1, Math.ceil((Math.max(...ys) + margin) / tall));
  for (let y = Math.max(0, Math.floor((Math.min(...ys) - margin) / tall)); y <= bottom; y++) {
    for (let x = Math.max(0, Math.floor(Math.min(...xs) - margin)); x <= right; x++) {
      visit(x, y, [x + 0.5, (y + 0.5) * tall]);
    }
  }
}
