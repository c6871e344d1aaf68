import stringWidth from 'string-width';
import { forTerminal } from '../text/escape.ts';
import type { Span } from '../text/span.ts';

/** A line of the file and, below it, the part that is meant, ready for a terminal. */
export interface Frame {
  readonly source: string;
  readonly underline: string;
}

const tab = '    ';
const cut = '…';

/**
 * Frames the first line of a span within `room` columns. Tabs, wide and hidden characters take the columns they are shown
 * in; of a line that is too long, the part around the span is shown.
 */
export function frame(text: string, span: Span, room: number): Frame {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.start);
  const lineEnd = newline === -1 ? text.length : newline;
  const line = text.slice(lineStart, text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd);
  const start = Math.min(span.start - lineStart, line.length);
  const end = Math.min(Math.max(span.end - lineStart, start), line.length);
  const [from, to] = window(line, start, room);
  const left = (from > 0 ? cut : '') + shown(line.slice(from, start));
  const meant = shown(line.slice(start, Math.min(end, to)));
  const right = shown(line.slice(Math.min(end, to), to)) + (to < line.length ? cut : '');
  return {
    source: (left + meant + right).trimEnd(),
    underline: ' '.repeat(stringWidth(left)) + '^'.repeat(Math.max(1, stringWidth(meant))),
  };
}

/** As it stands on the terminal. */
function shown(text: string): string {
  return forTerminal(text.replaceAll('\t', tab));
}

/** The part of the line to show: at most `room` columns, with the span's start a third of the way in. */
function window(line: string, start: number, room: number): [from: number, to: number] {
  if (line.length <= room * 2 && stringWidth(shown(line)) <= room) return [0, line.length];
  const space = room - 2 * cut.length;
  const before = [...line.slice(Math.max(0, start - space), start)].reverse();
  const from = start - fitting(before, Math.floor(space / 3));
  return [from, from + fitting([...line.slice(from, from + 2 * space)], space)];
}

/** How much of the characters, in code units, fits into so many columns. */
function fitting(characters: readonly string[], columns: number): number {
  let used = 0;
  let units = 0;
  for (const character of characters) {
    used += stringWidth(shown(character));
    if (used > columns) break;
    units += character.length;
  }
  return units;
}
