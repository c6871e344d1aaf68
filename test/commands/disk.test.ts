import { existsSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { execute, roadbook, root } from '../support/run.ts';

const shakedown = `${root}roadbooks/shakedown.roadbook.yaml`;
const drive = (journal: string) => ['drive', shakedown, '--headless', '--journal', journal];

async function newJournal(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'roadbook-')), 'run.journal');
}

/** The drive went on to the finish, and the trouble was said once. */
function wentOn({ code, stdout, stderr }: Awaited<ReturnType<typeof execute>>, why: RegExp): void {
  expect(stderr.match(/the journal cannot be written/g)).toHaveLength(1);
  expect(stderr).toMatch(why);
  expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    summary: { finished: true },
  });
  expect(code).toBe(0);
}

describe('driving goes on, and it is said', () => {
  it.skipIf(!existsSync('/sys/kernel'))('in a folder where nobody may write', async () => {
    wentOn(await roadbook(drive('/sys/kernel/roadbook.journal')), /EACCES|EPERM|EROFS|ENOENT/);
  });

  it.skipIf(process.platform === 'win32')('when no more of the file can be written', async () => {
    const journal = await newJournal();
    // A limit of 4 KiB for each file; without the trap the system would end the process.
    const script = `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`;
    const args = ['-c', script, process.execPath, `${root}bin/roadbook.js`, ...drive(journal)];
    wentOn(await execute('sh', args), /EFBIG/);
    const kept = readJournal(await readFile(journal));
    expect(kept).toMatchObject({ ok: true, ended: false });
  });

  it.each([
    ['fdatasyncSync', 'EIO', 'i/o error'],
    ['writeSync', 'ENOSPC', 'no space left on device'],
  ])('when %s fails with %s', async (call, code, message) => {
    const hook = `import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const real = fs.${call};
      let calls = 0;
      fs.${call} = (...args) => {
        if (++calls > 5) throw Object.assign(new Error('${code}: ${message}'), { code: '${code}' });
        return real(...args);
      };
      syncBuiltinESMExports();`;
    const journal = await newJournal();
    const imported = `data:text/javascript,${encodeURIComponent(hook)}`;
    const program = ['--import', imported, `${root}bin/roadbook.js`, ...drive(journal)];
    wentOn(await execute(process.execPath, program), new RegExp(`${code}: ${message}`));
    expect(readJournal(await readFile(journal))).toMatchObject({ ok: true });
  });
});

it('a journal where a file of that name is, is a wrong call', async () => {
  const { code, stderr } = await roadbook(drive(shakedown));
  expect(stderr).toMatch(/cannot keep a journal: EEXIST/);
  expect(code).toBe(2);
});
