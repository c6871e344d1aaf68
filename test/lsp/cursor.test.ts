import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorAt } from '../../src/lsp/cursor.ts';
import { saysRoadbook } from '../../src/lsp/native.ts';

const pieces = fc.constantFrom(
  'symbols',
  'text',
  ':',
  ' ',
  '\n',
  '- ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  '#',
  '|',
  'é🐪',
);

test('a cursor anywhere in any text has a word around it and a few keys', () => {
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(texts, fc.nat(200), (text, at) => {
      const offset = Math.min(at, text.length);
      const { keys, word } = cursorAt(text, offset);
      expect(word.start).toBeLessThanOrEqual(offset);
      expect(word.end).toBeGreaterThanOrEqual(offset);
      expect(word.end).toBeLessThanOrEqual(text.length);
      expect(text.slice(word.start, word.end)).toMatch(/^[\p{L}\p{N}-]*$/u);
      for (const key of keys) expect(text).toContain(key);
    }),
    { seed: 7, numRuns: 3000 },
  );
});

test.each([
  ['brackets', '['],
  ['braces', '{'],
  ['closing brackets', ']'],
  ['indentation', ' '],
  ['dashes', '- '],
  ['empty lines', '\n'],
  ['letters', 'x'],
  ['keys', 'a: '],
  ['lines', 'a:\n'],
])('half a million %s take no time', (_name, piece) => {
  const text = piece.repeat(500_000);
  const before = process.cpuUsage().user;
  cursorAt(text, text.length);
  saysRoadbook(text);
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2);
});
