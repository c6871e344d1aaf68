import type { Finding } from '../text/diagnostic.ts';
import type { Severity } from '../text/problems.ts';
import type { Context } from './context.ts';

/** A rule that is off reports nothing. */
export type Level = Severity | 'off';
export const levels = ['error', 'warning', 'info', 'off'] as const satisfies readonly Level[];

/**
 * One thing that must be true of a roadbook. Its file says in a doc comment where it is known from; the Markdown file of
 * the same name explains it to people, and its examples are its test.
 */
export interface Rule {
  /** Stable: RB3 zones, RB4 distances, RB5 sections and times, RB6 waypoints, RB7 notes, RB8 the whole roadbook. */
  readonly code: `RB${number}`;
  /** Stable, the file's name; reads after "allow". */
  readonly name: string;
  /**
   * Unless a profile or the user says otherwise. Error: sends a crew astray, or cannot be scored. Warning: doubtful, worth
   * a look before the start. Info: a matter of style.
   */
  readonly severity: Severity;
  /** `geometry` rules say nothing about a roadbook without coordinates. */
  readonly needs: 'odometer' | 'geometry';
  /** What is wrong, in the order of the notes. */
  readonly check: (context: Context) => Iterable<Finding>;
}
