import { spawn } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/main.ts';
import type { CommandEntry, Io } from '../../src/commands/command.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end; `roadbook(...)` below is the usual way in. */
export async function execute(
  program: string,
  args: readonly string[],
  { cwd = root, env = {}, input = '' }: { cwd?: string; env?: Record<string, string>; input?: string } = {},
): Promise<Outcome> {
  // Node warns on stderr when both colour variables are set.
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const child = spawn(program, args, { cwd, env: { ...inherited, ...env } });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

/** The built executable, as a user runs it. */
export function roadbook(args: readonly string[], options?: Parameters<typeof execute>[2]): Promise<Outcome> {
  return execute(process.execPath, [`${root}bin/roadbook.js`, ...args], options);
}

/** The same in this process, with streams of its own and, if given, other verbs. */
export async function inProcess(
  args: readonly string[],
  {
    registry,
    env = {},
    cwd = root,
    input = '',
    clean = new Set(),
  }: {
    registry?: readonly CommandEntry[];
    env?: Record<string, string>;
    cwd?: string;
    input?: string;
    clean?: ReadonlySet<string>;
  } = {},
): Promise<Outcome> {
  const stdin = new PassThrough();
  stdin.end(input);
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const io: Io = { stdin, stdout, stderr, env, cwd, clean };
  const heard = Promise.all([text(stdout), text(stderr)]);
  const code = await main(args, io, registry);
  stdout.end();
  stderr.end();
  const [out, err] = await heard;
  return { code, stdout: out, stderr: err };
}
