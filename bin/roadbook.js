#!/usr/bin/env node
// CommonJS, for Node starts it soonest. What is done at once is done by one small file, the rest by the whole program.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const main = join(__dirname, '..', 'dist', 'main.js');

/** @param {readonly string[]} args */
async function isDoneAtOnce(args) {
  if (args[0] !== 'check') return false;
  const { loadQuickCheck } = require('./quick.js');
  const { env, stdout } = process;
  const { quickCheck } = loadQuickCheck();
  return (await quickCheck?.(args, { cwd: process.cwd(), env, stdout })) ?? false;
}

async function start() {
  const args = process.argv.slice(2);
  if (!existsSync(main)) {
    process.stderr.write('roadbook is not built: run `npm run build`\n');
    process.exitCode = 3;
  } else if (!(await isDoneAtOnce(args))) {
    const { pathToFileURL } = require('node:url');
    const program = await import(pathToFileURL(main).href);
    process.exitCode = await program.main(args);
  }
}

start();
