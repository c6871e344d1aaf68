import type { Locate } from '../model/reading.ts';
import type { Roadbook } from '../model/roadbook.ts';
import { rules } from '../rules/registry.ts';
import type { Ruling } from '../rules/run.ts';
import { type Diagnostic, type Fix, problem } from '../text/diagnostic.ts';
import { nearest } from '../text/nearest.ts';
import { problems } from '../text/problems.ts';
import type { Span } from '../text/span.ts';

/** A comment that allows a rule: `# roadbook-allow zone-not-closed: it ends in the bivouac`, in XML `<!-- … -->`. */
interface Allowance {
  readonly rule: string;
  readonly ruleSpan: Span;
  readonly hasReason: boolean;
  readonly comment: Span;
}

const word = 'roadbook-allow';
const inComment = /(#|<!--)[ \t]*roadbook-allow[ \t]+([\w-]+)[ \t]*(:?)[ \t]*(.*?)[ \t]*(?:-->|\r?$)/gm;

const levelled = new Map<string, string>([
  ...rules.flatMap(({ name, code }): [string, string][] => [
    [name, name],
    [code, name],
  ]),
  ...Object.entries(problems).flatMap(([name, { code }]): [string, string][] => [
    [name, name],
    [code, name],
  ]),
]);

/**
 * Takes away the findings that the file's own comments allow, and reports comments that allow nothing, name no rule or give no
 * reason. A comment holds for the note on whose lines it stands, or above which it stands on lines of its own; before the
 * first note, for the head of the file.
 */
export function withAllowances(
  text: string,
  notes: Roadbook['notes'],
  locate: Locate,
  found: readonly Diagnostic[],
  { levels }: Pick<Ruling, 'levels'>,
): Diagnostic[] {
  if (!text.includes(word)) return [...found];
  const partOf = parts(text, notes.length, locate);
  const left = new Set(found);
  const own: Diagnostic[] = [];
  for (const allowance of allowancesIn(text)) {
    const rule = levelled.get(allowance.rule);
    if (rule === undefined) {
      own.push(unknown(allowance));
      continue;
    }
    if (!allowance.hasReason) own.push(withoutReason(allowance));
    const part = partOf(allowance.comment.start);
    const allowed = found.filter((one) => one.rule === rule && partOf(one.span?.start ?? 0) === part);
    for (const one of allowed) left.delete(one);
    if (allowed.length === 0 && levels[rule] !== 'off') own.push(unused(allowance, text));
  }
  return [...left, ...own];
}

function* allowancesIn(text: string): Iterable<Allowance> {
  for (const match of text.matchAll(inComment)) {
    const [whole, , rule = '', colon, reason] = match;
    const start = match.index + whole.indexOf(rule, whole.indexOf(word) + word.length);
    yield {
      rule,
      ruleSpan: { start, end: start + rule.length },
      hasReason: colon === ':' && reason !== '',
      comment: { start: match.index, end: match.index + whole.trimEnd().length },
    };
  }
}

/** Which part of the file an offset lies in: the index of a note, or −1 before the first. */
function parts(text: string, notes: number, locate: Locate): (offset: number) => number {
  const starts: number[] = [];
  for (let index = 0; index < notes; index++)
    starts.push(aboveComments(text, locate(['notes', index])?.start ?? 0));
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
}

/** The start of the line, or of the first of the comment lines right above it. */
function aboveComments(text: string, offset: number): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!/^[ \t]*(#|<!--)/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

function unknown({ rule, ruleSpan }: Allowance): Diagnostic {
  const near = nearest(rule, levelled.keys());
  return problem('allowance-unknown', {
    message: `“${rule}” is no rule that could be allowed`,
    span: ruleSpan,
    help: near === null ? '`roadbook check --list-rules` lists the rules' : `did you mean “${near}”?`,
  });
}

function withoutReason({ rule, comment }: Allowance): Diagnostic {
  return problem('allowance-without-reason', {
    message: `${rule} is allowed without a reason`,
    span: comment,
    help: `say why: \`${word} ${rule}: …\``,
  });
}

function unused({ rule, comment }: Allowance, text: string): Diagnostic {
  return problem('allowance-unused', {
    message: `${rule} is allowed here, but there is nothing to allow`,
    span: comment,
    help: 'take the comment away, or put it on the note that is meant',
    fix: removal(comment, text),
  });
}

/** Takes a comment away, with its line if nothing else stands on it. */
function removal({ start, end }: Span, text: string): Fix {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline === -1 ? text.length : newline + 1;
  const isAlone = `${text.slice(lineStart, start)}${text.slice(end, lineEnd)}`.trim() === '';
  const before = /[ \t]*$/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
  const span = isAlone ? { start: lineStart, end: lineEnd } : { start: start - before, end };
  return { title: 'take the comment away', safe: true, edits: [{ span, text: '' }] };
}
