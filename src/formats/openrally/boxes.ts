import type { Note } from '../../model/roadbook.ts';
import { forMarkup } from '../../text/escape.ts';
import { drawTulip } from '../../tulip/drawing.ts';
import { symbolSvg, toSvg } from '../../tulip/svg.ts';
import { withSource } from './own-picture.ts';
import { isPicture } from './pictures.ts';

/** Devices show pictures, not words and geometry: the two boxes of a note as they are written. */
export interface Boxes {
  readonly tulip: string | null;
  readonly notes: string | null;
}

/** The note's own pictures; where it has none, drawings of its tulip, and of its symbols and text. */
export function boxesOf({ pictures, tulip, danger, symbols, text }: Note): Boxes {
  return {
    tulip: isWritten(pictures.tulip)
      ? pictures.tulip.trim()
      : tulip && withSource(toSvg(drawTulip(tulip)), { tulip }),
    notes: isWritten(pictures.text)
      ? pictures.text.trim()
      : notesPicture(danger === null ? symbols : [`danger-${danger}`, ...symbols], text ?? '', symbols),
  };
}

/** Whether a reader knows it for a picture. */
export function isWritten(picture: string | null): picture is string {
  return picture !== null && isPicture(picture);
}

const width = 400;
const height = 270;
const sizes = [40, 32, 26, 20, 14, 10] as const;
/** Width of a bold letter over its height. */
const letter = 0.6;

function notesPicture(shown: readonly string[], text: string, symbols: readonly string[]): string | null {
  if (shown.length === 0 && text.trim() === '') return null;
  return withSource(description(shown, text), symbols.length === 0 ? {} : { symbols: [...symbols] });
}

/** Symbols in rows, and the text below them in the largest letters that fit. */
function description(symbols: readonly string[], text: string): string {
  const side = symbols.length > 12 ? 40 : 64;
  const perRow = Math.floor(width / side);
  const rows = Math.ceil(symbols.length / perRow);
  const icons = symbols.map((symbol, i) => {
    const place = `x="${(i % perRow) * side}" y="${Math.floor(i / perRow) * side}" width="${side}" height="${side}"`;
    return symbolSvg(symbol).trim().replace('<svg ', `<svg ${place} `);
  });
  const top = rows * side;
  const size =
    sizes.find((one) => wrapped(text, one).length * one * 1.2 <= height - top) ?? sizes.at(-1) ?? 10;
  const lines = wrapped(text, size).map(
    (line, i) =>
      `<text x="4" y="${Math.round(top + (i + 1) * size * 1.2 - size * 0.25)}" font-family="sans-serif" font-weight="bold" font-size="${size}" fill="#111">${forMarkup(line)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">`,
    ...icons,
    ...lines,
    '</svg>',
  ].join('\n');
}

/** Lines of whole words as wide as the box; a word that is wider alone is broken. */
function wrapped(text: string, size: number): string[] {
  const most = Math.floor((width - 8) / (size * letter));
  const lines: string[] = [];
  for (const paragraph of text.trim().split(/[\r\n]+/)) {
    let line = '';
    for (const word of paragraph.split(/\s+/)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (columns(longer) <= most) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      const parts = broken(word, most);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
    }
    if (line !== '') lines.push(line);
  }
  return lines;
}

function broken(word: string, most: number): string[] {
  const parts = [''];
  for (const character of word) {
    const last = `${parts.at(-1) ?? ''}${character}`;
    if (columns(last) > most) parts.push(character);
    else parts[parts.length - 1] = last;
  }
  return parts;
}

/** Letters of East Asia are twice as wide. */
function columns(text: string): number {
  let sum = 0;
  for (const character of text) sum += (character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  return sum;
}
