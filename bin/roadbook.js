#!/usr/bin/env node
// CommonJS, for Node starts it soonest. What is done at once is done by one small file, the rest by the whole program.
const { existsSync } = require('node:fs');
const { programFor, textOf } = require('./program.js');

async function start() {
  const args = process.argv.slice(2);
  const [verb = ''] = args;
  if (!existsSync(textOf('program'))) {
    process.stderr.write('roadbook is not built: run `npm run build`\n');
    process.exitCode = 3;
    return;
  }
  const { run } = programFor(/^[a-z]+$/.test(verb) ? verb : 'any');
  if (verb !== 'check') {
    process.exitCode = await run('program').main(args);
    return;
  }
  const { env, stdout, stderr } = process;
  const { isDone, clean } = await run('quick-check').quickCheck(args, {
    cwd: process.cwd(),
    env,
    stdout,
    stderr,
  });
  if (!isDone) process.exitCode = await run('program').goOn(args, clean);
}

start();
