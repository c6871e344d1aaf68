import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRoadbook } from '../../../src/formats/read.ts';
import { anyRoadbook } from '../../support/arbitrary-roadbook.ts';

test('a roadbook shown as JSON reads back the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyRoadbook(), async (roadbook) => {
      const again = await readRoadbook(Buffer.from(JSON.stringify(roadbook)), '-');
      expect(again.diagnostics).toEqual([]);
      expect(again.roadbook).toEqual(roadbook);
    }),
    { seed: 1, numRuns: 100 },
  );
});
