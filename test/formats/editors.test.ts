import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoadbook } from '../../src/formats/read.ts';
import { byteChange, changedBytes, changedTree, treeChange } from '../support/mutate.ts';
import { survives } from '../support/survives.ts';

/** FUZZ_RUNS widens the run: `npm run fuzz` sets it. */
const runs = Number(process.env.FUZZ_RUNS ?? 330);
const seed = Number(process.env.FUZZ_SEED ?? 20261012);
const fixtures = join(import.meta.dirname, '../fixtures');

describe.each(['rn2', 'tlp', 'rn'])('damaged %s files', (folder) => {
  const files = readdirSync(join(fixtures, folder)).map((name) => readFileSync(join(fixtures, folder, name)));
  const file = fc.constantFrom(...files);
  const time = { seed, numRuns: runs } as const;

  it('bytes changed', async () => {
    const cut = fc.oneof(
      { weight: 4, arbitrary: fc.constant(1) },
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    const changes = fc.array(byteChange, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(file, changes, cut, (bytes, all, end) =>
        survives(changedBytes(bytes, all, end), `x.${folder}`),
      ),
      time,
    );
  });

  it('values changed', async () => {
    const changes = fc.array(treeChange, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(file, changes, (bytes, all) => {
        const text = bytes.toString('utf8').replace(/^\ufeff/, '');
        return survives(Buffer.from(changedTree(text, all)), `x.${folder}`);
      }),
      time,
    );
  });
});

describe('large files', () => {
  const seconds = async (text: string) => {
    const before = process.cpuUsage().user;
    const { roadbook, diagnostics } = await readRoadbook(Buffer.from(text), 'x');
    return { roadbook, diagnostics, spent: (process.cpuUsage().user - before) / 1e6 };
  };

  it('a header image of 20 MiB costs next to nothing', async () => {
    const settings = { customHeaderImage: `data:image/png;base64,${'iVBORw0KGgo+'.repeat(1_750_000)}` };
    const waypoints = [
      { lat: 31, lon: -4, show: true },
      { lat: 31.01, lon: -4, show: true },
    ];
    for (const route of [
      { settings, waypoints },
      { waypoints, settings },
    ]) {
      const { roadbook, diagnostics, spent } = await seconds(JSON.stringify({ route }));
      expect(roadbook?.notes).toHaveLength(2);
      expect(diagnostics).toEqual([]);
      expect(spent).toBeLessThan(3);
    }
  });

  it('twice the notes take about twice the time, in every format', async () => {
    const made: Record<string, (i: number) => object> = {
      rn2: (i) => ({
        lat: 31 + i / 1e5,
        lon: -4,
        show: true,
        tulip: { elements: [{ type: 'Track' }, { type: 'Road', end: { x: 9, y: 40 } }] },
      }),
      tlp: (i) => ({
        lat: 31 + i / 1e5,
        long: -4,
        instruction: true,
        kmFromStart: i / 100,
        notes: { text: 'x <b>y</b>' },
      }),
      bad: (i) => ({
        lat: 'x',
        lon: i,
        show: true,
        notes: { elements: [{ type: 'Icon', gpx_tags: '<danger>9</danger>' }] },
      }),
    };
    for (const [name, row] of Object.entries(made)) {
      const text = (n: number) => {
        const rows = Array.from({ length: n }, (_, i) => row(i));
        return JSON.stringify(name === 'tlp' ? { instructions: rows } : { route: { waypoints: rows } });
      };
      await seconds(text(500)); // warm
      const small = (await seconds(text(1000))).spent;
      const large = (await seconds(text(4000))).spent;
      expect(large, name).toBeLessThan(12 * Math.max(small, 0.05));
    }
  });
});
