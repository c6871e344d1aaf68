import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { execute, roadbook, root } from '../support/run.ts';

const Action = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  runs: z.object({
    using: z.literal('composite'),
    steps: z.tuple([
      z.object({ shell: z.literal('bash'), env: z.record(z.string(), z.string()), run: z.string() }),
    ]),
  }),
});
const Hooks = z.tuple([
  z.object({ entry: z.string(), language: z.literal('node'), files: z.string() }).loose(),
]);

const parsed = async (file: string) => load(await readFile(join(root, file), 'utf8'));
const action = Action.parse(await parsed('action.yml'));
const [hook] = Hooks.parse(await parsed('.pre-commit-hooks.yaml'));

let cwd: string;
let path: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'roadbook-ci-'));
  await mkdir(join(cwd, 'bin'));
  await mkdir(join(cwd, 'day two'));
  const program = `"${process.execPath}" "${root}bin/roadbook.js"`;
  await script('roadbook', `exec ${program} "$@"`);
  await script('npx', `[ "$1 $2" = "--yes roadbook" ] || exit 9; shift 2; exec ${program} "$@"`);
  path = `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`;
  const samples = join(root, 'roadbooks');
  await cp(join(samples, 'shakedown.roadbook.yaml'), join(cwd, 'good.roadbook.yaml'));
  await cp(join(samples, 'broken/cap-out-of-range.roadbook.yaml'), join(cwd, 'day two/bad.roadbook.yaml'));
  const doubtful = 'roadbook: 1\ntotal: 7\nnotes: [{ km: 0, text: go }, { km: 1.2, text: end }]\n';
  await writeFile(join(cwd, 'doubtful.roadbook.yaml'), doubtful);
});
afterAll(() => rm(cwd, { recursive: true }));

async function script(name: string, body: string): Promise<void> {
  await writeFile(join(cwd, 'bin', name), `#!/bin/sh\n${body}\n`);
  await chmod(join(cwd, 'bin', name), 0o755);
}

/** Runs the action's step as the runner does: inputs by the environment, bash that ends at the first failure. */
function runAction(inputs: Record<string, string>, env: Record<string, string> = {}) {
  const [{ env: given, run }] = action.runs.steps;
  const filled = Object.entries(given).map(([name, value]) => [
    name,
    value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => {
      return inputs[input] ?? action.inputs[input]?.default ?? `no input ${input}`;
    }),
  ]);
  const arguments_ = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run];
  return execute('bash', arguments_, {
    cwd,
    env: { PATH: path, GITHUB_STEP_SUMMARY: '', ...env, ...Object.fromEntries(filled) },
  });
}

describe('action.yml', () => {
  test('checks every roadbook of the repository unless told otherwise, and annotates lines', async () => {
    const { code, stdout, stderr } = await runAction({});
    expect(stderr).toBe('');
    expect(stdout).toContain('::error file=day two/bad.roadbook.yaml,line=26,');
    expect(stdout).toContain('title=RB203 cap-out-of-range');
    expect(code).toBe(1);
  });

  test('one file or pattern a line; a summary for the run', async () => {
    const summary = join(cwd, 'summary.md');
    const files = 'good.roadbook.yaml\nday two/*.yaml\n';
    const { code, stdout } = await runAction({ files }, { GITHUB_STEP_SUMMARY: summary });
    expect(stdout).toContain('2 files checked: 1 error');
    expect(await readFile(summary, 'utf8')).toContain('cap-out-of-range');
    expect(code).toBe(1);
  });

  test('warnings fail when they are more than allowed', async () => {
    const files = 'doubtful.roadbook.yaml';
    expect((await runAction({ files })).code).toBe(0);
    const { code, stderr } = await runAction({ files, 'max-warnings': '0', profile: 'adventure' });
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'roadbook: more than 0 warnings\n' });
  });

  test('a config and a baseline', async () => {
    const files = 'doubtful.roadbook.yaml';
    await writeFile(join(cwd, 'loud.yaml'), 'rules: { total-mismatch: error }\n');
    const { code, stdout } = await runAction({ files, config: 'loud.yaml' });
    expect(stdout).toContain('::error file=doubtful.roadbook.yaml,line=2,');
    expect(code).toBe(1);
    await roadbook(['check', files, '--baseline', 'old event.json', '--update-baseline'], { cwd });
    const again = await runAction({ files, config: 'loud.yaml', baseline: 'old event.json' });
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('nothing new, 1 known') });
  });

  test('an input is never run', async () => {
    const { code, stderr } = await runAction({ files: '$(touch pwned); `touch pwned`\n--list-rules' });
    expect(code).toBe(2);
    expect(stderr).toContain('no such file');
    await expect(readFile(join(cwd, 'pwned'))).rejects.toThrow('ENOENT');
    const [{ run }] = action.runs.steps;
    expect(run).not.toContain('${{');
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const files = new RegExp(hook.files);
  const run = (...names: string[]) =>
    execute('sh', ['-c', `${hook.entry} "$@"`, 'hook', ...names], { cwd, env: { PATH: path } });

  test('the hook fails with what is wrong, and passes what is right', async () => {
    const { code, stdout } = await run('good.roadbook.yaml', 'day two/bad.roadbook.yaml');
    expect(stdout).toContain('day two/bad.roadbook.yaml:26:10: error');
    expect(code).toBe(1);
    expect((await run('good.roadbook.yaml')).code).toBe(0);
  });

  test.each([
    'a/stage.roadbook.yaml',
    'x.roadbook.yml',
    'x.roadbook.json',
    'x.gpx',
    'x.rn',
    'x.rn2',
    'x.tlp',
  ])('takes %s', (name) => expect(name).toMatch(files));
  test.each(['compose.yaml', 'package.json', 'x.csv', 'gpx', 'x.gpx.bak', 'roadbook.yaml'])(
    'leaves %s',
    (name) => expect(name).not.toMatch(files),
  );
});

test('every verb that docs/editors.md names is there', async () => {
  const page = await readFile(join(root, 'docs/editors.md'), 'utf8');
  const { stdout } = await roadbook(['--help']);
  const named = [...page.matchAll(/(?:^|`|\$ )roadbook ([a-z]+)/gm)].map(([, verb]) => verb);
  expect(named).toContain('lsp');
  for (const verb of named) expect(stdout).toMatch(new RegExp(`^  ${verb}\\b`, 'm'));
});
