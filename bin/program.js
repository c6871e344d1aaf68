const { existsSync, readFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// A function is optimised when it has run eight times as long as V8 would wait: most calls are over by then, and what they need is
// bytecode; `long-work.ts` takes it back for many files. Flags are V8's own affair, so only that of Node 20, which was measured, is told.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

const folder = join(__dirname, '..', 'dist', 'program');

/** A file of the program, and what V8 made of it when it ran a verb: both without their folder. */
const textOf = (/** @type {string} */ name) => join(folder, `${name}.cjs`);
const compiledOf = (/** @type {string} */ name, /** @type {string} */ verb) =>
  join(folder, `${name}.${verb}.${process.platform}-${process.arch}.v8`);

/** The verbs with a cockpit, which is open for hours: compiled together, and kept small. */
const cockpits = ['drive', 'rehearse'];

/**
 * V8 doubles the space for what is new whenever enough has outlived its collections, up to 32 MB, newer ones further. A frame makes less
 * than 0.1 MB: the space stays as small as it begins. Every V8 from Node 20's to Node 26's knows the flag, and was measured.
 */
function keepSmall() {
  if (Number.parseInt(process.versions.v8, 10) <= 14) setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Runs files of the program, each on use, with what V8 compiled of them for this verb, or for any, at the build; a V8 of another
 * version or with other flags compiles anew. `scripts` are those that were run, by name.
 */
function programFor(/** @type {string} */ verb) {
  const isCockpit = cockpits.includes(verb);
  // Before anything is compiled: V8 takes only what was compiled with the same flags.
  if (isCockpit) keepSmall();
  const like = isCockpit ? 'drive' : verb;
  /** @type {Map<string, { script: Script, module: { exports: any } }>} */
  const files = new Map();
  const run = (/** @type {string} */ name) => {
    const known = files.get(name);
    if (known) return known.module.exports;
    const filename = textOf(name);
    // Before what was compiled of it: a build takes that away first and makes it last. It is all ASCII.
    const text = readFileSync(filename, 'latin1');
    const compiled = [like, 'any'].map((one) => compiledOf(name, one)).find(existsSync);
    const cachedData = compiled === undefined ? compiled : readFileSync(compiled);
    const script = new Script(wrap(text), { filename, cachedData });
    const module = { exports: {} };
    files.set(name, { script, module });
    const inside = (/** @type {string} */ id) =>
      id.startsWith('./') ? run(id.slice(2).replace(/\.cjs$/, '')) : require(id);
    script.runInThisContext()(module.exports, inside, module, filename, folder);
    return module.exports;
  };
  return { run, scripts: () => [...files].map(([name, { script }]) => ({ name, script })) };
}

module.exports = { compiledOf, programFor, textOf };
