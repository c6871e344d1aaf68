import { lineIndex, type Position, type Span } from '../text/span.ts';

/** A place for people and machines: lines and columns from 1, the end exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Turns the spans of one text into places. */
export function placing(text: string): (span: Span) => Place {
  const position: (offset: number) => Position = lineIndex(text);
  return ({ start, end }) => {
    const from = position(start);
    const to = position(end);
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
}
