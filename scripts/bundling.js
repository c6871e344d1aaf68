/** What esbuild is told about packages, for a smaller or faster bundle. Each plugin fails when it is no longer needed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Yoga, Ink's layouter, reads the WebAssembly that it carries by `fetch`, which loads Node's HTTP client: 6 MB and a tenth
 * of the cockpit's start. Without `fetch` it decodes it itself.
 */
export const yogaWithoutFetch = replacing(
  'yoga-without-fetch',
  /yoga-wasm-base64-esm\.js$/,
  'typeof fetch',
  'typeof undefined',
);

/** string-width makes a segmenter when it is loaded, a tenth of a second of work for a text that may well be ASCII. */
export const segmenterOnUse = replacing(
  'segmenter-on-use',
  /string-width[/\\]index\.js$/,
  'const segmenter = new Intl.Segmenter();',
  'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };',
);

/**
 * geolib is CommonJS, of which a bundle keeps all; of its 40 KB one function is used. Another that is to be used goes here.
 * @type {import('esbuild').Plugin}
 */
export const geolibInParts = {
  name: 'geolib-in-parts',
  setup(build) {
    build.onResolve({ filter: /^geolib$/ }, ({ path }) => ({ path, namespace: 'part', sideEffects: false }));
    build.onLoad({ filter: /^geolib$/, namespace: 'part' }, () => ({
      contents: "export { default as getDistance } from 'geolib/es/getDistance';",
      resolveDir: import.meta.dirname,
    }));
  },
};

/**
 * What is done by Node's Buffer in the command line is done by TextDecoder in the library, so that it runs in a browser.
 * @type {import('esbuild').Plugin}
 */
export const bytesAnywhere = {
  name: 'bytes-anywhere',
  setup(build) {
    build.onResolve({ filter: /\/bytes\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('bytes.ts', 'bytes-anywhere.ts')),
    }));
  },
};

/**
 * Leaves the project's own `import()` as it is: for a bundle that never gets there.
 * @type {import('esbuild').Plugin}
 */
export const nothingOnUse = {
  name: 'nothing-on-use',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : null,
    );
  },
};

/**
 * @param {string} name @param {RegExp} filter @param {string} before @param {string} after
 * @returns {import('esbuild').Plugin}
 */
function replacing(name, filter, before, after) {
  return {
    name,
    setup(build) {
      build.onLoad({ filter }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!source.includes(before)) throw new Error(`${path} is another now: see ${name}`);
        return { contents: source.replaceAll(before, after), loader: 'js' };
      });
    },
  };
}
