import type { Span } from '../../text/span.ts';

/** The separators that spreadsheets write: by RFC 4180, in countries of the decimal comma, and when copied. */
export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** A cell: what it says without its quotes, and where it stands with them. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Where the next row begins. */
  readonly end: number;
}

/**
 * The rows of a CSV text from an offset on (RFC 4180, any line ending). Total on any text: a quote inside an unquoted cell
 * is a character, what follows a closing quote belongs to the cell, and a quote that is never closed is a character too,
 * after `unclosed` was told its place, so that it costs one cell and not the rest of the file.
 */
export function* rows(
  text: string,
  separator: Separator,
  from = 0,
  unclosed: (quote: Span) => void = () => {},
): Generator<Row> {
  let at = from;
  while (at < text.length) {
    const cells: Cell[] = [];
    for (;;) {
      const cell = cellAt(text, at, separator, unclosed);
      cells.push(cell);
      at = cell.span.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    yield { cells, end: at };
  }
}

function cellAt(text: string, start: number, separator: Separator, unclosed: (quote: Span) => void): Cell {
  if (text[start] !== '"') return plain(text, start, start, separator);
  let said = '';
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1) {
      unclosed({ start, end: start + 1 });
      return plain(text, start, start, separator);
    }
    said += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const rest = plain(text, start, quote + 1, separator);
      return { text: said + rest.text, span: rest.span };
    }
    said += '"';
    at = quote + 2;
  }
}

/** The cell that began at `start`, read on from `at` as it stands. */
function plain(text: string, start: number, at: number, separator: Separator): Cell {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { text: text.slice(at, end), span: { start, end } };
}

/** A row as it is written: commas, quotes only where the text needs them. */
export function rowText(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\n`;
}

/** Spreadsheets of other countries split at `;` and tabs, and some trim: such cells are quoted too. */
function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
