/** `npm run bench [name…] [-- --minutes 10]`: every table, or those named. One array; to add a bench, write its file and a line here. */
import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { cockpit } from './cockpit.ts';
import { core } from './core.ts';
import { formats } from './formats.ts';
import { monteCarlo } from './monte-carlo.ts';
import { seal } from './seal.ts';
import { startUp } from './start-up.ts';

const { values, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string' } },
});
const minutes = values.minutes === undefined ? null : Number(values.minutes);

const benches: Readonly<Record<string, () => string | Promise<string>>> = {
  'start-up': startUp,
  core,
  check,
  cockpit: () => cockpit(minutes),
  formats,
  'monte-carlo': monteCarlo,
  seal,
};

const unknown = named.filter((name) => !(name in benches));
if (minutes !== null && !(minutes > 0)) {
  console.error(`--minutes takes a number above 0, not '${values.minutes}'`);
  process.exitCode = 2;
} else if (unknown.length > 0) {
  console.error(`no bench '${unknown.join("', '")}'; there are: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const [name, bench] of Object.entries(benches)) {
    if (named.length === 0 || named.includes(name)) console.log(await bench());
  }
}
