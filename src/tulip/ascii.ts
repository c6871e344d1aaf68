import type { LineStyle } from '../model/fields.ts';
import type { Cell } from './cell.ts';
import type { Frame } from './frame.ts';
import { bearingOf, headingAtEnd, type Point, type Polyline } from './geometry.ts';
import type { Courses } from './roads.ts';

/** How the driven line is written, by turns; a blank is left out. */
const driven: Readonly<Record<LineStyle, string>> = {
  'dual-carriageway': '#',
  road: '#',
  'main-track': '#',
  track: '#',
  'small-track': '#',
  'low-visibility': '# ',
  'off-piste': ':',
};

/**
 * Roads in ASCII, for a terminal that has nothing better: `#` from `O` to an arrow head is the way, strokes are the
 * roads not taken, `=` and `H` tarmac, `.` no track. The frame's places are a cell wide, two to its height.
 */
export function asciiCells(courses: Courses, frame: Frame, columns: number, rows: number): Cell[][] {
  const cells: Cell[][] = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => ({ char: ' ', style: null })),
  );
  const { entry, exit, roads, roundabout } = courses;
  const set = (column: number, row: number, char: string, style: Cell['style']) => {
    const line = cells[row];
    if (line?.[column] && char !== ' ') line[column] = { char, style };
  };
  const draw = (
    points: Polyline,
    style: 'road' | 'route',
    charAt: (heading: Point, step: number) => string,
  ) => {
    for (const [i, { column, row, heading }] of steps(frame.places(points)).entries()) {
      set(column, row, charAt(heading, i), style);
    }
  };
  for (const { line, points } of roads)
    draw(points, 'road', (heading, step) => roadChar(line, heading, step));
  if (roundabout) draw(roundabout.circle, 'road', () => 'o');
  const ring = roundabout && { line: entry.line, points: roundabout.driven };
  for (const course of [exit, ring, entry]) {
    if (course === null) continue;
    const pattern = driven[course.line];
    draw(course.points, 'route', (_, i) => pattern.charAt(i % pattern.length));
  }
  set(...cellAt(frame.place(entry.points[0] ?? [0, -1])), 'O', 'route');
  const end = (exit ?? entry).points;
  set(...cellAt(frame.place(end.at(-1) ?? [0, 0])), exit ? arrowChar(headingAtEnd(end, 0.3)) : 'T', 'route');
  return cells;
}

interface Step {
  readonly column: number;
  readonly row: number;
  readonly heading: Point;
}

/** The cells a line goes through, one after the other, with its direction there; no staircase where a diagonal will do. */
function steps(line: Polyline): Step[] {
  const found: Step[] = [];
  for (const [i, from] of line.entries()) {
    const to = line[i + 1];
    if (to === undefined) break;
    const heading: Point = [to[0] - from[0], to[1] - from[1]];
    const pieces = Math.max(1, Math.ceil(Math.hypot(...heading) * 4));
    for (let piece = 1; piece <= pieces; piece++) {
      const [column, row] = cellAt([
        from[0] + (heading[0] * piece) / pieces,
        from[1] + (heading[1] * piece) / pieces,
      ]);
      const [last, before] = [found.at(-1), found.at(-2)];
      if (last?.column === column && last.row === row) continue;
      if (before && Math.abs(before.column - column) === 1 && Math.abs(before.row - row) === 1) found.pop();
      found.push({ column, row, heading });
    }
  }
  return found;
}

/** A little right and below, so that a line on the border of two cells stays in one. */
function cellAt([x, y]: Point): [column: number, row: number] {
  return [Math.floor(x + 0.01), Math.floor(y / 2 + 0.01)];
}

function roadChar(line: LineStyle, [dx, dy]: Point, step: number): string {
  const steep = Math.abs(dy) > Math.abs(dx) * 4;
  const flat = Math.abs(dx) > Math.abs(dy) * 1.6;
  switch (line) {
    case 'off-piste':
      return '.';
    case 'road':
    case 'dual-carriageway':
      return flat ? '=' : 'H';
    case 'low-visibility':
      if (step % 2 === 1) return ' ';
      break;
    default:
  }
  if (steep) return '|';
  if (flat) return '-';
  return dx * dy > 0 ? '\\' : '/';
}

function arrowChar([dx, dy]: Point): string {
  const quarter = Math.round(bearingOf([dx, dy]) / 90);
  return ['v', '<', '^', '>', 'v'][quarter + 2] ?? '^';
}
