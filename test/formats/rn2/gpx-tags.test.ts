// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders as the files have them
import { expect, it, test } from 'vitest';
import { readGpxTags } from '../../../src/formats/rn2/gpx-tags.ts';

const tags = (snippet: string, options: Record<string, string> = {}) =>
  readGpxTags(snippet, new Map(Object.entries(options))).map(({ name, attributes, content }) => [
    name,
    Object.fromEntries(attributes),
    content,
  ]);

test.each([
  ['<fuel/>', [['fuel', {}, '']]],
  ['<openrally:reset>0</openrally:reset>', [['reset', {}, '0']]],
  [' < Danger > 2 </Danger> ', [['danger', {}, '2']]],
  [
    '<fuel/><medical />',
    [
      ['fuel', {}, ''],
      ['medical', {}, ''],
    ],
  ],
  [`<dz open='800' clear="90"/>`, [['dz', { open: '800', clear: '90' }, '']]],
  ['', []],
  ['no tags < here', []],
  ['<', []],
])('%j', (snippet, expected) => {
  expect(tags(snippet)).toEqual(expected);
});

it('fills placeholders in from the options and leaves out those that have none', () => {
  const snippet =
    "<wpp open='${open}' clear='${clear}' show='${show}'/><stop>${time}</stop><cap>${cap}</cap>";
  expect(tags(snippet, { open: '100', time: '30' })).toEqual([
    ['wpp', { open: '100' }, ''],
    ['stop', {}, '30'],
    ['cap', {}, ''],
  ]);
});

it('does not hang on what only looks like tags', () => {
  const started = process.cpuUsage().user;
  for (const one of ['<', '<a ', '<a b=', "<a b='", '<a:', '</']) readGpxTags(one.repeat(100_000), new Map());
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(2);
});
