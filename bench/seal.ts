import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Case, table, timeProcesses } from './measure.ts';
import { root, sample } from './paths.ts';

const crews = 500;

/** A full day sealed for a whole start list, and the same day opened cold: against a Node that only imports age. */
export function seal(): string {
  const folder = mkdtempSync(join(tmpdir(), 'roadbook-bench-'));
  try {
    return [sealing(folder), opening(folder)].join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sealing(folder: string): string {
  const lines = Array.from({ length: crews }, (_, i) => {
    const time = `${8 + Math.floor(i / 60)}:${String(i % 60).padStart(2, '0')}`;
    return `${201 + i},2026-10-12T${time.padStart(5, '0')}:00Z`;
  });
  writeFileSync(join(folder, 'crews.csv'), `crew,start\n${lines.join('\n')}\n`);
  run(folder, ['keygen', '--no-passphrase']);
  const list = ['--start-list', 'crews.csv', '--before', '15m', '-o', 'sealed'];
  const before = performance.now();
  const peak = run(folder, ['seal', sample('desert-day.roadbook.yaml'), ...list]);
  const seconds = (performance.now() - before) / 1000;
  const files = readdirSync(join(folder, 'sealed'));
  const bytes = statSync(join(folder, 'sealed', files[0] ?? '')).size;
  return `Sealing a full day for ${files.length} crews: ${seconds.toFixed(1)} s, ${peak} MiB at most, ${bytes} bytes a file\n`;
}

function opening(folder: string): string {
  run(folder, [
    'seal',
    sample('desert-day.roadbook.yaml'),
    '--not-before',
    '2026-10-12T08:00:00Z',
    '-o',
    'day.age',
  ]);
  run(folder, ['trust', 'day.age']);
  run(folder, ['release', 'day.release.json', '--identity', 'key.txt']);
  const node = (name: string, ...args: string[]): Case => ({ name, program: process.execPath, args });
  const here = join(root, 'node_modules/age-encryption/dist/index.js');
  const files = ['--identity', join(folder, 'key.txt'), '--signer', signer(folder)];
  const rows = timeProcesses(
    [
      node('node -e 0', '-e', '0'),
      node(
        'node that imports age-encryption',
        '--input-type=module',
        '-e',
        `await import(${JSON.stringify(here)})`,
      ),
      node('roadbook open, full day', bin, 'open', join(folder, 'day.age'), ...files),
      node('roadbook show, full day, plain', bin, 'show', sample('desert-day.roadbook.yaml')),
      node('roadbook show, full day, sealed', bin, 'show', join(folder, 'day.age'), ...files),
    ],
    11,
  );
  return table('Opening a sealed full day, whole processes', rows);
}

const bin = join(root, 'bin/roadbook.js');

function signer(folder: string): string {
  return spawnSync(process.execPath, [bin, 'trust'], { env: envOf(folder), encoding: 'utf8' }).stdout.slice(
    0,
    24,
  );
}

function envOf(folder: string): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  return { ...env, XDG_CONFIG_HOME: join(folder, 'config') };
}

/** Runs a verb in the folder; its peak memory in MiB. */
function run(folder: string, args: readonly string[]): number {
  const watch = `process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS));`;
  const preload = `data:text/javascript,${encodeURIComponent(watch)}`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, bin, ...args], {
    cwd: folder,
    env: envOf(folder),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`roadbook ${args.join(' ')}: ${stderr}`);
  return Math.round(Number(stderr.split('\n').at(-1)) / 1024);
}
