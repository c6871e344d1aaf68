import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { spawn } from '@lydell/node-pty';
import { build } from 'esbuild';
import { options } from '../scripts/build.js';
import { lighter } from '../scripts/bundling.js';
import { timeProcesses } from './measure.ts';
import { root, sample } from './paths.ts';

const size = { cols: 120, rows: 40 };
const seconds = 10;
/** How often memory is looked at in a drive. */
const samples = 60;
const drive = ['drive', sample('desert-day.roadbook.yaml'), '--quiet', '--no-journal'];
const program = join(root, 'bin/roadbook.js');
/** What appears when the key `z` has been taken. */
const answer = 'FROZEN';

interface Run {
  readonly name: string;
  readonly bytesPerFrame: number;
  readonly cpuPercent: number;
  readonly keyMs: readonly number[];
  readonly firstFrameMs: number;
  readonly mebibytes: number;
}

/**
 * The cockpit on a pseudo-terminal, 120×40 at 10 Hz, beside the same picture on Ink as it comes; then what memory it takes over `minutes`
 * of a drive, or, without them, over the road and the frames of ten minutes in one. Linux only: it reads /proc.
 */
export async function cockpit(minutes: number | null): Promise<string> {
  // Inside the project, so that what is not bundled is found.
  const folder = await mkdtemp(join(root, 'dist/bench-'));
  try {
    await build({
      ...options,
      entryPoints: { ink: join(root, 'bench/stock-ink.tsx') },
      plugins: lighter,
      outdir: folder,
      write: true,
    });
    const [, stage = ''] = drive;
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['Ink 6.8 as it comes', [join(folder, 'ink.cjs'), stage]],
      ['Ink 6.8 incremental', [join(folder, 'ink.cjs'), stage, 'incremental']],
      ['roadbook drive', [program, ...drive]],
    ];
    const runs: Run[] = [];
    for (const [name, args] of cases) runs.push(await measured(name, args));
    const [nothing] = timeProcesses(
      [{ name: 'node -e 0', program: process.execPath, args: ['-e', '0'] }],
      11,
    );
    return `${table(runs)}\nnode -e 0: ${nothing?.median.toFixed(0)} ms\n\n${await memory(minutes)}\n`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measured(name: string, args: readonly string[]): Promise<Run> {
  const firsts: number[] = [];
  for (let round = 0; round < 5; round++) {
    const { pty, first } = started(args);
    firsts.push(await first);
    pty.kill('SIGKILL');
  }
  const { pty, first, heard } = started(args);
  await first;
  // Past the first seconds, in which the code is being compiled.
  await pause(3000);
  const before = { cpu: await cpuMs(pty.pid), bytes: heard.bytes, at: performance.now() };
  await pause(seconds * 1000);
  const ms = performance.now() - before.at;
  const cpuPercent = (((await cpuMs(pty.pid)) - before.cpu) / ms) * 100;
  const bytesPerFrame = (heard.bytes - before.bytes) / (ms / 100);
  const keyMs: number[] = [];
  for (let i = 0; i < 40; i++) {
    const sent = performance.now();
    const shown = heard.next(answer);
    pty.write('z');
    await shown;
    keyMs.push(performance.now() - sent);
    pty.write('z');
    await pause(130 + (i % 7) * 10);
  }
  const mebibytes = await residentMiB(pty.pid);
  pty.kill('SIGKILL');
  return {
    name,
    bytesPerFrame,
    cpuPercent,
    keyMs: keyMs.toSorted((a, b) => a - b),
    firstFrameMs: firsts.toSorted((a, b) => a - b)[2] ?? 0,
    mebibytes,
  };
}

/**
 * What `drive` takes from its first second on, over `minutes`. Without them ten minutes go by in one: the road at ten times the pace, and
 * as many frames, for a key without a meaning is pressed ninety times a second, and each has the screen drawn again.
 */
async function memory(minutes: number | null): Promise<string> {
  const [clock, pace] = minutes === null ? [1, 10] : [minutes, 1];
  const { pty, first } = started([program, ...drive, '--speed', `${pace}x`]);
  await first;
  await pause(1000);
  const keys = pace === 1 ? undefined : setInterval(() => pty.write('w'), 1000 / 90);
  const taken: number[] = [];
  for (let i = 0; i <= samples; i++) {
    taken.push(await residentMiB(pty.pid));
    await pause((clock * 60_000) / samples);
  }
  clearInterval(keys);
  pty.kill('SIGKILL');
  // Behind the first tenth, in which code is still compiled.
  const growth = (slope(taken.slice(samples / 10)) * samples) / (clock * pace);
  const [start = 0, most, end = 0] = [taken[0], Math.max(...taken), taken.at(-1)];
  return [
    `roadbook drive over ${clock * pace} min${pace === 1 ? '' : `, ${pace} times as fast, with as many frames`}: MiB`,
    `  ${start.toFixed(1)} at the start, ${most.toFixed(1)} at most, ${end.toFixed(1)} at the end; ${growth.toFixed(2)} a minute`,
  ].join('\n');
}

/** Of the line that lies nearest to evenly spaced values, by least squares; per step. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const across = values.reduce((sum, value, i) => sum + (i - middle) * value, 0);
  return across / values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
}

function started(args: readonly string[]) {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, NO_COLOR: ___, CI: ____, ...env } = process.env;
  const at = performance.now();
  const pty = spawn(process.execPath, [...args], {
    ...size,
    cwd: root,
    env: { ...env, TERM: 'xterm-256color', COLORTERM: 'truecolor', LC_ALL: 'C.UTF-8' },
  });
  let tail = '';
  let waiting: { text: string; found: () => void } | null = null;
  const heard = {
    bytes: 0,
    next: (text: string) =>
      new Promise<void>((found, reject) => {
        const late = setTimeout(() => reject(new Error(`${args.join(' ')} never showed ${text}`)), 20_000);
        waiting = {
          text,
          found() {
            clearTimeout(late);
            found();
          },
        };
        tail = '';
      }),
  };
  const first = heard.next('TOTAL').then(() => performance.now() - at);
  pty.onData((data) => {
    heard.bytes += Buffer.byteLength(data);
    // What is waited for may come in two pieces.
    tail = (tail + data).slice(-data.length - answer.length);
    if (!waiting || !tail.includes(waiting.text)) return;
    tail = '';
    waiting.found();
    waiting = null;
  });
  return { pty, first, heard };
}

function table(runs: readonly Run[]): string {
  const head = ['', 'bytes/frame', 'CPU %', 'key p50', 'key p95', 'first frame', 'MiB'];
  const rows = runs.map((run) => [
    run.name,
    run.bytesPerFrame.toFixed(0),
    run.cpuPercent.toFixed(1),
    `${at(run.keyMs, 0.5).toFixed(1)} ms`,
    `${at(run.keyMs, 0.95).toFixed(1)} ms`,
    `${run.firstFrameMs.toFixed(0)} ms`,
    run.mebibytes.toFixed(0),
  ]);
  const lines = [head, ...rows].map(([name = '', ...cells]) =>
    [name.padEnd(22), ...cells.map((cell) => cell.padStart(12))].join(''),
  );
  return [`Cockpit, ${size.cols}×${size.rows} in a pseudo-terminal, 10 Hz`, ...lines].join('\n');
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** User and system time of a process, from its /proc entry; a tick is 10 ms on every Linux. */
async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
