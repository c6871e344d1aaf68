import type { Coordinates } from '../../model/fields.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';

/** A track as text: a line `lat lon [elevation]` each, an empty line between segments. Lines that are no position are left out. */
export function trackFromText(text: string): Coordinates[][] {
  const segments: Coordinates[][] = [];
  let open: Coordinates[] | null = null;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      open = null;
      continue;
    }
    const place = placeFrom(line);
    if (place === null) continue;
    if (open === null) {
      open = [];
      segments.push(open);
    }
    open.push(place);
  }
  return segments;
}

function placeFrom(line: string): Coordinates | null {
  const [latitude = Number.NaN, longitude = Number.NaN, elevation = null, ...more] = line
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && more.length === 0;
  return isPlace && (elevation === null || Number.isFinite(elevation))
    ? { latitude, longitude, elevation }
    : null;
}

/** Whether every line is a position, or empty. */
export function isTrackText(text: string): boolean {
  return text.split('\n').every((line) => line.trim() === '' || placeFrom(line) !== null);
}

/** So many bad lines are shown; a track that is wrong as a whole needs no more. */
const mostLines = 10;

/** The lines of a track that are no positions, each at its place where the text stands line by line in the source. */
export function badLines(text: string, span: Span | null, source: Source): Diagnostic[] {
  const found: Diagnostic[] = [];
  let start = span?.start ?? 0;
  for (const [i, line] of text.split('\n').entries()) {
    const end = lineEnd(source.text, start);
    const words = line.trim();
    if (words !== '' && placeFrom(line) === null) {
      const here = source.text.slice(start, end);
      const at = start + here.indexOf(words);
      found.push(badLine(i + 1, words, here.trim() === words ? { start: at, end: at + words.length } : span));
      if (found.length === mostLines) break;
    }
    start = end + 1;
  }
  return found;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

function badLine(number: number, words: string, span: Span | null): Diagnostic {
  return problem('bad-coordinate', {
    message: `line ${number} of the track is no position: “${forTerminal(words.slice(0, 60))}”`,
    span,
    help: 'write latitude, longitude and, if known, elevation: 31.43 -4.23 912',
  });
}
