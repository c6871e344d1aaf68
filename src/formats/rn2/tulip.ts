import type { LineStyle } from '../../model/fields.ts';
import type { Tulip, TulipPoint, TulipRoad } from '../../model/tulip.ts';
import { drawnEntry, drawnRoad, onCanvas, placed } from '../drawing.ts';
import { type Drawn, type Element, type Icon, Point, type Settings } from './document.ts';
import { isRoundabout, symbolOfIcon } from './icons.ts';
import { splineThrough } from './spline.ts';

/**
 * Rally Navigator's tulip box: about 199 × 135 pixels, the origin top left, y down. Icons, texts and the anchor are
 * absolute; the ends and handles of roads count from the anchor, which is our junction.
 */
const anchor = { x: 99.5, y: 84, loweredY: 94 };
/** Pixels of our unit: a default exit is this long. */
const unit = 55;
/** Where the track ends when nobody moved it, pixels from the anchor; the way out never points below `lowest`. */
const wayIn = { normal: 40, lowered: 32 };
const wayOut = { normal: 55, lowered: 65, lowest: 35 };
/** Side of an icon of the usual size, pixels. */
const usualIcon = 50;
/** A roundabout this near is the junction itself; one farther off is a sign. */
const atJunction = 0.5;

interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** What a box must know beyond its own elements. */
export interface TulipContext {
  readonly settings: Settings;
  /** How the way in is drawn where the file does not say: as the way out before. */
  readonly line: LineStyle;
  /** Turn from the track before the box to the track behind it; 0 at both ends of the route. */
  readonly turn: number;
  /** The words of a text, or of an icon that stands for some. */
  readonly wordsOf: (element: Element) => string | null;
}

/** `line` is how the way out is drawn, for the next box. */
export interface ReadTulip {
  readonly tulip: Tulip | null;
  readonly line: LineStyle;
}

export function tulipOf(elements: readonly Element[], context: TulipContext): ReadTulip {
  if (elements.length === 0) return { tulip: null, line: context.line };
  const track = elements.find((one) => one.kind === 'track')?.track ?? null;
  const entryLine = lineOf(track?.roadIn.typeId) ?? context.line;
  const line = lineOf(track?.roadOut.typeId) ?? entryLine;
  const layout = context.settings.tulipLoweredLayout ? 'lowered' : 'normal';
  const radians = (context.turn * Math.PI) / 180;
  const out = { x: wayOut[layout] * Math.sin(radians), y: -wayOut[layout] * Math.cos(radians) };
  const drawnOut = wayPoints(track?.roadOut, { ...out, y: Math.min(out.y, wayOut.lowest) });
  const drawnIn = wayPoints(track?.roadIn, { x: 0, y: wayIn[layout] });
  const straightOut: TulipRoad = { angle: context.turn, line, curve: 0, path: null };
  const junction = track?.roadOut.start;
  const middle = {
    x: junction?.x ?? anchor.x,
    y: junction?.y ?? (layout === 'lowered' ? anchor.loweredY : anchor.y),
  };
  const tulip = {
    entry: drawnEntry(drawnIn, entryLine),
    exit: (drawnOut && drawnRoad(drawnOut, line)) ?? straightOut,
    roads: elements.flatMap((one) => (one.kind === 'road' && sideRoad(one.road, context.settings)) || []),
    ...thingsOf(elements, middle, context),
  };
  return { tulip: { ...tulip, roads: tulip.roads.slice(0, 32) }, line };
}

function sideRoad(road: Drawn, settings: Settings): TulipRoad | null {
  return drawnRoad(pointsOf(road), lineOf(road.typeId) ?? defaultLine(settings));
}

/** What stands around the roads. */
function thingsOf(
  elements: readonly Element[],
  middle: Pixel,
  { wordsOf }: TulipContext,
): Pick<Tulip, 'roundabout' | 'symbols' | 'labels'> {
  const symbols: Tulip['symbols'] = [];
  const labels: Tulip['labels'] = [];
  let roundabout = false;
  for (const one of elements) {
    if ((one.kind !== 'icon' && one.kind !== 'text') || (one.kind === 'icon' && isPicture(one.icon)))
      continue;
    const pixel = placeOf(one.kind === 'icon' ? one.icon : one.text);
    const at = placed((pixel.x - middle.x) / unit, (middle.y - pixel.y) / unit);
    const words = wordsOf(one)?.replace(/\s+/g, ' ').slice(0, 200);
    if (words) labels.push({ text: words, at });
    else if (one.kind === 'text') continue;
    else if (isRoundabout(one.icon) && Math.hypot(...at) <= atJunction) roundabout = true;
    else
      symbols.push({
        symbol: symbolOfIcon(one.icon),
        at,
        angle: angleOf(one.icon),
        scale: scaleOf(one.icon),
      });
  }
  return { roundabout, symbols: symbols.slice(0, 64), labels: labels.slice(0, 32) };
}

/** True if nothing but the default track was drawn: then a picture, where there is one, is the tulip. */
export function isPlain(elements: readonly Element[]): boolean {
  return elements.every((one) => {
    if (one.kind === 'icon') return isPicture(one.icon);
    if (one.kind !== 'track') return false;
    return [one.track.roadIn, one.track.roadOut].every((road) => !road.end && road.handles.length === 0);
  });
}

/** An icon that holds an image of its own and fills the box is a picture of the whole tulip or description. */
export function isPicture(icon: Icon): boolean {
  return icon.src?.startsWith('data:image/') === true && widthOf(icon) >= 2 * usualIcon;
}

/** The way in or out where it was drawn by hand; null where it runs as the editor draws it by itself. */
function wayPoints(road: Drawn | undefined, end: Pixel): TulipPoint[] | null {
  if (!road || (!road.end && road.handles.length === 0)) return null;
  return pointsOf({ ...road, start: null, end: road.end ?? end });
}

/** From the junction outwards, in our frame. Handles are points on the line. */
function pointsOf(road: Drawn): TulipPoint[] {
  const handles = road.handles.map((handle) => Point.parse(handle));
  const places = [road.start ?? { x: 0, y: 0 }, ...handles, road.end];
  const points = places.flatMap((at): TulipPoint[] => {
    return at && at.x !== null && at.y !== null ? [[onCanvas(at.x), onCanvas(at.y)]] : [];
  });
  return splineThrough(points).map(([x, y]) => [x / unit, -y / unit]);
}

function placeOf(drawn: { x: number | null; y: number | null; template?: Icon['template'] }): Pixel {
  return { x: drawn.x ?? drawn.template?.x ?? anchor.x, y: drawn.y ?? drawn.template?.y ?? anchor.y };
}

function widthOf({ width, scaleX, w }: Icon): number {
  return width !== null && scaleX !== null ? width * Math.abs(scaleX) : (w ?? usualIcon);
}

function scaleOf(icon: Icon): number {
  return Math.max(0.1, Math.min(10, Math.round((widthOf(icon) / usualIcon) * 100) / 100));
}

function angleOf({ angle }: Icon): number {
  return angle === null ? 0 : Math.round(angle % 360);
}

/** `defaultTrackType` of the settings, for the first box and for side roads without a type. */
export function defaultLine(settings: Settings): LineStyle {
  return lineOf(settings.defaultTrackType) ?? 'track';
}

/**
 * How a road type is drawn. 4, 12, 15, 16, 17 and 18 are known by name, the others by how other programs draw them. Null
 * where the file says nothing; an unknown type is a track.
 */
function lineOf(typeId: number | null | undefined): LineStyle | null {
  switch (typeId) {
    case null:
    case undefined:
      return null;
    case 4:
      return 'small-track';
    case 12:
      return 'dual-carriageway';
    case 15:
      return 'low-visibility';
    case 2:
    case 16:
      return 'off-piste';
    case 10:
    case 18:
      return 'road';
    case 14:
      return 'main-track';
    default:
      return 'track';
  }
}
