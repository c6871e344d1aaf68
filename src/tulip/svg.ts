import { forMarkup } from '../text/escape.ts';
import {
  type Box,
  type Drawing,
  type Ink,
  isDanger,
  type LabelMark,
  type Mark,
  type SymbolMark,
} from './drawing.ts';
import type { Point, Polyline } from './geometry.ts';
import type { Shape } from './pictograms/shape.ts';
import { pictogramOf } from './pictograms.ts';

/** Colours as CSS has them, and what the picture says to those who do not see it. */
export interface SvgOptions {
  readonly route?: string;
  readonly road?: string;
  readonly paper?: string;
  readonly danger?: string;
  readonly title?: string;
  /** Width and height in pixels; without them the picture fills what it stands in. */
  readonly size?: readonly [width: number, height: number];
}

const light = { route: '#111', road: '#444', paper: '#fff', danger: '#c00' };

/** Units of the picture to one of the drawing. */
const scale = 100;

/** The drawing as a whole SVG document: vector alone, no script, no reference, text escaped. */
export function toSvg({ marks, box }: Drawing, options: SvgOptions = {}): string {
  const { title, size, ...colours } = options;
  const inks = { ...light, ...colours };
  const area = [
    units(box.left),
    down(box.top),
    units(box.right - box.left),
    units(box.top - box.bottom),
  ].join(' ');
  const measures = size ? ` width="${size[0]}" height="${size[1]}"` : '';
  const name = title === undefined ? '' : `<title>${forMarkup(title)}</title>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${area}"${measures} role="img">${name}`,
    ...marks.map((mark) => markup(mark, inks, box)),
    '</svg>\n',
  ].join('\n');
}

type Inks = typeof light;

function markup(mark: Mark, inks: Inks, box: Box): string {
  switch (mark.kind) {
    case 'line':
      return stroked(mark, inks);
    case 'area':
      return `<path d="${path(mark.points)}Z" fill="${colour(mark.ink, inks)}"/>`;
    case 'disc':
      return `<circle cx="${units(mark.at[0])}" cy="${down(mark.at[1])}" r="${units(mark.radius)}" fill="${colour(mark.ink, inks)}"/>`;
    case 'symbol':
      return symbolMarkup(mark, inks);
    case 'label':
      return labelMarkup(mark, inks, box);
  }
}

function stroked({ points, width, dash, ink }: Extract<Mark, { kind: 'line' }>, inks: Inks): string {
  const stroke = inks[ink];
  // Dots are round; so is the joint of the driven line where entry and exit meet.
  const isRound = dash[0] === 0 || (dash.length === 0 && ink === 'route');
  const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.map(units).join(' ')}"` : '';
  const cap = isRound ? ' stroke-linecap="round"' : '';
  return `<path d="${path(points)}" fill="none" stroke="${forMarkup(stroke)}" stroke-width="${units(width)}" stroke-linejoin="round"${cap}${dashes}/>`;
}

function colour(ink: Ink, inks: Inks): string {
  return forMarkup(inks[ink]);
}

function path(points: Polyline): string {
  return points.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${units(px)} ${down(py)}`).join('');
}

/** A symbol of the lexicon as a picture of its own, in a box of 24 × 24: for the description column. */
export function symbolSvg(symbol: string, options: SvgOptions = {}): string {
  const inks = { ...light, ...options };
  const name = options.title === undefined ? '' : `<title>${forMarkup(options.title)}</title>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 26 26" role="img">${name}${shapes(symbol, inks)}</svg>\n`;
}

function symbolMarkup({ symbol, at, angle, size }: SymbolMark, inks: Inks): string {
  const turn = angle === 0 ? '' : ` rotate(${round(angle)})`;
  const place = `translate(${units(at[0])} ${down(at[1])})${turn} scale(${round((size * scale) / 24, 1000)}) translate(-12 -12)`;
  return `<g transform="${place}">${shapes(symbol, inks)}</g>`;
}

function shapes(symbol: string, inks: Inks): string {
  const ink = forMarkup(symbol.startsWith('danger-') ? inks.danger : inks.route);
  const paper = forMarkup(inks.paper);
  const one = (shape: Shape): string => {
    switch (shape.kind) {
      case 'line':
        return `<path d="${shape.d}" fill="none" stroke="${ink}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>`;
      case 'shape':
        return `<path d="${shape.d}" fill="${paper}" stroke="${ink}" stroke-width="1.6" stroke-linejoin="round"/>`;
      case 'fill':
        return `<path d="${shape.d}" fill="${ink}"/>`;
      case 'text':
        return words(shape.text, shape.at, shape.size, ink);
    }
  };
  return pictogramOf(symbol).map(one).join('');
}

function labelMarkup({ text, at, size }: LabelMark, inks: Inks, box: Box): string {
  const half = Math.min((box.right - box.left) / 2, text.length * size * 0.35);
  const left = Math.max(box.left + half, Math.min(box.right - half, at[0]));
  return words(
    text,
    [units(left), down(at[1])],
    units(size),
    forMarkup(isDanger(text) ? inks.danger : inks.route),
  );
}

function words(text: string, [cx, cy]: Point, size: number, ink: string): string {
  const baseline = round(cy + size * 0.35);
  return `<text x="${round(cx)}" y="${baseline}" font-family="sans-serif" font-weight="bold" font-size="${round(size)}" text-anchor="middle" fill="${ink}">${forMarkup(text)}</text>`;
}

function units(value: number): number {
  return round(value * scale);
}

function down(value: number): number {
  return round(-value * scale);
}

function round(value: number, steps = 10): number {
  return Math.round(value * steps) / steps + 0;
}
