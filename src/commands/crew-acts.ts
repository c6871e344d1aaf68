import type { Act } from '../nav/event.ts';

/** An act and, where it has one, the time of the run at which it is done, ms; without it at once. */
export interface ActLine {
  readonly at: number | null;
  readonly act: Act extends infer A ? (A extends Act ? Omit<A, 't'> : never) : never;
}

/** What the crew of a headless drive does. */
export interface CrewActs {
  /** In order of time; those without one first. */
  readonly timed: readonly ActLine[];
  /** Calls with each act that comes while driving; null where none will. */
  readonly listen: ((perform: (act: ActLine) => void, notice: (text: string) => void) => void) | null;
  /** Takes a line that a sensor's stream has from the crew; false for any other. */
  readonly takes: (line: string) => boolean;
}

export const noActs: CrewActs = { timed: [], listen: null, takes: () => false };
