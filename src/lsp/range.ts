import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../text/span.ts';

/** A span as an editor counts: lines and UTF-16 columns from 0. What has no place is shown at the first character. */
export function rangeIn(document: TextDocument, span: Span | null): Range {
  const { start, end } = span ?? { start: 0, end: 0 };
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Whether two spans share a character or touch. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
