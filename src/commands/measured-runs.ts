import { createInterface } from 'node:readline';
import { factors } from '../odometer/calibration.ts';
import type { OdometerSource } from '../odometer/source.ts';
import { forTerminal } from '../text/escape.ts';
import type { Io } from './command.ts';
import { UsageError } from './usage-error.ts';

/** How runs over a known distance are made known, one line at a time: at a keyboard, or from a pipe. */
interface Dialogue {
  /** How to do it, said once. */
  readonly guide: string;
  prompt(run: number): string;
  /** A line: the counts of a finished run, null when there is more to come, or why it cannot be taken. */
  take(line: string): number | string | null;
}

const ending = 'q or Ctrl-D ends; - drops the last run, -2 run 2; Ctrl-C leaves all as it was.';

/** The counts of each run, typed: `1826`, or the counter before and after as `52310 54136`. */
export function typedRuns(distance: number, io: Io): Promise<number[]> {
  return converse(distance, io, {
    guide: `Drive exactly ${distance} m and type what the wheel counted, or before and after.\n${ending}`,
    prompt: (run) => `run ${run}: `,
    take: typedCounts,
  });
}

/** The counts of each run from a sensor that is heard all the while: Enter at the first mark and at the second. */
export async function markedRuns(distance: number, source: OdometerSource, io: Io): Promise<number[]> {
  let raw: number | null = null;
  let from: number | null = null;
  const running = source.start(
    (event) => {
      if (event.type === 'wheel') ({ raw } = event);
    },
    () => {},
    (text) => say(io, text),
  );
  try {
    return await converse(distance, io, {
      guide: `Two marks ${distance} m apart: stop with the wheel on each and press Enter.\n${ending}`,
      prompt: (run) => `run ${run}, wheel on the ${from === null ? 'first' : 'second'} mark: [Enter] `,
      take(line) {
        if (line !== '') return `'${line}' is none of Enter, q and -`;
        if (raw === null) return 'nothing was heard of the wheel yet: is the sensor connected?';
        if (from === null) {
          from = raw;
          return null;
        }
        const counts = raw - from;
        from = null;
        return counts > 0 ? counts : 'the wheel did not turn since the first mark: begin the run anew';
      },
    });
  } finally {
    running.stop();
  }
}

/** The counts of one run: all that a source with an end has to say. */
export function wholeRun(source: OdometerSource, io: Io): Promise<number[]> {
  return new Promise((done) => {
    let counts = 0;
    source.start(
      (event) => {
        if (event.type === 'wheel') counts = event.raw;
      },
      () => done(counts > 0 ? [counts] : []),
      (text) => say(io, text),
    );
  });
}

async function converse(distance: number, io: Io, { guide, prompt, take }: Dialogue): Promise<number[]> {
  const asks = io.stdin.isTTY === true;
  const runs: number[] = [];
  const ask = () => {
    if (asks) io.stderr.write(prompt(runs.length + 1));
  };
  if (asks) say(io, guide);
  ask();
  let number = 0;
  const lines = createInterface({ input: io.stdin, terminal: false, crlfDelay: 1000 });
  for await (const given of lines) {
    const line = given.trim().toLowerCase();
    number += 1;
    if (line === 'q') break;
    const dropped = /^-(\d{0,4})$/.exec(line);
    const found = dropped ? drop(runs, dropped[1] ?? '') : take(line);
    if (typeof found === 'string') {
      // Somebody can type it again; a pipe cannot, and a run left out in silence would be believed.
      if (!asks) throw new UsageError(`line ${number} of standard input: ${found}`);
      say(io, found);
    } else if (found !== null) {
      runs.push(found);
      const factor = factors(distance, [found])[0] ?? 0;
      if (asks) say(io, `  ${Math.round(found * 100) / 100} counts, ${factor.toPrecision(5)} m a count`);
    }
    ask();
  }
  // Leaving the loop leaves a keyboard open, and the process waiting for it.
  lines.close();
  if (asks) io.stderr.write('\n');
  return runs;
}

function drop(runs: number[], number: string): string | null {
  const index = number === '' ? runs.length - 1 : Number(number) - 1;
  if (runs[index] === undefined)
    return number === '' ? 'there is no run to drop' : `there is no run ${number}`;
  runs.splice(index, 1);
  return null;
}

function typedCounts(line: string): number | string | null {
  if (line === '') return null;
  const [, first = '', second] = /^(\d+(?:\.\d+)?)(?:\s+(\d+(?:\.\d+)?))?$/.exec(line) ?? [];
  if (first === '')
    return `'${line}' is not a count: give 1826, or the counter before and after, 52310 54136`;
  const counts = second === undefined ? Number(first) : Number(second) - Number(first);
  if (counts > 0 && counts <= Number.MAX_SAFE_INTEGER) return counts;
  return second === undefined
    ? 'a run has more than 0 counts'
    : 'the counter after the run must be above the one before';
}

function say(io: Io, text: string): void {
  for (const line of text.split('\n')) io.stderr.write(`${forTerminal(line)}\n`);
}
