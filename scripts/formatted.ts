import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The source of a module that is to stand at `path`, laid out as the rest of the source is. */
export function formatted(path: string, source: string): string {
  const { stdout, stderr, status } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['format', `--stdin-file-path=${path}`],
    { cwd: root, input: source, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`biome: ${stderr}`);
  // Lines are broken before superfluous brackets go, so a second round may change them.
  return stdout === source ? source : formatted(path, stdout);
}
