import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getLocation } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { lint } from '../../src/check/lint.ts';
import { profiles } from '../../src/rules/profile.ts';
import { root } from '../support/run.ts';
import { type Fault, faults, type Tree } from './faults.ts';

const ruling = { profile: profiles[0], levels: {} };
const sample = await readFile(join(root, 'roadbooks/desert-day.roadbook.yaml'), 'utf8');
const tree = (): Tree => parse(sample);

/** What is found after a fault is planted: rule, level, and the index of the note it points at (−1 outside the notes). */
async function findings({ plant }: Fault, note: number) {
  const planted = tree();
  plant(planted, note);
  const text = JSON.stringify(planted);
  const { diagnostics } = await lint(Buffer.from(text), 'planted.roadbook.json', ruling);
  return diagnostics.map(({ rule, severity, span, message }) => {
    const [first, index] = span ? getLocation(text, span.start + 1).path : [];
    return { rule, severity, message, note: first === 'notes' && typeof index === 'number' ? index : -1 };
  });
}

/** Found at the right note, and nothing else is called an error. */
async function isFound(fault: Fault, note: number): Promise<string | null> {
  const { rules, isAt = (found, planted) => found === planted } = fault;
  const all = await findings(fault, note);
  const others = all.filter(({ rule, severity }) => severity === 'error' && !rules.includes(rule));
  if (others.length > 0) return `also ${others.map(({ rule, note: at }) => `${rule} at ${at}`).join(', ')}`;
  const named = all.filter(({ rule }) => rules.includes(rule));
  if (named.length === 0) return `not found; ${all.map(({ rule }) => rule).join(', ')}`;
  return named.some(({ note: found }) => isAt(found, note))
    ? null
    : `found at ${named.map(({ note: n }) => n).join()}`;
}

test('the clean sample has none', async () => {
  const { diagnostics } = await lint(Buffer.from(sample), 'x.roadbook.yaml', ruling);
  expect(diagnostics).toEqual([]);
});

/** Three places of all, the same each time: the first, the middle, the last. */
function some(places: readonly number[]): number[] {
  return [...new Set([places[0], places[places.length >> 1], places.at(-1)])].filter(
    (one) => one !== undefined,
  );
}

test.each(faults.map((fault) => [fault.what, fault] as const))('%s', async (_, fault) => {
  const places = some(fault.where(tree()));
  expect(places.length).toBeGreaterThan(0);
  for (const note of places) expect(await isFound(fault, note), `note ${note}`).toBe(null);
});
