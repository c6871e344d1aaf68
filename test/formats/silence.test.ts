import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRn } from '../../src/formats/rn/read.ts';
import { readRn2 } from '../../src/formats/rn2/read.ts';
import { readTlp } from '../../src/formats/tlp/read.ts';

/**
 * Nothing is left out in silence: where a word or figure of a file is a list instead, either the roadbook is what it was, or
 * one more thing is said.
 */
test.each([
  ['rn2/imperial.rn2', readRn2],
  ['rn2/version-3.rn2', readRn2],
  ['rn2/erg.rn2', readRn2],
  ['tlp/oldest.tlp', readTlp],
  ['tlp/legacy.tlp', readTlp],
  ['rn/record.rn', readRn],
] as const)('%s', (name, read) => {
  const text = readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8').replace(/^\ufeff/, '');
  const whole: unknown = JSON.parse(text);
  const gist = (value: unknown) => {
    const { roadbook, diagnostics } = read({ file: name, text: JSON.stringify(value) });
    const said = JSON.stringify(roadbook, (key, inner: unknown) => (key === 'kept' ? undefined : inner));
    return { said, count: diagnostics.map(({ message }) => message).join('\n') };
  };
  const before = gist(whole);
  const silent = leaves(whole).filter((path) => {
    const after = gist(changed(whole, path));
    return after.said !== before.said && after.count === before.count;
  });
  expect(silent.map((path) => path.join('.'))).toEqual([]);
});

/** Paths of the words and figures, but not of layers, which only order what is drawn. */
function leaves(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
  return value === null || path.at(-1) === 'z' ? [] : [[...path]];
}

function changed(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return [1];
  if (Array.isArray(value)) return value.map((item, i) => (i === Number(step) ? changed(item, rest) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === step ? changed(inner, rest) : inner]),
  );
}
