import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsText } from '../../../src/formats/native/text-keys.ts';
import { plainOf } from '../../../src/formats/tree/node.ts';
import { parseYaml } from '../../../src/formats/tree/yaml.ts';
import { parsePlainYaml } from '../../../src/formats/tree/yaml-plain.ts';
import { byteChange, changedBytes } from '../../support/mutate.ts';
import { outline } from '../../support/outline.ts';
import { root } from '../../support/run.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 3000);

/** Whether the small parser read the text, and then as the parser of all of YAML does: same values, same places, no findings. */
function agrees(text: string): boolean {
  const plain = parsePlainYaml(text, holdsText);
  if (plain === null) return false;
  const { root, diagnostics } = parseYaml(text, { holdsText });
  expect(diagnostics).toEqual([]);
  // Many times as fast as toEqual, which then shows the difference.
  if (!isDeepStrictEqual(plain.root(), root)) expect(plain.root()).toEqual(root);
  if (!isDeepStrictEqual(plain.value, root && plainOf(root)))
    expect(plain.value).toEqual(root && plainOf(root));
  return true;
}

describe('what it reads', () => {
  const samples = ['desert-day', 'shakedown'].map((name) => join(root, `roadbooks/${name}.roadbook.yaml`));
  test.each(samples)('%s', (file) => {
    expect(agrees(readFileSync(file, 'utf8'))).toBe(true);
  });

  test.each([
    [
      'mappings and lists by indentation',
      'a:\n  b: 1\n  c:\n    - d\n    - e: 2\n      f: 3\n    -\n      g: 4\nh: x\n',
    ],
    ['a list in the column of its key', 'a:\n- b\n- c: 1\nd: 2\n'],
    ['a list of lists', '- - a\n  - b\n- - c\n'],
    ['nothing where a value may stand', 'a:\nb: ~\nc:\n  -\n  - x\n  -\nd: # none\n'],
    ['brackets', 'a: [1, [2, {b: c d, e: [ ]}], { }, "x, y]"] # why\nf: { g: -1.50, h: [k l] }\n'],
    [
      'figures',
      'a: [0, -0, 00, 1.5, .5, -.5, 5., 1e3, 0x1F, .inf, 12345678901234567890, 0.1234567890123456, 1-2]\n',
    ],
    ['words that are values', 'a: [true, False, null, ~, yes, nullx]\n'],
    [
      'texts that look like figures',
      'stage: { number: 007 }\nnotes:\n  - name: 1.10\n    number: 3\n    text: null\n',
    ],
    ['quotes', `a: "x # y: \\"z\\" \\\\ \\u00e9 \\n"\nb: 'it "is" # so'\nc: ""\nd: ''\n`],
    [
      'signs inside plain words',
      'a: x:y #z? no#comment [b] {c} & * ! | > % @ \' " é – “ü”\nb: -1-\nc: (d)\n',
    ],
    [
      'blocks',
      'a: |\n  one\n   two\n\n  three\n\nb: |-\n    x\n  # no comment of the block\nc: >-\n  y\n  z\nd: >\n  w\n',
    ],
    ['comments', '# a\n\n  # b\na: 1 # c\n# d\nb:   # e\n      # f\n  - 2\n  # g\n# h'],
    ['no line break at the end', 'a: |\n  b'],
    ['spaces behind everything', 'a:  1  \nb:  \n  - x  \n  -   \n'],
    ['characters of all alphabets', 'a: \u00a0x\u00a0\nb: تجريب\nc: |\n  \u00a0\n'],
  ])('%s', (_, text) => {
    expect(agrees(text)).toBe(true);
  });
});

test.each([
  ['tabs', 'a:\tb'],
  ['Windows line breaks', 'a: 1\r\n'],
  ['scalars over lines', 'a: b\n  c\n'],
  ['brackets over lines', 'a: [1,\n  2]\n'],
  ['quotes over lines', 'a: "b\n  c"\n'],
  ['anchors', 'a: &b c\n'],
  ['aliases', 'a: *b\n'],
  ['tags', 'a: !!str b\n'],
  ['merge keys', '<<: { a: 1 }\n'],
  ['keys in quotes', '"a": 1\n'],
  ['keys that are no words', 'a b: 1\n'],
  ['keys that are values', 'null: 1\n'],
  ['keys that stand twice', 'a: 1\na: 2\n'],
  ['keys of every object', 'toString: 1\n'],
  ['reserved keys', 'prototype: 1\n'],
  ['documents', '---\na: 1\n'],
  ['a scalar alone', 'a\n'],
  ['nothing', ''],
  ['a first line that is indented', ' a: 1\n'],
  ['blocks with an indentation of their own', 'a: |2\n   b\n'],
  ['blocks that begin with an empty line', 'a: |\n\n  b\n'],
  ['folded blocks with gaps', 'a: >\n  b\n\n  c\n'],
  ['nesting without end', '- '.repeat(50)],
])('it gives up at %s', (_, text) => {
  expect(parsePlainYaml(text)).toBeNull();
});

describe('wherever it reads a text, the parser of all of YAML reads the same', () => {
  const pieces = [
    ...[
      'a: ',
      'b: ',
      'c:',
      'text: ',
      'number: ',
      'stage:',
      '- ',
      '-',
      ' ',
      '  ',
      '\n',
      '\n',
      '\n  ',
      '\n  ',
      '\n    ',
    ],
    ...[
      '1',
      '-1',
      '0.50',
      '007',
      '~',
      'null',
      'true',
      'x',
      'y z',
      'é',
      '\u00a0',
      '"q"',
      "'q'",
      '"\\n"',
      '"',
      "'",
      '\\',
    ],
    ...[
      '[',
      ']',
      '{',
      '}',
      ',',
      ', ',
      '[1, x]',
      '{ a: 1 }',
      ':',
      ': ',
      '#',
      ' # c',
      '|',
      '|-',
      '>',
      '>-',
      '|\n    x\n',
    ],
    ...['?', '&a', '*a', '!t', '%', '@', '`', '<<', '---', '...', '\t', '\r', '\ufeff', '\n\n', '   \n'],
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));

  const outlines = fc.noBias(fc.nat()).map(outline);

  const example = readFileSync(join(root, 'test/fixtures/native/everything.roadbook.yaml'));
  const damaged = fc
    .array(byteChange, { minLength: 1, maxLength: 4 })
    .map((changes) => Buffer.from(changedBytes(example, changes, 1)).toString('utf8'));

  test.each([
    ['pieces in any order', texts, 0.01],
    ['written by hand', outlines, 0.7],
    ['a damaged roadbook', damaged, 0],
  ])('%s', (_, arbitrary, least) => {
    let read = 0;
    const numRuns = arbitrary === damaged ? runs / 10 : runs;
    fc.assert(
      fc.property(arbitrary, (text) => {
        if (agrees(text)) read++;
      }),
      { seed: 4, numRuns },
    );
    // Else nothing would have been compared.
    expect(read / numRuns).toBeGreaterThanOrEqual(least);
  });
});
