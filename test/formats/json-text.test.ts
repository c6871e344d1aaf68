import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readJson } from '../../src/formats/json-text.ts';

const said = (text: string) => readJson(text).diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
const at = (text: string, path: (string | number)[]) => {
  const span = readJson(text).locate(path);
  return span && text.slice(span.start, span.end);
};

describe('a clean text', () => {
  it('is what JSON.parse gives, without a word', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const { value, diagnostics } = readJson(text);
        expect(diagnostics).toEqual([]);
        expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
      { seed: 4 },
    );
  });

  it('has a place for every value', () => {
    const json = fc.tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'));
    fc.assert(
      fc.property(json, ([value, space]) => {
        const text = ` ${JSON.stringify(value, null, space)} `;
        const { locate } = readJson(text);
        for (const { path, inner } of parts(JSON.parse(text), [])) {
          const span = locate(path);
          expect(JSON.parse(text.slice(span?.start, span?.end))).toEqual(inner);
        }
      }),
      { seed: 5 },
    );
  });

  it('has places, of the nearest ancestor where a value is not there', () => {
    const text = ' {"a": [1, {"b": "two"}], "a": [1, {"b": "last"}], "": 3}';
    expect(at(text, ['a', 1, 'b'])).toBe('"last"'); // of equal keys the last counts, as in JSON.parse
    expect(at(text, ['a', 1, 'c', 5])).toBe('{"b": "last"}');
    expect(at(text, ['a', 'b'])).toBe('[1, {"b": "last"}]');
    expect(at(text, ['constructor'])).toBe(text.trim());
    expect(at(text, [''])).toBe('3');
    expect(at('', ['a'])).toBeNull();
  });
});

describe('a broken text', () => {
  test.each([
    ['{"a": 1, "b": [1, 2', { a: 1, b: [1, 2] }, 'the closing ] is missing'],
    ['{"a": 1 "b": 2}', { a: 1, b: 2 }, 'a comma is missing'],
    ['{"a": 1, /* no */ "b": 2}', { a: 1, b: 2 }, 'a comment'],
    ['{"a": NaN, "b": 2}', { b: 2 }, 'an unknown word'],
    ['{"a": "x\ny"}', { a: 'x' }, 'text without a closing quotation mark'],
    ['{"a": 1} {"b": 2}', { a: 1 }, 'more text after the end'],
    ["{'a': 1}", {}, 'an unknown word'],
    ['{"__proto__": {"polluted": 1}, "b": 2,}', { ['__proto__']: { polluted: 1 }, b: 2 }, 'a key is missing'],
  ])('%j', (text, value, wrong) => {
    const read = readJson(text);
    expect(JSON.stringify(read.value)).toBe(JSON.stringify(value));
    expect(said(text)[0]).toBe(`syntax: this is not JSON: ${wrong}`);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});

describe('depth', () => {
  const nested = (depth: number, inside = '') => '['.repeat(depth) + inside + ']'.repeat(depth);

  it('a hundred levels are read, one more is said where it is', () => {
    expect(said(nested(100))).toEqual([]);
    expect(said(nested(101))).toEqual(['too-deep: more than 100 lists and mappings are inside each other']);
    expect(readJson(nested(101)).diagnostics[0]?.span).toEqual({ start: 100, end: 101 });
  });

  it('brackets in text do not count', () => {
    expect(said(JSON.stringify(['['.repeat(500), '\\"[['.repeat(500), '{'.repeat(500)]))).toEqual([]);
  });

  test.each([
    ['open for ever', '['.repeat(3_000_000)],
    ['mappings', '{"a":'.repeat(500_000)],
    ['hidden in a comment from a count that knows no comments', `/* " */${'['.repeat(300_000)}`],
    ['closed by the wrong brackets', '[},'.repeat(300_000)],
    ['behind text that does not end', `"\n${'['.repeat(300_000)}`],
  ])('%s: a message, no overflow', (_, text) => {
    const { value, diagnostics, locate } = readJson(text);
    expect(diagnostics).toHaveLength(1);
    expect(() => JSON.stringify(value)).not.toThrow();
    expect(() => locate(['a', 0])).not.toThrow();
  });
});

/** Every value in a tree with its path. */
function parts(value: unknown, path: (string | number)[]): { path: (string | number)[]; inner: unknown }[] {
  const inside =
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, inner]) =>
          parts(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        );
  return [{ path, inner: value }, ...inside];
}
