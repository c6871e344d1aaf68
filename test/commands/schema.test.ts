import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv from 'ajv';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { inProcess, root } from '../support/run.ts';

const { code, stdout } = await inProcess(['schema']);
const valid = new Ajv.default({ strict: false, validateFormats: false }).compile(JSON.parse(stdout));
const samples = async (folder: string, keep: (name: string) => boolean) => {
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith('.yaml') && keep(name));
  const texts = names.map((name) => readFile(join(root, folder, name), 'utf8'));
  return (await Promise.all(texts)).map((text, i) => [names[i], text] as const);
};

test('a JSON Schema of draft 7 for editors', () => {
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Roadbook',
    properties: { notes: { description: expect.any(String) } },
  });
});

test('or one of 2020-12', async () => {
  const { stdout } = await inProcess(['schema', '--draft', '2020-12']);
  expect(JSON.parse(stdout).$schema).toBe('https://json-schema.org/draft/2020-12/schema');
});

test.each(await samples('roadbooks', () => true))('%s keeps to it', (_name, text) => {
  valid(load(text));
  expect(valid.errors).toBeNull();
});

const single = /^(cap-out|danger-out|decimal|key-mistyped|waypoint-type)/;
test.each(await samples('roadbooks/broken', (name) => single.test(name)))('%s does not', (_name, text) => {
  expect(valid(load(text))).toBe(false);
});
