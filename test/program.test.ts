import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from './support/run.ts';

/** Much that lives for a while, as V8 sees it with the flags of a verb; then the size of its space for what is new, MiB. */
const churn = `
  require('./bin/program.js').programFor(process.argv[1]);
  let kept = [];
  for (let i = 0; i < 400; i++) {
    kept = kept.slice(-20_000);
    for (let k = 0; k < 5_000; k++) kept.push({ k });
  }
  const spaces = require('node:v8').getHeapSpaceStatistics();
  console.log(spaces.find(({ space_name }) => space_name === 'new_space').space_size / 2 ** 20);
`;

function newSpace(verb: string): number {
  return Number(execFileSync(process.execPath, ['-e', churn, verb], { cwd: root, encoding: 'utf8' }));
}

test.skipIf(Number.parseInt(process.versions.v8, 10) > 14)(
  'with a cockpit the space for what is new stays as small as it begins, else it grows',
  () => {
    expect(newSpace('drive')).toBeLessThanOrEqual(2);
    expect(newSpace('rehearse')).toBeLessThanOrEqual(2);
    expect(newSpace('show')).toBeGreaterThan(8);
  },
);
