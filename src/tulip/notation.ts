import type { LineStyle } from '../model/fields.ts';
import type { Tulip, TulipPoint, TulipRoad, TulipSymbol } from '../model/tulip.ts';
import type {
  EntryNotation,
  RoadNotation,
  SymbolNotation,
  TulipMapping,
  TulipNotation,
} from './notation-schema.ts';
import { freePlaces, type Place, type PlaceWord, placeOf, placeWords } from './places.ts';

/** Directions in words; they stand wherever an angle may. */
export const turnWords = [
  'straight',
  'slight-left',
  'slight-right',
  'left',
  'right',
  'sharp-left',
  'sharp-right',
  'hairpin-left',
  'hairpin-right',
  'u-turn',
] as const;
type TurnWord = (typeof turnWords)[number];

/** Whole junctions in a word. */
export const junctionWords = [
  'end',
  'fork-left',
  'fork-right',
  't-left',
  't-right',
  'crossroads',
  'parallel-left',
  'parallel-right',
  'roundabout',
  'roundabout-left',
  'roundabout-right',
] as const;

/** Degrees clockwise from straight ahead. */
const turns: Readonly<Record<TurnWord, number>> = {
  straight: 0,
  'slight-left': -30,
  'slight-right': 30,
  left: -90,
  right: 90,
  'sharp-left': -135,
  'sharp-right': 135,
  'hairpin-left': -160,
  'hairpin-right': 160,
  'u-turn': 180,
};

const junctions: Readonly<Record<(typeof junctionWords)[number], TulipMapping>> = {
  end: {},
  'fork-left': { out: -30, roads: [30] },
  'fork-right': { out: 30, roads: [-30] },
  't-left': { out: -90, roads: [90] },
  't-right': { out: 90, roads: [-90] },
  crossroads: { out: 0, roads: [-90, 90] },
  'parallel-left': { out: 0, roads: [beside(-0.4)] },
  'parallel-right': { out: 0, roads: [beside(0.4)] },
  roundabout: { out: 0, roundabout: true },
  'roundabout-left': { out: -90, roundabout: true },
  'roundabout-right': { out: 90, roundabout: true },
};

/** Another track that runs along with the crew's, this far to the right. */
function beside(x: number): RoadNotation {
  return {
    angle: 0,
    path: [
      [x, -0.85],
      [x, 0.85],
    ],
  };
}

/** The tulip that a notation stands for. */
export function fromNotation(value: TulipNotation): Tulip {
  if (typeof value === 'number') return fromMapping({ out: value });
  if (typeof value !== 'string') return fromMapping(value);
  return fromMapping(isTurn(value) ? { out: value } : junctions[value]);
}

function isTurn(word: string): word is TurnWord {
  return word in turns;
}

function fromMapping(value: TulipMapping): Tulip {
  const [entryLine, exitLine] =
    typeof value.surface === 'string'
      ? [value.surface, value.surface]
      : (value.surface ?? ['track', 'track']);
  const out = value.out ?? value.exit ?? null;
  const tulip: Tulip = {
    entry: entryOf(value.in ?? value.entry ?? {}, entryLine),
    exit: out === null ? null : roadOf(out, exitLine),
    roads: (value.roads ?? []).map((road) => roadOf(road, 'track')),
    roundabout: value.roundabout ?? false,
    symbols: [],
    labels: [],
  };
  const symbols = (value.symbols ?? []).map((s) => (typeof s === 'string' ? { symbol: s } : s));
  const labels = (value.labels ?? []).map((l) => (typeof l === 'string' ? { text: l } : l));
  const place = freePlaces(tulip);
  for (const { symbol, at, angle, scale } of symbols) {
    const usual = usualPlace(at, () => place.symbol(symbol), tulip);
    tulip.symbols.push({ symbol, at: usual.at, angle: angle ?? usual.angle, scale: scale ?? usual.scale });
  }
  for (const { text, at } of labels) tulip.labels.push({ text, at: at ?? place.label() });
  return tulip;
}

function usualPlace(at: PlaceWord | TulipPoint | null | undefined, free: () => Place, tulip: Tulip): Place {
  if (at === null || at === undefined) return free();
  return typeof at === 'string' ? placeOf(at, tulip) : { at, angle: 0, scale: 1 };
}

function roadOf(road: RoadNotation, otherwise: LineStyle): TulipRoad {
  if (typeof road !== 'object') return { angle: degrees(road), line: otherwise, curve: 0, path: null };
  const { angle, line, curve, path } = road;
  return { angle: degrees(angle), line: line ?? otherwise, curve: curve ?? 0, path: path ?? null };
}

function degrees(angle: number | TurnWord): number {
  return typeof angle === 'number' ? angle : turns[angle];
}

function entryOf(entry: EntryNotation, otherwise: LineStyle): Tulip['entry'] {
  if (typeof entry === 'string') return { line: entry, path: null };
  return { line: entry.line ?? otherwise, path: entry.path ?? null };
}

/** The shortest notation that reads back to the same tulip. */
export function toNotation(tulip: Tulip): TulipNotation {
  const value = mappingOf(tulip);
  const written = JSON.stringify(value);
  wordsByMapping ??= new Map(
    [...turnWords, ...junctionWords].map((w) => [JSON.stringify(mappingOf(fromNotation(w))), w]),
  );
  const word = wordsByMapping.get(written);
  if (word !== undefined) return word;
  return typeof value.out === 'number' && Object.keys(value).length === 1 ? value.out : value;
}

let wordsByMapping: Map<string, Extract<TulipNotation, string>> | undefined;

function mappingOf(tulip: Tulip): TulipMapping {
  const { entry, exit, roads, roundabout, symbols, labels } = tulip;
  const value: TulipMapping = {};
  const exitLine = exit?.line ?? entry.line;
  if (exit) value.out = roadNotation(exit, exitLine);
  if (roads.length > 0) value.roads = roads.map((road) => roadNotation(road, 'track'));
  if (entry.line !== exitLine) value.surface = [entry.line, exitLine];
  else if (entry.line !== 'track') value.surface = entry.line;
  if (entry.path) value.in = { path: entry.path };
  if (roundabout) value.roundabout = true;
  const place = freePlaces(tulip);
  const free = symbols.map(({ symbol }) => place.symbol(symbol));
  const isFree =
    symbols.every(({ at }, i) => same(at, free[i]?.at)) && labels.every(({ at }) => same(at, place.label()));
  if (symbols.length > 0) {
    value.symbols = symbols.map((symbol, i) => symbolNotation(symbol, isFree ? free[i] : undefined, tulip));
  }
  if (labels.length > 0) value.labels = labels.map(({ text, at }) => (isFree ? text : { text, at }));
  return value;
}

function roadNotation({ angle, line, curve, path }: TulipRoad, otherwise: LineStyle): RoadNotation {
  if (line === otherwise && curve === 0 && path === null) return angle;
  return { angle, ...(line !== otherwise && { line }), ...(curve !== 0 && { curve }), ...(path && { path }) };
}

/** `free` is the place it gets when none is written. */
function symbolNotation(
  { symbol, at, angle, scale }: TulipSymbol,
  free: Place | undefined,
  tulip: Tulip,
): SymbolNotation {
  const word = placeWords.find((one) => same(at, placeOf(one, tulip).at));
  const usual = free ?? usualPlace(word ?? at, () => ({ at, angle: 0, scale: 1 }), tulip);
  const turned = { ...(angle !== usual.angle && { angle }), ...(scale !== usual.scale && { scale }) };
  if (free === undefined) return { symbol, at: word ?? at, ...turned };
  return Object.keys(turned).length === 0 ? symbol : { symbol, ...turned };
}

function same(a: TulipPoint, b: TulipPoint | undefined): boolean {
  return a[0] === b?.[0] && a[1] === b[1];
}
