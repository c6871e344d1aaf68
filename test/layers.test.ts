import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layers, violations } from './support/layers.ts';
import { root } from './support/run.ts';

const src = join(root, 'src');
const files = (await readdir(src, { recursive: true }))
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path));

test('src keeps its layers', async () => {
  expect(files).toContain('cli/main.ts');
  const found = await Promise.all(
    files.map(async (path) => violations(path, await readFile(join(src, path), 'utf8'))),
  );
  expect(found.flat()).toEqual([]);
});

test('the table has no cycle: a layer imports only layers above it in the table', () => {
  const order = Object.keys(layers);
  for (const [name, layer] of Object.entries(layers)) {
    for (const other of [...layer.imports, ...(layer.types ?? [])]) {
      expect(order, `${name} imports ${other}`).toContain(other);
      expect(order.indexOf(other), `${name} imports ${other}`).toBeLessThan(order.indexOf(name));
    }
  }
});

describe('the checker', () => {
  test.each([
    ['model/a.ts', "import { x } from '../rules/b.ts';", 'model imports rules'],
    ['formats/a.ts', "import type { X } from '../rules/b.ts';", 'formats imports rules'],
    ['rules/deep/a.ts', "export * from '../../formats/b.ts';", 'rules imports formats'],
    ['rules/a.ts', "const x = await import('../formats/b.ts');", 'rules imports formats'],
    ['seal/a.ts', "type X = import('../model/b.ts').X;", 'seal imports model'],
    ['text/a.ts', "import '../../test/b.ts';", 'text imports ../../test/b.ts from outside src'],
    ['stage/a.ts', "import x from '../index.ts';", 'stage imports ../index.ts'],
    ['stage/a.ts', 'const x = await import(name);', null],
    ['nav/a.ts', "import type { X } from '../model/b.ts';", null],
    ['nav/a.ts', "import { x } from '../model/b.ts';", 'nav imports model'],
    ['nav/a.ts', "import { readFile } from 'node:fs';", 'nav imports the package node:fs'],
    ['nav/a.tsx', "import { useState } from 'react';", 'nav imports the package react'],
    ['nav/a.ts', 'const x = Date.now();', 'nav uses Date'],
    ['nav/a.ts', 'const x = Math.random();', 'nav uses Math.random'],
    ['nav/a.ts', 'const x = globalThis.process;', 'nav uses process'],
    ['nav/a.ts', '// no Date here\nconst x = { Date: Math.max(1, y.process) };', null],
    ['print/a.ts', 'console.log(1);', 'print uses console'],
    ['print/a.ts', "import process from 'node:process';", 'print uses process'],
    ['print/a.ts', "import { Box } from 'ink';", 'print imports ink'],
    ['commands/a.ts', 'console.log(process.argv);', null],
    ['misc/a.ts', 'export {};', "the folder 'misc' has no layer"],
    ['text/a.ts', 'x;\n'.repeat(300), null],
    ['text/a.ts', `/**\n * Generated from a.md.\n */\n${'x;\n'.repeat(300)}`, null],
    ['text/a.ts', 'x;\n'.repeat(301), '301 lines, more than 300'],
  ])('%s with %j: %s', (path, source, expected) => {
    expect(violations(path, source)).toEqual(expected === null ? [] : [`${path}: ${expected}`]);
  });
});
