import * as z from 'zod';
import { LineStyle } from './fields.ts';

/** Degrees clockwise from straight ahead, −180 to 180; right is positive. The crew enters from below, heading up. */
export const TurnAngle = z.number().min(-180).max(180);

/**
 * A point of the tulip's own frame: the junction is the origin, x right, y up; the crew enters at (0, −1) and an exit
 * ends at distance 1. Symbols and long roads may lie a little outside.
 */
export const TulipPoint = z.tuple([z.number().min(-4).max(4), z.number().min(-4).max(4)]);

/** A road at the junction. */
export const TulipRoad = z.strictObject({
  /** Where it goes, seen from the junction. */
  angle: TurnAngle,
  line: LineStyle.default('track'),
  /** Bow of the line, −1 (bulges left of its direction) to 1 (right); 0 is straight. */
  curve: z.number().min(-1).max(1).default(0),
  /** The drawn line from the junction outwards, when it was drawn rather than described; it then wins over `curve`. */
  path: z.array(TulipPoint).min(2).max(64).nullable().default(null),
});

/** A symbol beside the road: an id of the lexicon, where it stands, its rotation clockwise and its size (1 = usual). */
export const TulipSymbol = z.strictObject({
  symbol: z.string().min(1).max(80),
  at: TulipPoint,
  angle: z.number().min(-360).max(360).default(0),
  scale: z.number().positive().max(10).default(1),
});

/** Words written inside the tulip box. */
export const TulipLabel = z.strictObject({ text: z.string().max(200), at: TulipPoint });

/** The junction as the crew meets it. */
export const Tulip = z.strictObject({
  /** Entry from below: line style, and its drawn path from the junction back to the entry if it is not straight. */
  entry: z.strictObject({
    line: LineStyle.default('track'),
    path: z.array(TulipPoint).min(2).max(64).nullable().default(null),
  }),
  /** The way out; null where the route ends. */
  exit: TulipRoad.nullable().default(null),
  /** The roads not taken. */
  roads: z.array(TulipRoad).max(32).default([]),
  roundabout: z.boolean().default(false),
  symbols: z.array(TulipSymbol).max(64).default([]),
  labels: z.array(TulipLabel).max(32).default([]),
});

export type TulipPoint = z.output<typeof TulipPoint>;
export type TulipRoad = z.output<typeof TulipRoad>;
export type TulipSymbol = z.output<typeof TulipSymbol>;
export type Tulip = z.output<typeof Tulip>;
