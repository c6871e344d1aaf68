import { expect, it, test } from 'vitest';
import { sketch } from '../../src/formats/sketch.ts';

test.each([
  ['{"route": {"version": 4}}', 'json', ['route']],
  ['\n [{"a": 1}]', 'json', []],
  ['{"a:": {"b": 1}, "c" : [{"d": 2}], e: 3, "cut', 'json', ['a:', 'c', 'e']],
  ['{"a": "b", "say \\"hi\\"": 1}', 'json', ['a', 'say \\"hi\\"']],
  ['event: E\nnotes:\n  - km: 0\nmore: 1', 'text', ['event', 'notes']],
  ['{"roadbook": 1, "route": 2}', 'json', ['roadbook']],
  ['<gpx/>', 'xml', []],
])('%j', (text, syntax, keys) => {
  expect(sketch(text)).toMatchObject({ syntax, keys });
});

it('is as quick where the head cuts off a picture or a word of some MB', () => {
  const before = process.cpuUsage().user;
  for (const start of ['{"logo": "', '{"logo": "data:image/png;base64,', '{', '{"a" ', '{a ']) {
    for (const piece of ['A', 'AAAA/', ' ', '\\', '"', '" :']) sketch(start + piece.repeat(1_000_000));
  }
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(3);
});
