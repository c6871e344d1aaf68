/** A place in a decoded text: UTF-16 code unit offsets, `start` inclusive, `end` exclusive, `0 ≤ start ≤ end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place for people: line and column from 1; columns count UTF-16 code units, as editors and SARIF do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into lines. The table of line starts is built on the first question, so a clean file never pays. */
export function lineIndex(text: string): (offset: number) => Position {
  let starts: number[] | null = null;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
