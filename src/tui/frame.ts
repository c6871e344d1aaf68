import { glyphsOf, isSimple, widthOf } from '../text/cells.ts';
import { over, plain, type Style } from './style.ts';

/** Text of one look. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

export type Line = readonly Span[];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of the screen, in cells from its upper left corner. */
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

/** A screen of cells, row by row. `text` is '' in the right half of a wide character. */
export interface Frame extends Size {
  readonly text: string[];
  readonly style: Style[];
}

/** An empty frame: `used`, which nobody needs any more, wiped, if it is of that size; else a new one. */
export function blank({ width, height }: Size, ground: Style = plain, used: Frame | null = null): Frame {
  if (used !== null && used.width === width && used.height === height) {
    used.text.fill(' ');
    used.style.fill(ground);
    return used;
  }
  const cells = width * height;
  return {
    width,
    height,
    text: new Array<string>(cells).fill(' '),
    style: new Array<Style>(cells).fill(ground),
  };
}

export function span(text: string, style: Style = plain): Span {
  return { text, style };
}

export function lineWidth(line: Line): number {
  return line.reduce(withSpan, 0);
}

function withSpan(width: number, { text }: Span): number {
  return width + widthOf(text);
}

/** The line filled up to `width` cells in one style. */
export function filled(line: Line, width: number, style: Style): Line {
  const gap = width - lineWidth(line);
  return gap > 0 ? [...line, span(' '.repeat(gap), style)] : line;
}

/** The line in at most `width` cells: what does not fit is left out from a gap between words on, and `more` says so. */
export function cut(line: Line, width: number, more: string): Line {
  if (lineWidth(line) <= width) return line;
  const text = line.map((part) => part.text).join('');
  if (widthOf(text.trimEnd()) <= width) return line;
  const room = width - widthOf(more);
  let kept: Span[] = [];
  let whole: Line = [];
  let used = 0;
  for (const { text, style } of line) {
    let part = '';
    for (const glyph of glyphsOf(text)) {
      used += glyph.width;
      if (used > room)
        return [...(whole.length > 0 ? whole : [...kept, span(part, style)]), span(more, style)];
      if (glyph.text === ' ' && part.trim() + kept.map((k) => k.text.trim()).join('') !== '') {
        whole = [...kept, span(part, style)];
      }
      part += glyph.text;
    }
    kept = [...kept, span(part, style)];
  }
  return kept;
}

/** Blocks of lines beside each other, each filled up to its own width. */
export function beside(
  ...blocks: readonly { readonly lines: readonly Line[]; readonly width: number }[]
): Line[] {
  const height = Math.max(0, ...blocks.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    blocks.flatMap(({ lines, width }) => filled(lines[row] ?? [], width, plain)),
  );
}

/** Writes lines into a part of the frame, laid over its ground; what reaches over its edges is not drawn. */
export function put(frame: Frame, rect: Rect, lines: readonly Line[], ground: Style = plain): void {
  const right = Math.min(frame.width, rect.x + rect.width);
  const bottom = Math.min(frame.height, rect.y + rect.height);
  lines.forEach((line, row) => {
    const y = rect.y + row;
    if (y >= 0 && y < bottom) putLine(frame, rect.x, right, y, line, ground);
  });
}

function putLine(frame: Frame, from: number, right: number, y: number, line: Line, ground: Style): void {
  let at = y * frame.width + from;
  const end = y * frame.width + right;
  for (const { text, style: own } of line) {
    const style = over(ground, own);
    if (isSimple(text)) {
      const last = Math.min(end, at + text.length);
      for (let i = 0; at < last; at++, i++) {
        clear(frame, at);
        frame.text[at] = text.charAt(i);
        frame.style[at] = style;
      }
      if (at === end) return;
      continue;
    }
    for (const glyph of glyphsOf(text)) {
      if (at + glyph.width > end) return;
      for (let part = 0; part < glyph.width; part++, at++) {
        clear(frame, at);
        frame.text[at] = part === 0 ? glyph.text : '';
        frame.style[at] = style;
      }
    }
  }
}

/** Blanks a cell and, of a wide character, its other half: nothing a terminal can show alone. */
function clear(frame: Frame, at: number): void {
  if (frame.text[at] === '') frame.text[at - 1] = ' ';
  if (frame.text[at + 1] === '') frame.text[at + 1] = ' ';
}

/** The frame as plain text, trailing blanks cut. */
export function textOf(frame: Frame): string {
  const rows: string[] = [];
  for (let y = 0; y < frame.height; y++) {
    rows.push(
      frame.text
        .slice(y * frame.width, (y + 1) * frame.width)
        .join('')
        .trimEnd(),
    );
  }
  return rows.join('\n');
}
