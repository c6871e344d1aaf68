import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** A whole process to time: what it is called and what it runs. */
export interface Case {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** The exit code that shows it did its work. */
  readonly exit?: number;
}

export interface Figures {
  readonly name: string;
  readonly median: number;
  readonly least: number;
}

/**
 * Times whole processes, milliseconds: one warm-up, then the cases in turn (A B C A B C …), so that a machine that slows
 * down slows all of them. Extra certificates, where set, cost every Node 20 process 50 ms and are left out.
 */
export function timeProcesses(cases: readonly Case[], rounds: number): Figures[] {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;
  const times = cases.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [i, { name, program, args, exit = 0 }] of cases.entries()) {
      const before = performance.now();
      const { status, error } = spawnSync(program, args, { env, stdio: ['ignore', 'ignore', 'ignore'] });
      const ms = performance.now() - before;
      if (error) throw error;
      if (status !== exit) throw new Error(`${name}: exit code ${status}, expected ${exit}`);
      if (round >= 0) times[i]?.push(ms);
    }
  }
  return cases.map(({ name }, i) => ({ name, ...figures(times[i] ?? []) }));
}

function figures(times: readonly number[]): { median: number; least: number } {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? 0, least: sorted[0] ?? 0 };
}

/** Prints a table; the first row of figures is the baseline of the ratios. */
export function table(title: string, rows: readonly Figures[]): string {
  const base = rows[0]?.median ?? 1;
  const width = Math.max(...rows.map((r) => r.name.length), 10);
  const lines = rows.map(({ name, median, least }) =>
    [name.padEnd(width), fixed(median), fixed(least), `${(median / base).toFixed(2)}×`.padStart(9)].join(
      '  ',
    ),
  );
  return [`${title}`, `${''.padEnd(width)}     median      least      ratio`, ...lines, ''].join('\n');
}

function fixed(ms: number): string {
  return `${ms.toFixed(1)} ms`.padStart(9);
}
