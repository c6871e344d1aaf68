import { describe, expect, test } from 'vitest';
import { readRoadbook } from '../../src/formats/read.ts';
import page from '../../src/text/problems.md';
import { problems } from '../../src/text/problems.ts';

const examples = [
  ...page.matchAll(/^## (RB\d{3}) (\S+)\n(?:(?!^## )[\s\S])*?^```(\w+) bad\n([\s\S]*?)^```/gm),
];
const file: Readonly<Record<string, string>> = { yaml: 'a.roadbook.yaml', xml: 'a.gpx', text: 'a.txt' };

test.each(examples.map(([, code, name, kind, text]) => ({ code, name, kind, text })))(
  'the example of $code $name is wrong in that way',
  async ({ code, kind = '', text = '' }) => {
    const { diagnostics } = await readRoadbook(Buffer.from(text), file[kind] ?? '-');
    expect(diagnostics.map((found) => found.code)).toContain(code);
  },
);

/** Those that no page can show, as bytes. */
const unprintable: readonly (readonly [keyof typeof problems, () => Uint8Array])[] = [
  ['empty-file', () => Buffer.from('')],
  ['binary-file', () => Buffer.from('PK\x03\x04\0\0')],
  [
    'bad-encoding',
    () => Buffer.from('roadbook: 1\nevent: Rallye des Dunes d\xe9vor\xe9es\nnotes:\n', 'latin1'),
  ],
  ['too-large', () => new Uint8Array(64 * 1024 * 1024 + 1).fill(0x20)],
  ['too-many-findings', () => Buffer.from(`{"roadbook":1,"notes":[${'{"km":-1},'.repeat(1100)}{}]}`)],
  ['too-many-notes', () => Buffer.from(`{"roadbook":1,"notes":[${'{},'.repeat(25_000)}{}]}`)],
];

describe('those that no page can show', () => {
  test.each(unprintable)('%s', async (name, bytes) => {
    const { diagnostics } = await readRoadbook(bytes(), 'a.roadbook.json');
    expect(diagnostics.map(({ rule }) => rule)).toContain(name);
  });
});

test('every problem of reading is shown', () => {
  const shown = new Set([
    ...examples.map(([, , name]) => name),
    ...unprintable.map(([name]) => name),
    'not-carried',
    // Found by check, not by a reader: test/check/allowances.test.ts shows them.
    ...['allowance-unused', 'allowance-without-reason', 'allowance-unknown'],
  ]);
  // From 051 to 099 of sealed files: test/seal and test/commands/sealing.test.ts show them.
  const ofReading = Object.entries(problems).filter(([, { code }]) => !/^RB0[5-9]/.test(code));
  expect(ofReading.filter(([name]) => !shown.has(name))).toEqual([]);
});
