/**
 * Bundles src into dist with esbuild: an entry for the command line, one for the library, and a chunk for
 * each part that is loaded on use. A file is written beside its place and renamed over it, and only when its
 * content changed, so a roadbook that starts during a build finds a complete program.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as esbuild } from 'esbuild';
import { bytesAnywhere, geolibInParts, nothingOnUse, segmenterOnUse, yogaWithoutFetch } from './bundling.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/** @satisfies {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  mainFields: ['module', 'main'],
  loader: { '.md': 'text' },
  define: {
    'process.env.NODE_ENV': '"production"',
    ROADBOOK_VERSION: JSON.stringify(version),
    ROADBOOK_WORKER: '"../worker.js"',
  },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  write: false,
};

/** @satisfies {import('esbuild').BuildOptions} */
export const options = {
  ...common,
  entryPoints: { main: 'src/cli/main.ts', worker: 'src/commands/worker.ts' },
  chunkNames: 'chunks/[name]-[hash]',
  // Native, optional, and loaded on use.
  external: ['serialport'],
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  plugins: [yogaWithoutFetch, segmenterOnUse, geolibInParts],
  alias: { 'react-devtools-core': './scripts/stub/empty.js' },
  // commander is CommonJS and requires node:events and its like.
  banner: {
    js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
  },
};

/**
 * The library: no module of Node, so that a browser's bundler can take it.
 * @satisfies {import('esbuild').BuildOptions}
 */
const library = {
  ...common,
  entryPoints: { index: 'src/index.ts' },
  chunkNames: 'library/[name]-[hash]',
  platform: 'neutral',
  target: 'es2022',
  plugins: [bytesAnywhere, geolibInParts],
};

/**
 * `check` of a clean roadbook in one file, and as CommonJS, which Node loads soonest.
 * @satisfies {import('esbuild').BuildOptions}
 */
export const quick = {
  ...common,
  entryPoints: { 'quick-check': 'src/commands/quick-check.ts' },
  outExtension: { '.js': '.cjs' },
  splitting: false,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  plugins: [geolibInParts, nothingOnUse],
  alias: { zod: './scripts/stub/no-schema.js', saxes: './scripts/stub/no-parser.js' },
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
    .filter((path) => !keep.has(path) && !relative(dist, path).startsWith('types') && !path.endsWith('.tmp'));
  await Promise.all(stale.map((path) => rm(path, { force: true })));
}

export async function build() {
  const built = await Promise.all([options, library, quick].map(esbuild));
  const outputFiles = built.flatMap((one) => one.outputFiles ?? []);
  const isChunk = (/** @type {string} */ path) => ['chunks', 'library'].includes(basename(dirname(path)));
  // What was compiled from the quick check of before must never meet the new one.
  await rm(join(dist, 'quick-check.v8'), { force: true });
  // Chunks first: an entry must never name a chunk that is not there yet.
  for (const wave of [true, false]) {
    const files = outputFiles.filter((file) => isChunk(file.path) === wave);
    await Promise.all(files.map((file) => put(file.path, file.contents)));
  }
  execFileSync(process.execPath, [join(root, 'scripts/compile-quick.js')]);
  await sweep(new Set([join(dist, 'quick-check.v8'), ...outputFiles.map((file) => file.path)]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
