import type { LineStyle } from '../model/fields.ts';
import type { Tulip } from '../model/tulip.ts';
import { along, headingAtEnd, type Point, type Polyline, shortened } from './geometry.ts';
import { drivenPen, edgesOf, otherPen, type Pen } from './lines.ts';
import { type Courses, coursesOf, stopEnds } from './roads.ts';

/** What a mark belongs to: the driven line, another road, or the paper between a road's edges. */
export type Ink = 'route' | 'road' | 'paper';

/** One thing to paint. Lengths in the tulip's unit (entry to junction = 1), y up, angles in degrees clockwise. */
export type Mark =
  | {
      readonly kind: 'line';
      readonly ink: Ink;
      readonly points: Polyline;
      readonly width: number;
      readonly dash: readonly number[];
    }
  | { readonly kind: 'area'; readonly ink: Ink; readonly points: Polyline }
  | { readonly kind: 'disc'; readonly ink: Ink; readonly at: Point; readonly radius: number }
  | SymbolMark
  | LabelMark;

export interface SymbolMark {
  readonly kind: 'symbol';
  readonly symbol: string;
  readonly at: Point;
  readonly angle: number;
  readonly size: number;
}

export interface LabelMark {
  readonly kind: 'label';
  readonly text: string;
  readonly at: Point;
  readonly size: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A tulip without a pixel in it: marks in the order of painting, and the box that holds them. */
export interface Drawing {
  readonly marks: readonly Mark[];
  readonly box: Box;
}

interface Line {
  readonly line: LineStyle;
  readonly points: Polyline;
  /** Where its edges run, if not all along. */
  readonly edges?: Polyline;
}

const symbolSize = 0.55;
const largestSymbol = 2;
const labelSize = 0.22;
/** The edges of a road begin so far behind the ball's middle. */
const clearOfBall = 0.2;
const arrowLength = 0.32;
const arrowHalf = 0.17;
const usualBox: Box = { left: -1.2, right: 1.2, bottom: -1.2, top: 1.2 };
const origin: Point = [0, 0];

/** Draws a tulip as a person does: roads not taken thin and stop-ended, the driven line bold from its ball to its arrow. */
export function drawTulip(tulip: Tulip): Drawing {
  const courses = coursesOf(tulip);
  const others = othersOf(courses);
  const driven = drivenOf(courses);
  const all = [...others, ...driven];
  const marks: Mark[] = [
    ...others.flatMap(({ line, points }) => stroke(points, otherPen[line], 'road')),
    ...tarmac(all),
    ...bars(courses, all),
    ...tulip.symbols.map(symbolMark),
    ...driven.flatMap(({ line, points }) => stroke(points, drivenPen[line], 'route')),
    ...ends(courses),
    ...tulip.labels.map(labelMark),
  ];
  return { marks, box: boxOf(marks) };
}

function othersOf({ roads, roundabout }: Courses): Line[] {
  return [...(roundabout ? [{ line: roundabout.line, points: roundabout.circle }] : []), ...roads];
}

function drivenOf({ entry, exit, roundabout }: Courses): Line[] {
  return [
    { ...entry, edges: shortened(entry.points.toReversed(), clearOfBall) },
    ...(roundabout ? [{ line: roundabout.line, points: roundabout.driven }] : []),
    ...(exit ? [headedLine(exit)] : []),
  ].filter(({ points }) => points.length > 1);
}

/** The line runs into the arrow head that ends it, the edges of a road stop short of it. */
function headedLine({ line, points }: Line): Line {
  return { line, points: shortened(points, arrowLength * 0.6), edges: shortened(points, arrowLength) };
}

function stroke(points: Polyline, pen: Pen | null, ink: Ink): Mark[] {
  return pen && pen.width > 0 ? [{ kind: 'line', ink, points, ...pen }] : [];
}

/** The edges of roads, layer by layer, so that they open into each other where roads meet. */
function tarmac(lines: readonly Line[]): Mark[] {
  const roads = lines.flatMap(({ line, points, edges }) => {
    const layers = edgesOf(line);
    return layers ? [{ points: edges ?? points, ...layers }] : [];
  });
  const meeting = roads.filter(({ points }) => points.some((p) => Math.hypot(...p) < 0.01));
  const layer = (name: 'outer' | 'inner', ink: Ink): Mark[] => [
    ...roads.flatMap((road) => stroke(road.points, { width: road[name], dash: [] }, ink)),
    ...joint(
      meeting.map((road) => road[name]),
      ink,
    ),
  ];
  const middles = roads.flatMap(({ points, middle }) => stroke(points, { width: middle, dash: [] }, 'road'));
  return [...layer('outer', 'road'), ...layer('inner', 'paper'), ...middles];
}

/** A disc that joins the ends of lines in the junction, as wide as the narrowest. */
function joint(widths: readonly number[], ink: Ink): Mark[] {
  return widths.length < 2 ? [] : [{ kind: 'disc', ink, at: origin, radius: Math.min(...widths) / 2 }];
}

/** Across the ends of roads not taken. */
function bars({ roads }: Courses, all: readonly Line[]): Mark[] {
  return roads.flatMap((road) => {
    const others = all.filter(({ points }) => points !== road.points).map(({ points }) => points);
    const half = (edgesOf(road.line)?.outer ?? 0.06) / 2 + 0.07;
    return stopEnds(road.points, others).map(({ at, heading }) => bar(at, heading, half, 0.05, 'road'));
  });
}

function bar(at: Point, [dx, dy]: Point, half: number, width: number, ink: Ink): Mark {
  const across: Point = [dy, -dx];
  return { kind: 'line', ink, points: [along(at, across, -half), along(at, across, half)], width, dash: [] };
}

/** The ball where the crew comes from, and the arrow head where it goes or the bar where the route ends. */
function ends({ entry, exit }: Courses): Mark[] {
  const ball: Mark = { kind: 'disc', ink: 'route', at: entry.points[0] ?? origin, radius: 0.115 };
  if (exit === null) return [ball, bar(entry.points.at(-1) ?? origin, [0, 1], 0.24, 0.1, 'route')];
  const tip = exit.points.at(-1) ?? origin;
  const heading = headingAtEnd(exit.points, arrowLength);
  const base = along(tip, heading, -arrowLength);
  const across: Point = [heading[1], -heading[0]];
  const points = [tip, along(base, across, arrowHalf), along(base, across, -arrowHalf)];
  return [ball, { kind: 'area', ink: 'route', points }];
}

function symbolMark({ symbol, at, angle, scale }: Tulip['symbols'][number]): SymbolMark {
  return { kind: 'symbol', symbol, at, angle, size: Math.min(largestSymbol, scale * symbolSize) };
}

/** Whether words in the tulip are a danger mark: `!` to `!!!`. */
export function isDanger(text: string): boolean {
  return /^\s*!{1,3}\s*$/.test(text);
}

function labelMark({ text, at }: Tulip['labels'][number]): LabelMark {
  return { kind: 'label', text, at, size: Math.min(labelSize, 3.2 / Math.max(1, text.length)) };
}

/** The usual box, wider where something lies outside it. */
function boxOf(marks: readonly Mark[]): Box {
  let { left, right, bottom, top } = usualBox;
  const hold = ([x, y]: Point, margin: number) => {
    left = Math.min(left, x - margin);
    right = Math.max(right, x + margin);
    bottom = Math.min(bottom, y - margin);
    top = Math.max(top, y + margin);
  };
  for (const mark of marks) {
    switch (mark.kind) {
      case 'line':
        for (const point of mark.points) hold(point, mark.width / 2 + 0.02);
        break;
      case 'area':
        for (const point of mark.points) hold(point, 0.02);
        break;
      case 'disc':
        hold(mark.at, mark.radius);
        break;
      case 'symbol':
        hold(mark.at, mark.size / 2);
        break;
      case 'label':
        hold(mark.at, mark.size / 2);
        break;
    }
  }
  return { left, right, bottom, top };
}
