import type { LineStyle } from '../model/fields.ts';
import type { Tulip, TulipRoad } from '../model/tulip.ts';
import { eighths } from './eighths.ts';
import {
  along,
  arc,
  bearingOf,
  bow,
  headingAtEnd,
  nearness,
  outside,
  type Point,
  type Polyline,
  smooth,
  towards,
} from './geometry.ts';
import { type Spoke, spread } from './spread.ts';

/** The driven line in driving order, a road not taken outwards. */
export interface Course {
  readonly line: LineStyle;
  readonly points: Polyline;
}

/** Where the lines of a tulip run. */
export interface Courses {
  readonly entry: Course;
  readonly exit: Course | null;
  readonly roads: readonly Course[];
  /** The whole circle, and the part of it that is driven. */
  readonly roundabout: {
    readonly line: LineStyle;
    readonly circle: Polyline;
    readonly driven: Polyline;
  } | null;
}

const roundaboutRadius = { usual: 0.36, sketched: 0.5 };
/** From these bearings on a way out is a hairpin, with other roads or alone: it turns on a circle and comes back. */
const hairpin = { among: 150, alone: 125 };
const hairpinRadius = 0.28;
const sideLength = 0.86;

/** Degrees between two roads at which a person still sees two, on paper. */
const clear = 24;
/** The same in a picture too coarse for eighths of a circle. */
const coarse = 36;

/** `least` degrees between two roads; a coarse picture needs more than paper, and in the coarsest roads go by eighths. */
export function coursesOf(tulip: Tulip, least: number | 'eighths' = clear): Courses {
  const { exit, roads } = tulip;
  const turns = roads.length > 0 ? hairpin.among : hairpin.alone;
  const loop = exit === null || tulip.roundabout ? null : hairpinPoints(exit, turns);
  const way = loop ? { angle: bearingOf(loop.at(-1) ?? origin), gives: 0 } : spokeOf(exit, 0.3);
  const atJunction = roads.filter((road) => !isApart(road));
  const spokes = [way, ...atJunction.map((road) => spokeOf(road, 1))];
  const sketched = least === 'eighths' ? eighths(spokes) : null;
  const [exitAngle = 0, ...angles] = sketched ?? spread(spokes, least === 'eighths' ? coarse : least);
  const entry = tulip.entry.path ? smooth(tulip.entry.path) : [origin, [0, -1] as const];
  const sides = roads.map((road) =>
    roadPoints(road, angles[atJunction.indexOf(road)] ?? road.angle, sideLength),
  );
  if (tulip.roundabout) {
    const radius = least === 'eighths' ? roundaboutRadius.sketched : roundaboutRadius.usual;
    return roundabout(tulip, entry, exitAngle, sides, radius);
  }
  const out = exit && (loop ?? roadPoints(exit, exitAngle, 1));
  const bend = out && !loop && isBend(tulip) ? softened(exitAngle, out) : null;
  return {
    entry: { line: tulip.entry.line, points: bend?.entry ?? entry.toReversed() },
    exit: out && { line: exit.line, points: bend?.exit ?? out },
    roads: roads.map(({ line }, i) => ({ line, points: sides[i] ?? [] })),
    roundabout: null,
  };
}

const origin: Point = [0, 0];

/** Lines of which nobody builds a roundabout. */
const faint: ReadonlySet<LineStyle> = new Set(['small-track', 'low-visibility', 'off-piste']);

/** Drawn beside the junction, like a parallel track: it is in nobody's way. */
function isApart({ path }: TulipRoad): boolean {
  const start = path?.[0];
  return start !== undefined && Math.hypot(...start) > 0.3;
}

function spokeOf(road: TulipRoad | null, gives: number): Spoke {
  if (road === null) return { angle: 0, gives: 0 };
  const end = road.path?.at(-1);
  return end ? { angle: bearingOf(end), gives: 0 } : { angle: road.angle, gives };
}

/** A way out that comes back beside the entry: round a half circle. Null where it is none, or was drawn. */
function hairpinPoints({ angle, curve, path }: TulipRoad, least: number): Point[] | null {
  if (path !== null || curve !== 0 || Math.abs(angle) < least) return null;
  const side = Math.sign(angle);
  const turn = arc([side * hairpinRadius, 0], hairpinRadius, -90 * side, -90 * side + angle);
  return [...turn, along(turn.at(-1) ?? origin, towards(angle), 0.7)];
}

function roadPoints(road: TulipRoad, angle: number, length: number): Point[] {
  if (road.path) return smooth(road.path);
  const end = along(origin, towards(angle), length);
  if (road.curve === 0) return [origin, end];
  const control = along(along(origin, towards(angle), length / 2), towards(angle + 90), road.curve * 0.6);
  return bow(origin, control, end);
}

/** Neither a junction nor drawn by hand: then the corner is a bend, and rounded. */
function isBend({ exit, entry, roads }: Tulip): boolean {
  return roads.length === 0 && !entry.path && exit !== null && !exit.path && exit.curve === 0;
}

function softened(angle: number, out: Polyline): { entry: Polyline; exit: Polyline } | null {
  if (Math.abs(angle) < 12) return null;
  const end = out.at(-1) ?? origin;
  const corner = bow([0, -0.3], origin, along(origin, end, 0.3));
  const half = Math.floor(corner.length / 2);
  return { entry: [[0, -1], ...corner.slice(0, half + 1)], exit: [...corner.slice(half), end] };
}

/** Roads end on the circle's rim; the crew drives round it anticlockwise, as where traffic keeps to the right. */
function roundabout(tulip: Tulip, entry: Polyline, exitAngle: number, sides: Polyline[], r: number): Courses {
  const inward = outside(entry, r).toReversed();
  const out = tulip.exit && outside(roadPoints(tulip.exit, exitAngle, 1), r);
  const from = bearingOf(inward.at(-1) ?? [0, -1]);
  const to = bearingOf(out?.[0] ?? [0, -1]);
  const turn = (((from - to) % 360) + 360) % 360;
  return {
    entry: { line: tulip.entry.line, points: inward },
    exit: tulip.exit && out && { line: tulip.exit.line, points: out },
    roads: tulip.roads.map(({ line }, i) => ({ line, points: outside(sides[i] ?? [], r) })),
    roundabout: {
      line: faint.has(tulip.entry.line) ? 'track' : tulip.entry.line,
      circle: arc(origin, r, 0, 360),
      driven: tulip.exit ? arc(origin, r, from, from - (turn === 0 ? 360 : turn)) : [],
    },
  };
}

/** Bars across the ends of a road not taken: at its far end, and at its near end if it begins away from the other lines. */
export function stopEnds(road: Polyline, others: readonly Polyline[]): { at: Point; heading: Point }[] {
  const ends = [road, road.toReversed()].map((line) => ({
    at: line.at(-1) ?? origin,
    heading: headingAtEnd(line, 0.15),
  }));
  return ends.filter(({ at }, i) => i === 0 || !others.some((line) => nearness(line, at) < 0.12));
}
