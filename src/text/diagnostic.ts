import { type ProblemName, problems, type Severity } from './problems.ts';
import type { Span } from './span.ts';

/**
 * One finding about a file: what, where, why, what to do. `span` is null only where the file has no text to point at.
 * Places are offsets; a report turns them into lines (see span.ts).
 */
export interface Diagnostic {
  /** Stable code, `RB` and three digits. */
  readonly code: string;
  /** Stable name; reads after "allow". */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence with the values in it, no full stop. */
  readonly message: string;
  readonly span: Span | null;
  /** Related places in the same file. */
  readonly notes: readonly { readonly message: string; readonly span: Span | null }[];
  /** What to do about it. */
  readonly help: string | null;
  readonly fix: Fix | null;
}

/** Replaces text. A safe fix cannot change the meaning the author had; others need `--fix-unsafe`. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  /** Non-overlapping, in any order. */
  readonly edits: readonly Edit[];
}

/** Puts text in the place of a span; an empty span is an insertion, an empty text a deletion. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** What a finding says beyond its code; everything but the message may be left out. */
export interface Finding {
  readonly message: string;
  readonly span?: Span | null;
  readonly notes?: Diagnostic['notes'];
  readonly help?: string | null;
  readonly fix?: Fix | null;
}

/**
 * So many findings of one file are worth telling; whoever may find more stops describing there, so that a file that is
 * wrong all over costs no more than one that is right.
 */
export const mostFindings = 1000;

/** A reader's or schema's finding. */
export function problem(name: ProblemName, finding: Finding): Diagnostic {
  return diagnostic({ rule: name, ...problems[name] }, finding);
}

/** Any finding: the identity of its rule and what it says. */
export function diagnostic(
  rule: Pick<Diagnostic, 'code' | 'rule' | 'severity'>,
  finding: Finding,
): Diagnostic {
  return {
    code: rule.code,
    rule: rule.rule,
    severity: rule.severity,
    message: finding.message,
    span: finding.span ?? null,
    notes: finding.notes ?? [],
    help: finding.help ?? null,
    fix: finding.fix ?? null,
  };
}
