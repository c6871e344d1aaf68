import type { LineStyle } from '../../model/fields.ts';
import type { Tulip, TulipPoint, TulipRoad } from '../../model/tulip.ts';
import { drawnEntry, drawnRoad, onCanvas, placed } from '../drawing.ts';
import { isMapping, number } from '../foreign.ts';
import { Glyph, type Row, SideRoad, Stroke, type Way } from './document.ts';
import { glyphName, symbolOfGlyph, wordOfGlyph } from './glyphs.ts';

/** Tulip's box: 180 × 180 pixels, y down, the junction in its middle. */
const middle = 90;
/** Pixels of our unit: a fresh exit is this long. */
const unit = 81;
/** Height of a glyph of the usual size, pixels. */
const usualGlyph = 50;
/** A roundabout this near is the junction itself; one farther off is a sign. */
const atJunction = 0.5;
/** Pieces a Bézier curve is drawn in. */
const pieces = 12;

export interface TulipContext {
  readonly row: Row;
  /** True for a file of the older program, whose names of lines mean others. */
  readonly oldLines: boolean;
  /** Where the way out goes when nobody drew it. */
  readonly turn: number;
  /** The words of an object, if it is some; CAP boxes included. */
  readonly wordsOf: (glyph: Glyph) => string | null;
}

export function tulipOf({ row, oldLines, turn, wordsOf }: TulipContext): Tulip {
  const exitLine = lineOf(row.exitTrackType, oldLines);
  const box = row.tulipJson;
  const way = box ? waysOf(box.exit) : [];
  const straight: TulipRoad = { angle: turn, line: exitLine, curve: 0, path: null };
  const tulip: Tulip = {
    entry: drawnEntry(box ? waysOf(box.entry).reverse() : null, lineOf(row.entryTrackType, oldLines)),
    exit: drawnRoad(way, exitLine) ?? straight,
    roads: (box?.tracks ?? []).flatMap((raw) => sideRoad(raw) ?? []).slice(0, 32),
    roundabout: false,
    symbols: [],
    labels: [],
  };
  for (const raw of box?.glyphs ?? []) {
    const glyph = Glyph.parse(raw);
    const at = placed(((glyph.left ?? middle) - middle) / unit, (middle - (glyph.top ?? middle)) / unit);
    const name = glyph.type === 'image' ? glyphName(glyph.src ?? '') : null;
    const words = name === null ? wordsOf(glyph) : wordOfGlyph(name);
    if (words !== null) tulip.labels.push({ text: words.slice(0, 200), at });
    else if (name === null) continue;
    else if (symbolOfGlyph(name) === 'roundabout' && Math.hypot(...at) <= atJunction) tulip.roundabout = true;
    else {
      const angle = Math.round((glyph.angle ?? 0) % 360);
      tulip.symbols.push({ symbol: symbolOfGlyph(name), at, angle, scale: scaleOf(glyph) });
    }
  }
  return { ...tulip, symbols: tulip.symbols.slice(0, 64), labels: tulip.labels.slice(0, 32) };
}

/** The line of a way in the file's direction. */
function waysOf(way: Way): TulipPoint[] {
  return pointsOf(pathOf(way));
}

/** True of a way that the file draws, and of which no line could be made out. */
export function isLost(way: Way): boolean {
  const isDrawn = way.paths.length > 0 || (way.path !== undefined && way.path !== null);
  return isDrawn && !isWhole(pathOf(way));
}

/** True of a side road of which no line, or not all of it, could be made out. */
export function isLostRoad(raw: unknown): boolean {
  const { paths } = SideRoad.parse(raw);
  return !isWhole(Stroke.parse(paths.length > 0 ? paths[0] : raw).path);
}

/** The path of a way in the file's direction; the older program wraps it into an object of its own. */
function pathOf({ path, paths }: Way): unknown {
  if (Array.isArray(path) || typeof path === 'string') return path;
  return Stroke.parse(isMapping(path) ? path : paths[0]).path;
}

/** Every command of it makes sense, and it leads somewhere. */
function isWhole(path: unknown): boolean {
  const { drawn, isCut } = traced(path);
  return !isCut && drawn.length > 1;
}

/** A road is a list of strokes; in the first files it is one stroke itself. */
function sideRoad(raw: unknown): TulipRoad | null {
  const { type, paths } = SideRoad.parse(raw);
  const strokes = (paths.length > 0 ? paths : [raw]).map((stroke) => Stroke.parse(stroke));
  const line = type === null || type === 'path' ? lineByStrokes(strokes) : lineOf(type, false);
  return drawnRoad(pointsOf(strokes[0]?.path), line);
}

/** Before roads had types their strokes told them apart: the dashes, then how many lines lie on each other. */
function lineByStrokes([first, second, third]: readonly ReturnType<typeof Stroke.parse>[]): LineStyle {
  if (first?.strokeDashArray.length === 4) return 'low-visibility';
  if (first?.strokeDashArray.length === 2) return 'off-piste';
  if (third) return 'dual-carriageway';
  if (second) return 'road';
  return first?.strokeWidth === 6 ? 'track' : 'small-track';
}

/** Tulip's name of a line; `old` are the names that had a `road` and a `mainRoad`, each one class lower. */
function lineOf(type: string | null, old: boolean): LineStyle {
  switch (type) {
    case 'lowVisTrack':
      return 'low-visibility';
    case 'offPiste':
      return 'off-piste';
    case 'smallTrack':
      return 'small-track';
    case 'track':
      return old ? 'small-track' : 'track';
    case 'tarmacRoad':
    case 'mainRoad':
      return 'road';
    case 'dcw':
      return 'dual-carriageway';
    default:
      return 'track';
  }
}

type Pixel = readonly [x: number, y: number];

/** Points along a path, in our frame. */
function pointsOf(path: unknown): TulipPoint[] {
  return traced(path).drawn.map(([x, y]) => [(x - middle) / unit, (middle - y) / unit]);
}

/** The line of a path of absolute commands; it is cut where a command makes no sense. */
function traced(path: unknown): { drawn: Pixel[]; isCut: boolean } {
  const drawn: Pixel[] = [];
  const commands: readonly unknown[] =
    typeof path === 'string' ? commandsOf(path) : Array.isArray(path) ? path : [];
  for (const command of commands) {
    const [letter, ...numbers]: readonly unknown[] = Array.isArray(command) ? command : [];
    const [first, second, third] = pixelsOf(numbers);
    const from = drawn.at(-1);
    if (first && (letter === 'M' || letter === 'L')) drawn.push(first);
    else if (letter === 'C' && from && first && second && third)
      drawn.push(...curve(from, first, second, third));
    else if (letter === 'Q' && from && first && second) drawn.push(...curve(from, first, first, second));
    else return { drawn, isCut: letter !== 'z' && letter !== 'Z' };
  }
  return { drawn, isCut: false };
}

/** The commands of a path as SVG writes it: `M 90 90 L 170 90`. */
function commandsOf(path: string): unknown[][] {
  return [...path.slice(0, 10_000).matchAll(/([A-Za-z])([^A-Za-z]*)/g)].map(([, letter, figures = '']) => [
    letter,
    ...(figures.match(/[+-]?(?:\d+\.?\d*|\.\d+)/g) ?? []),
  ]);
}

function pixelsOf(numbers: readonly unknown[]): Pixel[] {
  const pixels: Pixel[] = [];
  for (let i = 0; i + 1 < numbers.length && pixels.length < 3; i += 2) {
    const [x, y] = [number.parse(numbers[i]), number.parse(numbers[i + 1])];
    if (x !== null && y !== null) pixels.push([onCanvas(x), onCanvas(y)]);
  }
  return pixels;
}

/** Points behind the start of a cubic Bézier curve; one with a single control point is drawn with it twice. */
function curve(start: Pixel, control: Pixel, control2: Pixel, end: Pixel): Pixel[] {
  return Array.from({ length: pieces }, (_, i) => {
    const t = (i + 1) / pieces;
    const u = 1 - t;
    const along = (axis: 0 | 1) =>
      u ** 3 * start[axis] +
      3 * u * u * t * control[axis] +
      3 * u * t * t * control2[axis] +
      t ** 3 * end[axis];
    return [along(0), along(1)];
  });
}

function scaleOf({ height, scaleY }: Glyph): number {
  const pixels = height === null ? usualGlyph : height * Math.abs(scaleY ?? 1);
  return Math.max(0.1, Math.min(10, Math.round((pixels / usualGlyph) * 100) / 100));
}
