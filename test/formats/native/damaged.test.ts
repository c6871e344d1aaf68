import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../../src/formats/format.ts';
import { json, yaml } from '../../../src/formats/native/format.ts';
import { readRoadbook } from '../../../src/formats/read.ts';
import type { Roadbook } from '../../../src/model/roadbook.ts';
import { byteChange, changedBytes, changedTree, treeChange } from '../../support/mutate.ts';
import { root } from '../../support/run.ts';
import { survives } from '../../support/survives.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 700);
const everything = readFileSync(join(root, 'test/fixtures/native/everything.roadbook.yaml'), 'utf8');
const whole = yaml.read?.({ file: '-', text: everything }).roadbook ?? null;
const model = JSON.stringify(whole, null, 1);

const written = (format: Format, roadbook: Roadbook | null) =>
  (roadbook && format.write?.(roadbook, {}).text) ?? '';

describe('whatever is done to it, a roadbook is read as far as it goes, and that can be written', () => {
  const bytes = fc.tuple(
    fc.array(byteChange, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(1, 1, 0.7, 0.3),
  );
  const texts = { yaml: everything, json: written(json, whole) };

  test.each(Object.entries(texts))('bytes of %s', async (kind, text) => {
    const name = `stage.roadbook.${kind}`;
    await fc.assert(
      fc.asyncProperty(bytes, async ([changes, cut]) => {
        const damaged = changedBytes(Buffer.from(text), changes, cut);
        await survives(damaged, name);
        const { roadbook } = await readRoadbook(damaged, name);
        for (const format of roadbook ? [yaml, json] : []) {
          const again = format.read?.({ file: '-', text: written(format, roadbook) });
          // As text, which knows no −0.
          expect(JSON.stringify(again?.roadbook)).toBe(JSON.stringify(roadbook));
        }
      }),
      { seed: 7, numRuns: runs },
    );
  });

  test.each([
    ['by hand', texts.json],
    ['of the model', model],
  ])('the tree %s', async (_, text) => {
    await fc.assert(
      fc.asyncProperty(fc.array(treeChange, { minLength: 1, maxLength: 4 }), async (changes) => {
        await survives(Buffer.from(changedTree(text, changes)), 'stage.roadbook.json');
      }),
      { seed: 8, numRuns: runs },
    );
  });
});

const many = 20_000;
const notes = 'roadbook: 1\nnotes:\n';
const bombs: Readonly<Record<string, string>> = {
  'open brackets': `${notes}  - km: ${'['.repeat(many)}`,
  'open braces': `{"notes":${'{"a":'.repeat(many)}`,
  'nested dashes': notes + '- '.repeat(many),
  'nested question marks': notes + '? '.repeat(many),
  'anchors on anchors': `${notes}${lines(30, (i) => `${' '.repeat(i + 1)}&a${i} [a]`)}`,
  'aliases of aliases': `a: &a0 [x]\n${lines(40, (i) => `b${i}: &a${i + 1} [${`*a${i},`.repeat(9)}x]`)}\nnotes: []\n`,
  'merges of merges': `a: &a0 {k: 1}\n${lines(500, (i) => `b${i}: &a${i + 1} {<<: *a${i}}`)}\nnotes: []\n`,
  'quotes that never close': `${notes}${'  - text: "a\n'.repeat(5000)}`,
  'escaped quotes in JSON': `{"notes":"${'\\"'.repeat(many)}`,
  'a long key': `${notes}  - ${'k'.repeat(many)}: 1\n`,
  'many keys': `${notes}  - a: 1\n${lines(5000, (i) => `    k${i}: 1`)}`,
  'a long number': `${notes}  - cap: 1${' '.repeat(many)}x!\n`,
  'a long list': `${notes}  - wp: [${'DX,'.repeat(many)}]\n`,
  'blank lines': `${notes}  - text: a${'\n'.repeat(many)}    cap: 3\n`,
  'dashes in a row': `${notes}  - text: [\n${'-'.repeat(many)}`,
};

function lines(count: number, line: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => line(i)).join('\n');
}

// As a ratio to reading as much that is in order, so that a slow machine does not matter; a blow-up is a thousandfold.
test.each(Object.entries(bombs))('%s: no time lost, no word too many', async (_, text) => {
  const spent = async (one: string) => {
    const before = process.cpuUsage().user;
    const { diagnostics } = await readRoadbook(Buffer.from(one), 'a.roadbook.yaml');
    return { time: process.cpuUsage().user - before, found: diagnostics.length };
  };
  // A key in quotes is for the parser that reads damaged texts too.
  const inOrder = `"event": a\n${notes}${'  - km: 1\n    text: a\n'.repeat(many / 10)}`;
  const usual = Math.min((await spent(inOrder)).time, (await spent(inOrder)).time);
  const { time, found } = await spent(text);
  expect(time / usual).toBeLessThan(100);
  expect(found).toBeLessThanOrEqual(1001);
});
