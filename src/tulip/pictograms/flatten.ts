import { bow, mid, type Point } from '../geometry.ts';

/** The lines of a pictogram's path, curves as chords: a closed one ends where it began. */
export function flatten(d: string): Point[][] {
  const lines: Point[][] = [];
  let line: Point[] = [];
  for (const [, command, figures = ''] of d.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const points = pairs(figures);
    const from = line.at(-1) ?? [0, 0];
    const [a = from, b = from, c = from] = points;
    switch (command) {
      case 'M':
        line = [...points];
        lines.push(line);
        break;
      case 'L':
        line.push(...points);
        break;
      case 'Q':
        for (let i = 0; i + 1 < points.length; i += 2) {
          line.push(...bow(line.at(-1) ?? from, points[i] ?? from, points[i + 1] ?? from).slice(1));
        }
        break;
      case 'C':
        line.push(...[0.25, 0.5, 0.75, 1].map((t) => cubic(from, a, b, c, t)));
        break;
      default:
        if (line[0]) line.push(line[0]);
    }
  }
  return lines;
}

function pairs(figures: string): Point[] {
  const numbers = figures
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => [
    numbers[2 * i] ?? 0,
    numbers[2 * i + 1] ?? 0,
  ]);
}

function cubic(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const [ab, bc, cd] = [mid(a, b, t), mid(b, c, t), mid(c, d, t)];
  return mid(mid(ab, bc, t), mid(bc, cd, t), t);
}
