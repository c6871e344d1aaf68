import type { Locate, Path } from '../model/reading.ts';
import type { Edit } from '../text/diagnostic.ts';
import type { Span } from '../text/span.ts';

/**
 * Takes a field out of a file and leaves everything around it as it is. Null where that cannot be done by leaving text
 * out: a format without such fields, or the first key of a YAML list item.
 */
export function removalOf(text: string, format: string, locate: Locate, path: Path): Edit | null {
  const value = locate(path);
  const key = locate(path, 'key');
  const around = locate(path.slice(0, -1));
  if (value === null || key === null || isSame(value, around)) return null;
  switch (format) {
    case 'native':
      return fromYaml(text, key, value);
    case 'json':
      return cut(fromFlow(text, key, value));
    case 'openrally':
    case 'gpx':
      return fromXml(text, value);
    default:
      return null;
  }
}

function isSame(a: Span, b: Span | null): boolean {
  return a.start === b?.start && a.end === b.end;
}

function fromYaml(text: string, key: Span, value: Span): Edit | null {
  const line = lineAround(text, key.start);
  const before = text.slice(line.start, key.start);
  if (before.trim() !== '') return /[{,]/.test(before) ? cut(fromFlow(text, key, value)) : null;
  if (value.end > line.end) return null;
  const rest = text.slice(value.end, line.end).trim();
  if (rest === '') return cut(line);
  // A comment behind the value stays, on a line of its own.
  return rest.startsWith('#') ? { span: line, text: `${before}${rest}${lineBreak(text, line)}` } : null;
}

/** With the comma before it, or for the first of several the comma behind it. */
function fromFlow(text: string, key: Span, value: Span): Span | null {
  const before = /[\s]*$/.exec(text.slice(Math.max(0, key.start - 200), key.start))?.[0].length ?? 0;
  const comma = key.start - before - 1;
  if (text[comma] === ',') return { start: comma, end: value.end };
  const [behind] = /^\s*,\s*/.exec(text.slice(value.end, value.end + 200)) ?? [];
  return behind === undefined ? null : { start: key.start, end: value.end + behind.length };
}

/** The element whose content the value is, with its line if nothing else stands there. */
function fromXml(text: string, value: Span): Edit | null {
  const start = text.lastIndexOf('<', value.start - 1);
  const end = text.indexOf('>', value.end) + 1;
  if (!/^<([\w:.-]+)[^<>]*>[^<>]*<\/\1\s*>$/.test(text.slice(start, end))) return null;
  const line = lineAround(text, start);
  const isAlone =
    end <= line.end && `${text.slice(line.start, start)}${text.slice(end, line.end)}`.trim() === '';
  return cut(isAlone ? line : { start, end });
}

function cut(span: Span | null): Edit | null {
  return span && { span, text: '' };
}

/** The line of an offset, its line break included. */
function lineAround(text: string, offset: number): Span {
  const newline = text.indexOf('\n', offset);
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: newline === -1 ? text.length : newline + 1 };
}

function lineBreak(text: string, { end }: Span): string {
  return text.slice(0, end).endsWith('\r\n') ? '\r\n' : text[end - 1] === '\n' ? '\n' : '';
}
