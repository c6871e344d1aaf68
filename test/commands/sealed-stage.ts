import { mkdtempSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProcess, root } from '../support/run.ts';

export const shakedown = join(root, 'roadbooks/shakedown.roadbook.yaml');

/** A folder with an organiser's key in it, and verbs that run there as an organiser and crew who share it. */
export function sealingFolder() {
  const cwd = mkdtempSync(join(tmpdir(), 'roadbook-seal-'));
  const env = { HOME: cwd, XDG_CONFIG_HOME: join(cwd, 'config'), XDG_STATE_HOME: join(cwd, 'state') };
  const run = (args: readonly string[], input = '') => inProcess(args, { cwd, env, input });
  return {
    cwd,
    env,
    run,
    path: (name: string) => join(cwd, name),
    read: (name: string) => readFile(join(cwd, name)),
    write: (name: string, content: string | Uint8Array) => writeFile(join(cwd, name), content),
    /** Seals the shakedown as stage.age, with its codes in stage.release.json, and trusts the key. */
    async sealed(...options: string[]) {
      await run(['keygen', '--no-passphrase']);
      const done = await run([
        'seal',
        shakedown,
        '--not-before',
        '2026-10-12T07:25:00Z',
        '-o',
        'stage.age',
        ...options,
      ]);
      await run(['trust', 'stage.age']);
      return done;
    },
    /** The eighteen words, as the release file has them. */
    async code(file = 'stage.release.json', at = 0): Promise<string> {
      const { sealed } = JSON.parse(await readFile(join(cwd, file), 'utf8'));
      return sealed[at].code;
    },
  };
}
