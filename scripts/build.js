/**
 * Bundles src into dist with esbuild: the program in one file, in which each part is run on use, and the library in chunks.
 * Then V8 runs samples, and what it compiled for each verb is kept. A file is written beside its place and renamed over it, and
 * only when its content changed, so a roadbook that starts during a build finds a complete program.
 */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build as esbuild } from 'esbuild';
import { apart, bytesAnywhere, geolibInParts, lighter, nothingOnUse, packagesApart } from './bundling.js';
import { samples } from './samples.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const execute = promisify(execFile);
const program = join(dist, 'program');
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  mainFields: ['module', 'main'],
  loader: { '.md': 'text' },
  define: {
    'process.env.NODE_ENV': '"production"',
    ROADBOOK_VERSION: JSON.stringify(version),
  },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
};

/**
 * The command line, as CommonJS, which Node loads soonest; packages that few verbs use are files of their own.
 * @satisfies {import('esbuild').BuildOptions}
 */
export const options = {
  ...common,
  outdir: 'dist/program',
  entryPoints: { program: 'src/cli/program.ts', ...apart },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  supported: { 'dynamic-import': false },
  // Native, optional, and loaded on use.
  external: ['serialport'],
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  plugins: [...lighter, geolibInParts, packagesApart],
  alias: {
    'react-devtools-core': './scripts/stub/empty.js',
    // Ink's helpers bring two older ones.
    'string-width': './node_modules/string-width/index.js',
  },
  define: { ...common.define, 'import.meta.url': 'here', ROADBOOK_WORKER: '"../../bin/worker.js"' },
  banner: { js: "const here=require('node:url').pathToFileURL(__filename).href;" },
};

/**
 * `check` of a clean roadbook, with no schema and no parser that goes past errors.
 * @satisfies {import('esbuild').BuildOptions}
 */
const quick = {
  ...options,
  entryPoints: { 'quick-check': 'src/commands/quick-check.ts' },
  plugins: [geolibInParts, nothingOnUse],
  alias: { zod: './scripts/stub/no-schema.js', saxes: './scripts/stub/no-parser.js' },
  banner: {},
};

/**
 * The library: no module of Node, so that a browser's bundler can take it.
 * @satisfies {import('esbuild').BuildOptions}
 */
const library = {
  ...common,
  outdir: 'dist',
  splitting: true,
  format: 'esm',
  entryPoints: { index: 'src/index.ts' },
  chunkNames: 'library/[name]-[hash]',
  platform: 'neutral',
  target: 'es2022',
  plugins: [bytesAnywhere, geolibInParts],
};

/** @param {string} path @param {Uint8Array} contents */
async function put(path, contents) {
  const old = await readFile(path).catch(() => null);
  if (old?.equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  await writeFile(beside, contents);
  await rename(beside, path);
}

/** Removes what an earlier build left and this one did not write. @param {Set<string>} keep */
async function sweep(keep) {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const stale = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) => !keep.has(path) && !relative(dist, path).startsWith('types') && !/\.(tmp|v8)$/.test(path),
    );
  await Promise.all(stale.map((path) => rm(path, { force: true })));
}

/**
 * esbuild escapes what is not ASCII in strings, not in regular expressions; `bin/program.js` reads one byte a character.
 * @param {Uint8Array} contents
 */
function inAscii(contents) {
  const text = Buffer.from(contents).toString();
  const escaped = (/** @type {string} */ unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return Buffer.from(text.replace(/[\u0080-\uffff]/g, escaped), 'latin1');
}

/** What V8 compiled of an old program must never meet a new one: it goes first. @param {readonly { path: string, contents: Buffer }[]} files */
async function putProgram(files) {
  const old = await Promise.all(files.map(({ path }) => readFile(path).catch(() => null)));
  const compiled = (await readdir(program).catch(() => [])).filter((name) => name.endsWith('.v8'));
  const isMade = Object.keys(samples).every((verb) => compiled.some((name) => name.split('.')[1] === verb));
  if (!isMade || !files.every(({ contents }, i) => old[i]?.equals(contents))) {
    await Promise.all(compiled.map((name) => rm(join(program, name), { force: true })));
    for (const { path, contents } of files) await put(path, contents);
    const compile = (/** @type {string} */ verb) => [join(root, 'scripts/compile.js'), verb];
    await Promise.all(Object.keys(samples).map((verb) => execute(process.execPath, compile(verb))));
  }
}

export async function build() {
  const built = await Promise.all([options, quick, library].map(esbuild));
  const files = built.flatMap((one) => one.outputFiles ?? []);
  const [apart, chunks, entries] = [
    files
      .filter(({ path }) => dirname(path) === program)
      .map(({ path, contents }) => ({ path, contents: inAscii(contents) })),
    files.filter(({ path }) => basename(dirname(path)) === 'library'),
    files.filter(({ path }) => dirname(path) === dist),
  ];
  // Chunks first: an entry must never name a chunk that is not there yet.
  for (const { path, contents } of [...chunks, ...entries]) await put(path, contents);
  await putProgram(apart);
  await sweep(new Set(files.map((file) => file.path)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
