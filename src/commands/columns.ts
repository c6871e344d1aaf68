import type { Io } from './command.ts';

/** Cells in a line of what is printed: of the terminal, also where a pipe to `less` lies between; else what most windows have. */
export function columnsOf({ stdout, stderr }: Io): number {
  return Math.max(20, stdout.columns ?? stderr.columns ?? 100);
}
