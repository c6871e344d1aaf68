import { mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, readRoadbook, start, step, view } from '../src/index.ts';
import { execute, root } from './support/run.ts';

/** What docs/library.md shows, and what it says that it prints. */
const page = await readFile(`${root}docs/library.md`, 'utf8');
const [, example = ''] = /```js\n(.*?)```/s.exec(page) ?? [];
const [, printed = ''] = /prints\n\n```text\n(.*?)```/s.exec(page) ?? [];

/** A project that has the package installed. */
let project = '';

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'roadbook-'));
  await mkdir(join(project, 'node_modules'));
  await symlink(root, join(project, 'node_modules', 'roadbook'), 'junction');
});

it('the example of docs/library.md runs as it stands', async () => {
  await writeFile(join(project, 'example.mjs'), example);
  expect(await execute(process.execPath, [join(project, 'example.mjs')])).toEqual({
    code: 0,
    stdout: printed,
    stderr: '',
  });
});

describe('in a browser', () => {
  /** The package as a bundler makes a script of it, for the global `roadbook`. */
  async function bundled(contents: string): Promise<string> {
    const { outputFiles, warnings } = await build({
      stdin: { contents, resolveDir: project },
      bundle: true,
      platform: 'browser',
      preserveSymlinks: true,
      format: 'iife',
      globalName: 'roadbook',
      write: false,
      logLevel: 'silent',
    });
    expect(warnings).toEqual([]);
    return outputFiles[0]?.text ?? '';
  }

  it('compile, start, step and view need nothing that is not the language', async () => {
    const script = await bundled(`export { compile, start, step, view } from 'roadbook'`);
    const sample = `${root}roadbooks/shakedown.roadbook.yaml`;
    const { roadbook } = await readRoadbook(await readFile(sample), sample);
    if (roadbook === null) throw new Error('the sample does not read');
    const drive = `
      const stage = compile(roadbook);
      let state = start(stage);
      const all = [];
      for (let i = 0; i * 7 <= stage.length; i++) {
        const [after, effects] = step(stage, state, { type: 'wheel', t: i * 300, raw: i * 7 });
        state = after;
        all.push(...effects);
      }
      JSON.stringify([all, state, view(stage, state)]);`;
    const here = new Function(
      'compile',
      'start',
      'step',
      'view',
      'roadbook',
      drive.replace('JSON', 'return JSON'),
    );
    const bare = createContext({});
    runInContext(script, bare);
    const there: unknown = runInContext(
      `(() => { const { compile, start, step, view } = globalThis.roadbook;
        const roadbook = ${JSON.stringify(roadbook)};
        ${drive.replace('JSON.stringify', 'return JSON.stringify')} })()`,
      bare,
    );
    expect(runInContext('typeof process + typeof Buffer + typeof require', bare)).toBe(
      'undefinedundefinedundefined',
    );
    expect(there).toBe(here(compile, start, step, view, roadbook));
    expect(String(there).length).toBeGreaterThan(2000);
  });

  it('the example prints the same', async () => {
    const script = await bundled(`export * from 'roadbook'`);
    const lines: string[] = [];
    const context = createContext({
      TextDecoder,
      TextEncoder,
      console: { log: (line: string) => lines.push(line) },
    });
    runInContext(script, context);
    const body = example.replace(/^import (\{.*\}) from 'roadbook';$/m, 'const $1 = globalThis.roadbook;');
    expect(body).not.toBe(example);
    await runInContext(`(async () => {${body}})()`, context);
    expect(`${lines.join('\n')}\n`).toBe(printed);
  });

  it.each(['desert-day.gpx', 'desert-day.roadbook.yaml'])('%s is read', async (name) => {
    const script = await bundled(`export { readRoadbook } from 'roadbook'`);
    const bytes = await readFile(`${root}roadbooks/${name}`);
    const context = createContext({ TextDecoder, bytes: new Uint8Array(bytes) });
    runInContext(script, context);
    const found: unknown = await runInContext(
      `globalThis.roadbook.readRoadbook(bytes, '${name}').then(({ roadbook }) => JSON.stringify(roadbook))`,
      context,
    );
    expect(found).toBe(JSON.stringify((await readRoadbook(bytes, name)).roadbook));
  });
});
