import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** A whole process and how often it is run; what is run once has no warm-up. */
export interface Run {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly rounds: number;
  /** So many times in a row make one round: for what is too short to be measured alone. */
  readonly times?: number;
}

/** Medians: milliseconds on the clock and of all processors, most memory in MiB; null where GNU time is absent. */
export interface Cost {
  readonly name: string;
  readonly wall: number;
  readonly cpu: number | null;
  readonly memory: number | null;
}

const time = '/usr/bin/time';
const hasTime = existsSync(time) && spawnSync(time, ['-f', '%M', 'true']).status === 0;

/** One warm-up, then the runs in turn (A B C A B C …); each must end with exit code 0. */
export function costs(runs: readonly Run[]): Cost[] {
  const found = runs.map((): Omit<Cost, 'name'>[] => []);
  for (let round = -1; round < Math.max(...runs.map(({ rounds }) => rounds)); round++) {
    for (const [i, run] of runs.entries()) {
      if (round < 0 ? run.rounds === 1 : round >= run.rounds) continue;
      const cost = costOf(run);
      if (round >= 0) found[i]?.push(cost);
    }
  }
  return runs.map(({ name }, i) => {
    const all = found[i] ?? [];
    return {
      name,
      wall: median(all.map(({ wall }) => wall)) ?? 0,
      cpu: median(all.map(({ cpu }) => cpu)),
      memory: median(all.map(({ memory }) => memory)),
    };
  });
}

/** How a program ends; extra certificates, where set, cost every Node 20 process 50 ms and are left out. */
export function exitCode(program: string, args: readonly string[]): number | null {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env;
  return spawnSync(program, args, { env, stdio: 'ignore' }).status;
}

const inTurn = 'n=$1; shift; while [ "$n" -gt 0 ]; do "$@" || exit; n=$((n - 1)); done';

function costOf({ name, program, args, times = 1 }: Run): Omit<Cost, 'name'> {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-time-'));
  const file = join(folder, 'cost');
  try {
    const before = performance.now();
    const whole =
      times === 1 ? [program, ...args] : ['sh', '-c', inTurn, 'sh', String(times), program, ...args];
    const [first = '', ...rest] = hasTime ? [time, '-f', '%U %S %M', '-o', file, ...whole] : whole;
    const code = exitCode(first, rest);
    const wall = (performance.now() - before) / times;
    if (code !== 0) throw new Error(`${name}: exit code ${code}`);
    if (!hasTime) return { wall, cpu: null, memory: null };
    const [user = 0, system = 0, kibibytes = 0] = readFileSync(file, 'utf8').trim().split(' ').map(Number);
    return { wall, cpu: ((user + system) * 1000) / times, memory: kibibytes / 1024 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function median(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? null;
}

/** The first row is what the others are held against. */
export function costTable(title: string, rows: readonly Cost[]): string {
  const [base] = rows;
  const width = Math.max(...rows.map(({ name }) => name.length));
  const ratio = (value: number | null, to: number | null | undefined) =>
    (value === null || !to ? '–' : `${(value / to).toFixed(2)}×`).padStart(8);
  const figure = (value: number | null, digits = 0) =>
    (value === null ? '–' : value.toFixed(digits)).padStart(9);
  return [
    title,
    `${''.padEnd(width)}  ${'wall ms'.padStart(9)}${''.padEnd(8)}${'cpu ms'.padStart(9)}${''.padEnd(8)}${'MiB'.padStart(9)}`,
    ...rows.map(
      ({ name, wall, cpu, memory }) =>
        `${name.padEnd(width)}  ${figure(wall)}${ratio(wall, base?.wall)}${figure(cpu)}${ratio(cpu, base?.cpu)}${figure(memory)}`,
    ),
    '',
  ].join('\n');
}
