import type { Diagnostic } from '../text/diagnostic.ts';
import type { Severity } from '../text/problems.ts';
import type { Paint } from './paint.ts';

/** A file that was checked, and what was found, in the order of the file. */
export interface CheckedFile {
  /** As the user named it. */
  readonly file: string;
  /** What the places count in; empty when the file is no text. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Totals {
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** Findings that `--fix` would repair. */
  readonly fixable: number;
  /** Findings that a baseline knows: they are counted here alone. */
  readonly known: number;
}

export interface Style {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

/** One way to say what was found. Files are given as they are checked, so that a report can be written as it goes. */
export interface Report {
  readonly name: string;
  /** For `--help`. */
  readonly summary: string;
  readonly begin: (style: Style) => ReportWriter;
}

/** Each call gives the text to write next; all together are the report. */
export interface ReportWriter {
  readonly file: (checked: CheckedFile) => string;
  readonly end: (totals: Totals) => string | Promise<string>;
}
