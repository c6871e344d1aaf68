import { describe, expect, test } from 'vitest';
import { tooManyParts } from '../../src/formats/limits.ts';
import { readRoadbook } from '../../src/formats/read.ts';

const codes = async (text: string, file: string) =>
  (await readRoadbook(Buffer.from(text), file)).diagnostics.map(({ rule }) => rule);

describe('a text that would take the machine’s memory as a tree is not read', () => {
  test.each([
    ['RN2', `{"route":{"waypoints":[${'{"lat":1,"lon":1},'.repeat(700_000)}{}]}}`, 'x.rn2'],
    ['JSON of brackets', `{"roadbook":1,"notes":[${'[],'.repeat(2_000_001)}0]}`, 'x.roadbook.json'],
    ['YAML', `roadbook: 1\nnotes:\n${'  - km: 1\n'.repeat(500_001)}`, 'x.roadbook.yaml'],
    ['YAML in flow style', `roadbook: 1\nnotes: [${'{km: 1},'.repeat(300_000)}]\n`, 'x.roadbook.yaml'],
  ])('%s', async (_, text, file) => expect(await codes(text, file)).toEqual(['too-large']));
});

test('words, pictures and numbers are no parts', () => {
  expect(tooManyParts(`{"a":"${'x'.repeat(3_000_000)}","b":[${'1,'.repeat(100)}1]}`, 'json')).toBeNull();
  expect(tooManyParts(`a: ${'x'.repeat(3_000_000)}\n`, 'yaml')).toBeNull();
});
