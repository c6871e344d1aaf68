import { type Diagnostic, problem } from '../text/diagnostic.ts';
import type { Span } from '../text/span.ts';

/** Generous for any stage, and what keeps a hostile file from taking the machine. */
export const limits = {
  /** Notes of one roadbook; the longest stage of a rally has about 1,000. */
  notes: 25_000,
  /** Lists and mappings inside each other, in YAML and JSON; the points of a side road in a tulip stand at depth 8. */
  depth: 40,
  /**
   * Lists, mappings, entries and lines of a text that is held as a tree while it is read: such a part takes up to 200 bytes
   * in JSON, and 500 with its place in YAML.
   */
  parts: { json: 2_000_000, yaml: 500_000 },
} as const;

/** Null for a text that can be held as a tree; XML and CSV are read piece by piece, and have no such limit. */
export function tooManyParts(text: string, syntax: keyof typeof limits.parts): Diagnostic | null {
  const most = limits.parts[syntax];
  if (text.length < most) return null;
  let parts = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    const isPart =
      c === openBrace ||
      c === openBracket ||
      (syntax === 'json' ? c === colon : c === comma || c === lineFeed);
    if (isPart && ++parts > most) {
      const many = most.toLocaleString('en');
      return problem('too-large', {
        message: `the file has more than ${many} ${syntax === 'json' ? 'lists, mappings and entries' : 'lines and entries'}`,
        span: { start: at, end: at + 1 },
        help: 'split the roadbook by stage, or thin out its track',
      });
    }
  }
  return null;
}

const [openBrace, openBracket, colon, comma, lineFeed] = [0x7b, 0x5b, 0x3a, 0x2c, 0x0a];

/** For the first note that is one too many. */
export function tooManyNotes(span: Span | null): Diagnostic {
  return problem('too-many-notes', {
    message: `the roadbook has more than ${limits.notes.toLocaleString('en')} notes`,
    span,
    help: 'the rest is not read: split the roadbook by stage',
  });
}
