import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Format, FormatName } from '../../src/formats/format.ts';
import { readRoadbook } from '../../src/formats/read.ts';
import { formats } from '../../src/formats/registry.ts';
import type { Roadbook } from '../../src/model/roadbook.ts';
import { lostFields, saidFields } from '../support/lost.ts';
import { root } from '../support/run.ts';

const folder = join(root, 'roadbooks');
const samples = readdirSync(folder).filter((name) => name.endsWith('.roadbook.yaml'));

async function sample(name: string): Promise<Roadbook> {
  const { roadbook } = await readRoadbook(readFileSync(join(folder, name)), name);
  if (roadbook === null) throw new Error(`${name} does not read`);
  return roadbook;
}

async function formatOf(name: FormatName): Promise<Format> {
  const entry = formats.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no format ${name}`);
  return (await entry.load()).format;
}

/** Writes and reads, in the bytes of a file; says what the writer said. */
async function through(
  name: FormatName,
  roadbook: Roadbook,
): Promise<{ roadbook: Roadbook; said: string[]; text: string }> {
  const { text, losses } = (await formatOf(name)).write?.(roadbook, {}) ?? { text: '', losses: [] };
  const reading = await readRoadbook(Buffer.from(text), 'no name that says the format');
  expect(reading.format).toBe(name);
  expect(reading.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  if (reading.roadbook === null) throw new Error(`what ${name} wrote does not read`);
  return { roadbook: reading.roadbook, said: saidFields(losses), text };
}

const cycle: readonly FormatName[] = ['native', 'openrally', 'orb', 'csv'];
const pairs = cycle.flatMap((a) => cycle.filter((b) => b !== a).map((b) => [a, b] as const));

describe.each(samples)('%s', (name) => {
  test.each(cycle)('there and back by %s loses what is said, and a second time nothing', async (format) => {
    const before = await sample(name);
    const once = await through(format, before);
    expect(lostFields(before, once.roadbook)).toEqual(once.said);
    const twice = await through(format, once.roadbook);
    expect(twice.said).toEqual([]);
    expect(twice.text).toBe(once.text);
  });

  test.each(pairs)('what %s carried, %s loses only as it says', async (first, second) => {
    const { roadbook: before } = await through(first, await sample(name));
    const { roadbook: after, said } = await through(second, before);
    expect(lostFields(before, after)).toEqual(said);
  });

  test('all the way round loses what was said on the way, and nothing else', async () => {
    const start = await sample(name);
    let roadbook = start;
    const said: string[] = [];
    for (const format of [...cycle, 'native'] as const) {
      const step = await through(format, roadbook);
      said.push(...step.said);
      roadbook = step.roadbook;
    }
    for (const lost of lostFields(start, roadbook)) expect(said).toContain(lost);
  });
});
