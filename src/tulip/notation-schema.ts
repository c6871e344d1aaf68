import * as z from 'zod';
import { LineStyle } from '../model/fields.ts';
import { TulipLabel, TulipPoint, TulipSymbol, TurnAngle } from '../model/tulip.ts';
import { junctionWords, turnWords } from './notation.ts';
import { placeWords } from './places.ts';

const Turn = z.enum(turnWords);
const Junction = z.enum(junctionWords);
const PlaceWord = z.enum(placeWords);

const path = z.array(TulipPoint).min(2).max(64).nullish();

const RoadNotation = z.union([
  TurnAngle,
  Turn,
  z.strictObject({
    angle: z.union([TurnAngle, Turn]),
    line: LineStyle.nullish(),
    curve: z.number().min(-1).max(1).nullish(),
    path,
  }),
]);

const EntryNotation = z.union([LineStyle, z.strictObject({ line: LineStyle.nullish(), path })]);

const symbol = TulipSymbol.shape;
const SymbolNotation = z.union([
  symbol.symbol,
  z.strictObject({
    symbol: symbol.symbol,
    at: z.union([PlaceWord, TulipPoint]).nullish(),
    angle: symbol.angle.unwrap().nullish(),
    scale: symbol.scale.unwrap().nullish(),
  }),
]);

const label = TulipLabel.shape;
const LabelNotation = z.union([label.text, z.strictObject({ text: label.text, at: TulipPoint.nullish() })]);

const TulipMapping = z
  .strictObject({
    /** The way out; the route ends here where it is absent. `exit` is the model's name for it. */
    out: RoadNotation.nullish(),
    exit: RoadNotation.nullish(),
    /** The roads not taken. */
    roads: z.array(RoadNotation).max(32).nullish(),
    /** Line style of entry and exit, or of both. */
    surface: z.union([LineStyle, z.tuple([LineStyle, LineStyle])]).nullish(),
    /** `entry` is the model's name for it. */
    in: EntryNotation.nullish(),
    entry: EntryNotation.nullish(),
    roundabout: z.boolean().nullish(),
    symbols: z.array(SymbolNotation).max(64).nullish(),
    labels: z.array(LabelNotation).max(32).nullish(),
  })
  .refine(({ out, exit }) => !isGiven(out) || !isGiven(exit), { error: twice('out', 'exit'), path: ['exit'] })
  .refine((tulip) => !isGiven(tulip.in) || !isGiven(tulip.entry), {
    error: twice('in', 'entry'),
    path: ['entry'],
  });

/**
 * A tulip as written by hand: a word (`left`, `t-right`, `roundabout`), the exit's angle, or a mapping. The model's own
 * tree is such a mapping too. A line style that is not given is `track`; a symbol or label without a place is put where
 * no road is.
 */
export const TulipNotation = z.union([Turn, Junction, TurnAngle, TulipMapping]);

export type TulipNotation = z.output<typeof TulipNotation>;
export type TulipMapping = z.output<typeof TulipMapping>;
export type RoadNotation = z.output<typeof RoadNotation>;
export type EntryNotation = z.output<typeof EntryNotation>;
export type SymbolNotation = z.output<typeof SymbolNotation>;

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function twice(word: string, other: string): string {
  return `“${word}” and “${other}” are the same; give one of them`;
}
