/** Keeps what V8 makes of the quick check while it checks a sample, for `bin/quick.js` to start with. */
import { renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiled = join(root, 'dist/quick-check.v8');
const { loadQuickCheck } = createRequire(import.meta.url)('../bin/quick.js');

const { script, quickCheck } = loadQuickCheck();
const stdout = { write() {}, on() {} };
const samples = ['shakedown', 'desert-day'].map((name) => join(root, 'roadbooks', `${name}.roadbook.yaml`));
if (!(await quickCheck(['check', ...samples], { cwd: root, env: {}, stdout })))
  throw new Error('the samples are not clean');
// Not as far as its end, for its pictures ask a schema; but what reads GPX is compiled by then.
await quickCheck(['check', join(root, 'roadbooks/shakedown.gpx')], { cwd: root, env: {}, stdout });
writeFileSync(`${compiled}.tmp`, script.createCachedData());
renameSync(`${compiled}.tmp`, compiled);
