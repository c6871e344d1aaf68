import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { writeCsv } from '../../src/formats/csv/write.ts';
import { writeOrb } from '../../src/formats/orb/write.ts';
import { readRoadbook } from '../../src/formats/read.ts';
import { byteChange, changedBytes } from '../support/mutate.ts';
import { root } from '../support/run.ts';
import { survives } from '../support/survives.ts';

/** FUZZ_RUNS widens the run: `npm run fuzz` sets it. */
const runs = Number(process.env.FUZZ_RUNS ?? 2000);
const seed = Number(process.env.FUZZ_SEED ?? 20261012);

const { roadbook } = await readRoadbook(
  readFileSync(join(root, 'roadbooks/shakedown.roadbook.yaml')),
  'stage',
);
if (roadbook === null) throw new Error('the sample does not read');
const ofTest = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8');

const semicolons =
  'No;Total (km);WPT;Clear;Speed km/h;Heading °;Danger;Tulip;Lat;Lon;Note\r\n1;0,00;dss;200;;C.092;!!;t-left;31,4;-4,2;"P, ""FPP"""\r\n2;1,42;DT | DZ;90|;50 km/h;;;"{""out"":75,""roads"":[-20]}";;;\r\n';
const seeds = {
  csv: [writeCsv(roadbook).text, ofTest('golden/csv/stage.csv'), semicolons],
  'orb.yaml': [
    ofTest('fixtures/orb/adventure.orb.yaml'),
    ofTest('fixtures/orb/entries.orb.yaml'),
    writeOrb({ ...roadbook, notes: roadbook.notes.slice(0, 6) }, {}).text,
  ],
};

describe.each(Object.entries(seeds))('damaged %s files', (ending, texts) => {
  it('are read as far as they can be, in time, and every finding has its place', async () => {
    const bytes = fc.constantFrom(...texts.map((text) => Buffer.from(text)));
    const cut = fc.oneof(
      { weight: 4, arbitrary: fc.constant(1) },
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    const changes = fc.array(byteChange, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(bytes, changes, cut, (whole, all, end) =>
        survives(changedBytes(whole, all, end), `x.${ending}`),
      ),
      { seed, numRuns: runs },
    );
  });
});
