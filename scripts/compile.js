/** `node scripts/compile.js VERB`: runs the samples of a verb and keeps what V8 compiled meanwhile, for bin/program.js to start with. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { samples } from './samples.js';

const cwd = fileURLToPath(new URL('..', import.meta.url));
const { compiledOf, programFor } = createRequire(import.meta.url)('../bin/program.js');
const [, , verb = 'any'] = process.argv;
const home = mkdtempSync(join(tmpdir(), 'roadbook-compile-'));
const env = { HOME: home, XDG_STATE_HOME: home, TERM: 'xterm-256color', LC_ALL: 'C.UTF-8' };

/** A terminal of memory, for the cockpit; whatever else is run writes to none. */
function streams(/** @type {boolean} */ isTTY) {
  const stdin = Object.assign(new PassThrough(), { isTTY, setRawMode() {} });
  const stdout = Object.assign(new PassThrough().resume(), { isTTY, columns: 120, rows: 40 });
  return { stdin, stdout, stderr: new PassThrough().resume(), env, cwd };
}

const { run, scripts } = programFor(verb);
for (const args of samples[verb] ?? []) {
  const isCockpit = verb === 'drive' && !args.includes('--headless');
  const io = streams(isCockpit);
  if (verb === 'check' && (await run('quick-check').quickCheck(args, io)).isDone) continue;
  const done = run('program').main(args, io);
  if (isCockpit) {
    await setTimeout(700);
    for (const key of ['q', 'y']) {
      await setTimeout(200);
      io.stdin.write(key);
    }
  }
  if ((await done) > 1) throw new Error(`roadbook ${args.join(' ')} fails`);
}
for (const { name, script } of scripts()) {
  const compiled = compiledOf(name, verb);
  writeFileSync(`${compiled}.tmp`, script.createCachedData());
  renameSync(`${compiled}.tmp`, compiled);
}
rmSync(home, { recursive: true });
process.exit();
