import stringWidth from 'string-width';
import { forTerminal } from './escape.ts';

// Every character here is one UTF-16 unit and one cell wide: Latin, general punctuation without the invisible ones,
// arrows, box drawing, blocks, shapes, check marks and braille.
const simple =
  /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25fc\u2713\u2717\u2800-\u28ff]*$/;

/** Made when it is needed: it costs as much as a first frame. */
let segmenter: Intl.Segmenter | null = null;

/** A character as the reader sees it, and the cells it takes: 1 or 2. */
export interface Glyph {
  readonly text: string;
  readonly width: number;
}

/** Splits text into what stands in cells. Whatever takes no cell is left out. */
export function glyphsOf(text: string): Glyph[] {
  if (simple.test(text)) return Array.from(text, (character) => ({ text: character, width: 1 }));
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const glyphs: Glyph[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const width = Math.min(2, stringWidth(segment));
    if (width > 0) glyphs.push({ text: segment, width });
  }
  return glyphs;
}

/** Whether every terminal gives this character one cell. */
export function isSimple(text: string): boolean {
  return simple.test(text);
}

/** Cells that text takes. */
export function widthOf(text: string): number {
  return simple.test(text) ? text.length : glyphsOf(text).reduce((sum, { width }) => sum + width, 0);
}

/** Between words; but a mark that French sets apart, as in “nomade ;”, begins no line. */
const breaks = /\s+(?![;:!?»%]+(?:\s|$))/;

/** Breaks text into lines of at most `width` cells, between words; a word longer than a line is cut where it must be. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  if (width < 1) return lines;
  let line = '';
  for (const word of text.split(breaks).filter((w) => w !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = pieced(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return lines;
}

function pieced(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const glyph of glyphsOf(word)) {
    if (used + glyph.width > width && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += glyph.text;
    used += glyph.width;
  }
  pieces.push(piece);
  return pieces;
}

/** The text in one line of at most `width` cells; what does not fit is left out by whole words, and `more` says so. */
export function fitted(text: string, width: number, more: string): string {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(more);
  if (room < 1) return pieced(text, Math.max(0, width))[0] ?? '';
  return `${wrapped(text, room)[0] ?? ''}${more}`;
}

/** The first `count` lines of wrapped text, the last one ending in `more` when lines are left out. */
export function paragraph(text: string, width: number, count: number, more: string): string[] {
  const lines = wrapped(text, width);
  if (lines.length <= count || count < 1) return lines.slice(0, Math.max(0, count));
  const kept = lines.slice(0, count - 1);
  return [...kept, fitted(lines.slice(count - 1).join(' '), width, more)];
}

const lookalikes: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u2018-\u201b\u2032]/g, "'"],
  [/[\u201c-\u201f\u2033]/g, '"'],
  [/\u2026/g, '...'],
  [/[\u00b7\u2022]/g, '*'],
  [/\u00d7/g, 'x'],
  [/\u00b0/g, ''],
  [/\u00df/g, 'ss'],
  [/\u00e6/g, 'ae'],
  [/\u0153/g, 'oe'],
  [/\u00f8/g, 'o'],
  [/\u00b1/g, '+-'],
];

/** Text from a file made fit for the screen: no control character lives, and in ASCII only look-alikes. */
export function shown(text: string, ascii: boolean): string {
  const safe = forTerminal(text);
  if (!ascii) return safe;
  const near = lookalikes.reduce((out, [from, to]) => out.replace(from, to), safe);
  return near
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/gu, '?');
}
