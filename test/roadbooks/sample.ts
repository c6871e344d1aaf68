import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readRoadbook } from '../../src/formats/read.ts';
import type { Roadbook } from '../../src/model/roadbook.ts';
import { root } from '../support/run.ts';

const folder = join(root, 'roadbooks');

/** The sample stages, in whatever format; those that are broken on purpose lie in a folder of their own. */
export const sampleFiles = (await readdir(folder)).filter((file) => /\.(yaml|json|gpx)$/.test(file)).sort();

export async function sampleBytes(file: string): Promise<Buffer> {
  return readFile(join(folder, file));
}

/** The roadbook of a sample file, which must read without a diagnostic. */
export async function sample(file: string): Promise<Roadbook> {
  const { roadbook, diagnostics } = await readRoadbook(await sampleBytes(file), file);
  expect(diagnostics).toEqual([]);
  if (roadbook === null) throw new Error(`${file} has no roadbook in it`);
  return roadbook;
}

/** The organiser's file of a sample stage. */
export async function organiser(stage: string): Promise<Roadbook> {
  return sample(`${stage}.roadbook.yaml`);
}
