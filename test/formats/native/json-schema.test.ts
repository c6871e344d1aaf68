import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { json, yaml } from '../../../src/formats/native/format.ts';
import { jsonSchema } from '../../../src/formats/native/json-schema.ts';
import { plainOf } from '../../../src/formats/tree/node.ts';
import { parseYaml } from '../../../src/formats/tree/yaml.ts';
import { anyRoadbook } from '../../support/arbitrary-roadbook.ts';
import { root } from '../../support/run.ts';

const options = { validateFormats: false, strictTypes: false, strictTuples: false };
const newest = new Ajv2020(options).compile(jsonSchema('2020-12'));
const seventh = new Ajv.default(options).compile(jsonSchema('7'));

/** What is wrong, null when nothing is; both drafts say the same. */
function faults(document: unknown): unknown {
  expect(newest(document)).toBe(seventh(document));
  return newest.errors ?? null;
}

const samples = ['roadbooks', 'test/fixtures/native'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.roadbook.yaml'))
    .map((name) => join(folder, name)),
);

test.each(samples)('%s is valid', (file) => {
  const { root: tree } = parseYaml(readFileSync(join(root, file), 'utf8'));
  expect(faults(tree && plainOf(tree))).toBeNull();
});

test('whatever is written is valid, as YAML, as JSON and as the roadbook itself', () => {
  fc.assert(
    fc.property(anyRoadbook({ maxNotes: 2 }), (roadbook) => {
      const { root: tree } = parseYaml(yaml.write?.(roadbook, {}).text ?? '');
      const trees = [tree && plainOf(tree), JSON.parse(json.write?.(roadbook, {}).text ?? ''), roadbook];
      for (const one of trees) expect(faults(one)).toBeNull();
    }),
    { seed: 4, numRuns: 100 },
  );
});

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', 'x', 'DZ', 'left', '15 min', 'yes', {}, [], [1], {
    type: 'DZ',
  }),
  fc.constantFrom<unknown>(
    0,
    1,
    2,
    3,
    4,
    -1,
    0.5,
    90.5,
    361,
    10_000,
    3e7,
    [1, 2],
    [1, 2, 3],
    [95, 2],
    ['fuel'],
    'track',
  ),
);
const keys = [
  'roadbook',
  'stage',
  'units',
  'total',
  'fuelRange',
  'origin',
  'kept',
  'evnt',
  'track',
  'edition',
];
const noteKeys = [
  ...[
    'number',
    'name',
    'km',
    'mi',
    'partial',
    'at',
    'show-at',
    'wp',
    'zone',
    'limit',
    'cap',
    'average-cap',
    'danger',
  ],
  ...[
    'tulip',
    'pictures',
    'text',
    'symbols',
    'stop',
    'reset',
    'services',
    'fuel',
    'surface',
    'change',
    'remark',
    'kpt',
  ],
];
const mapping = (names: string[]) => fc.dictionary(fc.constantFrom(...names), junk, { maxKeys: 2 });

test('the schema refuses what the reader refuses', () => {
  const seen = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(mapping(keys), fc.array(mapping(noteKeys), { maxLength: 2 }), (head, notes) => {
      const document = { ...head, notes };
      const wrong = faults(document);
      const { diagnostics = [] } = json.read?.({ file: '-', text: JSON.stringify(document) }) ?? {};
      // Two names for one thing, and the lines of a track, are beyond a schema.
      const found = diagnostics.filter(({ message }) => !/says the same|of the track/.test(message));
      expect(found.length === 0, JSON.stringify([document, found, wrong])).toBe(wrong === null);
      seen[wrong === null ? 'valid' : 'invalid']++;
    }),
    { seed: 5, numRuns: 2000 },
  );
  expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(200);
});

test('every key of a note says what it means', () => {
  const note: unknown = Reflect.get(Object(jsonSchema('2020-12').$defs), 'note');
  for (const [key, field] of Object.entries(Object(Reflect.get(Object(note), 'properties')))) {
    expect(field, key).toHaveProperty('description');
  }
});
