import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { root } from '../support/run.ts';
import { sealingFolder } from './sealed-stage.ts';

// What others on the machine see of a drive that was opened by a code: Linux shows a process's arguments and environment.
test.skipIf(!existsSync('/proc/self/cmdline'))(
  'a drive of a sealed stage shows no secret to other programs, and leaves nothing in the temporary folder',
  async () => {
    const folder = sealingFolder();
    await folder.sealed();
    const code = await folder.code();
    const { stdout: key } = await folder.run(['release', 'stage.release.json', '--identity', '-']);
    await mkdir(folder.path('tmp'));
    const child = spawn(
      process.execPath,
      [`${root}bin/roadbook.js`, 'drive', 'stage.age', '--headless', '--realtime', '--code-file', '-'],
      { cwd: folder.cwd, env: { ...folder.env, TMPDIR: folder.path('tmp') }, stdio: 'pipe' },
    );
    try {
      child.stdin.end(`${code}\n`);
      child.stderr.resume();
      const first = await new Promise<string>((resolve) => {
        child.stdout.once('data', (data) => resolve(String(data)));
        child.once('exit', (exit) => resolve(`ended with ${exit}`));
      });
      expect(first).toMatch(/^\{/);
      const seen = await Promise.all(
        ['cmdline', 'environ'].map((name) => readFile(`/proc/${child.pid}/${name}`, 'utf8')),
      );
      expect(seen[0]).toContain('stage.age');
      const secrets = [...(code.match(/(?:\w+ ?){3}/g) ?? []), /AGE-SECRET-KEY-\w+/.exec(key)?.[0] ?? code];
      for (const text of seen) for (const secret of secrets) expect(text).not.toContain(secret.trim());
      expect(await readdir(folder.path('tmp'))).toEqual([]);
    } finally {
      child.kill('SIGKILL');
    }
  },
);
