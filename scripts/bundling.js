/** What esbuild is told about packages, for a smaller or faster bundle. Each plugin fails when it is no longer needed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is changed in packages that the program bundles. */
export const lighter = [
  // Yoga, Ink's layouter, reads the WebAssembly that it carries by `fetch`, which loads Node's HTTP client, 6 MB; and waits for it
  // at its top level, as no CommonJS can. It is compiled there and then.
  replacing('yoga-at-once', /yoga-wasm-base64-esm\.js$/, {
    'typeof fetch': 'typeof undefined',
    'ya().then(function(f){return WebAssembly.instantiate(f,d)}).then(function(f){return f}).then(e,':
      'Promise.resolve(e({instance:new WebAssembly.Instance(new WebAssembly.Module(wa()),d)})).catch(',
  }),
  replacing('yoga-not-awaited', /yoga-layout[/\\]dist[/\\]src[/\\]index\.js$/, {
    'const Yoga = wrapAssembly(await loadYoga());':
      'const made = {}; loadYoga(made); const Yoga = wrapAssembly(made);',
  }),
  // Ink waits at its top level too, for tools of those who develop Ink.
  replacing('ink-without-tools', /ink[/\\]build[/\\]reconciler\.js$/, { 'isDev()': 'false' }),
  // Child processes, and sockets with them, are for verbs that are programs of their own: ours are not.
  replacing('commander-alone', /commander[/\\]lib[/\\]command\.js$/, {
    "require('node:child_process')": 'null',
  }),
  // A segmenter and the set of all emoji cost more than a start, for a text that may well be ASCII.
  replacing('widths-on-use', /string-width[/\\]index\.js$/, {
    'const segmenter = new Intl.Segmenter();':
      'let made; const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };',
    'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;':
      'let emoji; const rgiEmojiRegex = { test: (text) => (emoji ??= /^\\p{RGI_Emoji}$/v).test(text) };',
  }),
];

/** Packages that few verbs use: each is a file beside the program, by this name, which is read when it is first run. */
export const apart = {
  ink: 'ink',
  react: 'react',
  jsx: 'react/jsx-runtime',
  age: 'age-encryption',
  bls: '@noble/curves/bls12-381.js',
  chokidar: 'chokidar',
};

/** @type {import('esbuild').Plugin} */
export const packagesApart = {
  name: 'packages-apart',
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) => {
      const [name] = Object.entries(apart).find(([, one]) => one === path) ?? [];
      return name === undefined || kind === 'entry-point' ? null : { path: `./${name}.cjs`, external: true };
    });
  },
};

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
 * Leaves the project's own `import()` as it is, for a bundle that never gets there; but for readers of what is clean.
 * @type {import('esbuild').Plugin}
 */
export const nothingOnUse = {
  name: 'nothing-on-use',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path, kind }) =>
      kind === 'dynamic-import' && !path.endsWith('/clean.ts') ? { path, external: true } : null,
    );
  },
};

/**
 * @param {string} name @param {RegExp} filter @param {Readonly<Record<string, string>>} replacements
 * @returns {import('esbuild').Plugin}
 */
function replacing(name, filter, replacements) {
  return {
    name,
    setup(build) {
      build.onLoad({ filter }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [before, after] of Object.entries(replacements)) {
          if (!contents.includes(before)) throw new Error(`${path} is another now: see ${name}`);
          contents = contents.replaceAll(before, after);
        }
        return { contents, loader: 'js' };
      });
    },
  };
}
