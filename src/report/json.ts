import type { Diagnostic } from '../text/diagnostic.ts';
import { toJson } from '../text/escape.ts';
import type { Severity } from '../text/problems.ts';
import type { Span } from '../text/span.ts';
import { version } from '../text/version.ts';
import { type Place, placing } from './place.ts';
import type { CheckedFile, Report, Totals } from './report.ts';

type Placed = Place | { readonly [side in keyof Place]: null };

/** One finding as JSON. Lines and columns count from 1, columns in UTF-16 code units; all null where there is no place. */
export type JsonFinding = {
  readonly file: string;
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly notes: readonly ({ readonly message: string } & Placed)[];
  readonly help: string | null;
  readonly fix: {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly ({ readonly text: string } & Placed)[];
  } | null;
} & Placed;

/** The whole report. `version` changes when a field is taken away or means something else; fields may be added. */
export interface JsonReport {
  readonly version: 1;
  readonly tool: { readonly name: 'roadbook'; readonly version: string };
  readonly findings: readonly JsonFinding[];
  readonly summary: {
    readonly files: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly fixable: number;
    /** Findings of the baseline: they are not listed. */
    readonly known: number;
  };
}

/** For programs: one object, shaped as JsonReport. */
export const json: Report = {
  name: 'json',
  summary: 'for programs: one object with every finding',
  begin: () => {
    const found: JsonFinding[] = [];
    return {
      file: (checked) => {
        found.push(...findings(checked));
        return '';
      },
      end: (totals) => `${toJson(report(found, totals))}\n`,
    };
  },
};

function report(findings: readonly JsonFinding[], { files, counts, fixable, known }: Totals): JsonReport {
  return {
    version: 1,
    tool: { name: 'roadbook', version },
    findings,
    summary: { files, errors: counts.error, warnings: counts.warning, infos: counts.info, fixable, known },
  };
}

function findings({ file, text, diagnostics }: CheckedFile): JsonFinding[] {
  const place = placing(text);
  const at = (span: Span | null): Placed =>
    span === null ? { line: null, column: null, endLine: null, endColumn: null } : place(span);
  return diagnostics.map(
    ({ code, rule, severity, message, span, notes, help, fix }: Diagnostic): JsonFinding => ({
      file,
      code,
      rule,
      severity,
      message,
      ...at(span),
      notes: notes.map((note) => ({ message: note.message, ...at(note.span) })),
      help,
      fix: fix && {
        title: fix.title,
        safe: fix.safe,
        edits: fix.edits.map((edit) => ({ text: edit.text, ...at(edit.span) })),
      },
    }),
  );
}
