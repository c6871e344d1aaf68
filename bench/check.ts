import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.ts';
import { type Checker, peersOf } from './peers.ts';
import { costs, costTable, exitCode } from './resources.ts';
import { stageTexts } from './stages.ts';

const many = Number(process.env.ROADBOOK_BENCH_FILES ?? 1000);
const notes = 300;

const kinds = [
  { kind: 'gpx', extension: '.gpx', title: 'OpenRally GPX with pictures' },
  { kind: 'yaml', extension: '.roadbook.yaml', title: 'native YAML' },
  { kind: 'json', extension: '.roadbook.json', title: 'native JSON' },
] as const;

const roadbook: Checker = {
  name: 'roadbook check',
  program: process.execPath,
  args: (files) => [join(root, 'bin/roadbook.js'), 'check', ...files],
  rounds: 5,
};

/**
 * `check` of 1,000 stages of 300 notes, as OpenRally GPX, YAML and JSON, against what validates each by a schema, and of one cold.
 * First each is shown an error that it must refuse: a CAP of 420°.
 */
export async function check(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'roadbook-check-'));
  try {
    const tables: string[] = [];
    const first: string[] = [];
    for (const { kind, extension, title } of kinds) {
      await mkdir(join(folder, kind));
      const files = Array.from({ length: many }, (_, i) => join(folder, kind, `${i}${extension}`));
      for (const [i, file] of files.entries()) await writeFile(file, stageTexts(i, notes)[kind]);
      const fault = join(folder, `fault${extension}`);
      await writeFile(fault, stageTexts(0, notes, true)[kind]);
      const { peers, absent } = await peersOf(kind, folder);
      const checkers = [...peers, roadbook];
      const words = checkers.map((checker) => verdict(checker, fault));
      const rows = costs(checkers.map((checker) => ({ ...checker, args: checker.args(files) })));
      const missing = absent.map((name) => `(${name} is not here to compare with)\n`).join('');
      tables.push(`${costTable(`${many} × ${notes} notes, ${title}`, rows)}${words.join('')}${missing}`);
      first.push(files[0] ?? '');
    }
    return [...tables, cold(first)].join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function verdict({ name, program, args, parses }: Checker, fault: string): string {
  const isRefused = exitCode(program, args([fault])) !== 0;
  if (isRefused === (parses === true))
    throw new Error(`${name}: the planted error is ${isRefused ? '' : 'not '}refused`);
  return `planted error: ${name} ${isRefused ? 'refuses it' : 'parses only'}\n`;
}

/** One file each, a process that starts from nothing. */
function cold(files: readonly string[]): string {
  const nothing = { name: 'node -e 0', program: process.execPath, args: ['-e', '0'], rounds: 5, times: 10 };
  const ours = files.map((file, i) => ({
    name: `roadbook check, one ${kinds[i]?.kind}`,
    program: process.execPath,
    args: roadbook.args([file]),
    rounds: 5,
    times: 10,
  }));
  return costTable(`One file of ${notes} notes, cold`, costs([nothing, ...ours]));
}
