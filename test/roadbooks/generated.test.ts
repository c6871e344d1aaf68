import { expect, it } from 'vitest';
import { stageFiles } from '../../scripts/stages/files.ts';
import { sampleBytes, sampleFiles } from './sample.ts';

const generated = await stageFiles();

it('every sample stage comes from the generator', () => {
  expect([...generated.keys()].sort()).toEqual(sampleFiles);
});

it.each([...generated])('%s is what the generator writes; npm run stages renews it', async (file, text) => {
  expect((await sampleBytes(file)).equals(Buffer.from(text))).toBe(true);
});
