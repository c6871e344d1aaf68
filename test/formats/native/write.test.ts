import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Format } from '../../../src/formats/format.ts';
import { json, yaml } from '../../../src/formats/native/format.ts';
import type { Roadbook } from '../../../src/model/roadbook.ts';
import { anyRoadbook } from '../../support/arbitrary-roadbook.ts';
import { root } from '../../support/run.ts';

test.each([
  ['YAML', yaml],
  ['JSON', json],
])('a roadbook written as native %s reads back the same', (_, format) => {
  fc.assert(
    fc.property(anyRoadbook(), (roadbook) => {
      const { text, losses } = format.write?.(roadbook, {}) ?? { text: '', losses: [] };
      expect(losses).toEqual([]);
      const again = format.read?.({ file: '-', text });
      expect(again?.diagnostics, text).toEqual([]);
      expect(again?.roadbook, text).toEqual(roadbook satisfies Roadbook);
    }),
    { seed: 2, numRuns: 150 },
  );
});

test('written YAML means the same to parsers of YAML 1.1 and 1.2', () => {
  fc.assert(
    fc.property(anyRoadbook({ maxNotes: 2 }), (roadbook) => {
      const text = written(yaml, roadbook);
      const tree = { ...JSON.parse(written(json, roadbook)), track: parse(text).track };
      expect(plain(parse(text)), text).toEqual(tree);
      expect(plain(parse(text, { version: '1.1' })), text).toEqual(tree);
    }),
    { seed: 3, numRuns: 100 },
  );
});

test('written YAML looks as one writes it by hand', () => {
  const text = readFileSync(join(root, 'test/fixtures/native/everything.roadbook.yaml'), 'utf8');
  const reading = yaml.read?.({ file: '-', text });
  expect(reading?.diagnostics).toEqual([]);
  expect(reading?.roadbook && written(yaml, reading.roadbook)).toBe(text);
});

test('written JSON has a line for each note', async () => {
  const text = readFileSync(join(root, 'test/fixtures/native/everything.roadbook.yaml'), 'utf8');
  const roadbook = yaml.read?.({ file: '-', text }).roadbook;
  await expect(roadbook && written(json, roadbook)).toMatchFileSnapshot(
    '../../golden/native/everything.json',
  );
});

function written(format: Format, roadbook: Roadbook): string {
  return format.write?.(roadbook, {}).text ?? '';
}

/** As JSON holds it; YAML 1.1 takes the stage's date for a date. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace(/(\d{4}-\d\d-\d\d)T00:00:00\.000Z/g, '$1'));
}
