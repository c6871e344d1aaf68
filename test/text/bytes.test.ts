import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as node from '../../src/text/bytes.ts';
import * as anywhere from '../../src/text/bytes-anywhere.ts';
import { same } from '../../src/text/same.ts';

const seed = 20_261_122;

describe('bytes to text', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 100 }),
    fc.string({ unit: 'binary', maxLength: 100 }).map((text) => new TextEncoder().encode(text)),
    // Nearly UTF-8: one byte of it wrong, or cut in a character.
    fc
      .tuple(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(60), fc.nat(255))
      .map(([text, at, byte]) => {
        const encoded = new TextEncoder().encode(text);
        if (at < encoded.length) encoded[at] = byte;
        return encoded.subarray(0, encoded.length - (at % 2));
      }),
  );

  it('is the same in Node and anywhere else', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        expect(anywhere.latin1(given)).toBe(node.latin1(given));
        expect(anywhere.strictUtf8(given)).toBe(node.strictUtf8(given));
        expect(anywhere.looseUtf8(given)).toBe(node.looseUtf8(given));
      }),
      { seed, numRuns: 3_000 },
    );
  });

  it('keeps a byte-order mark, and takes files longer than a call has arguments', () => {
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, 0x61]);
    expect([node.strictUtf8(marked), anywhere.strictUtf8(marked)]).toEqual(['\ufeffa', '\ufeffa']);
    const long = new Uint8Array(300_000).fill(0xe9);
    expect(anywhere.latin1(long)).toBe('é'.repeat(300_000));
  });
});

describe('the same data', () => {
  it('is what Node takes for it', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, undefined, 0, -0, 1, Number.NaN, '', 'a', true, false),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', '0'), tie('any'), { noNullPrototype: true }),
      ),
    })).any;
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(same(a, b)).toBe(isDeepStrictEqual(a, b));
        expect(same(a, structuredClone(a))).toBe(true);
      }),
      { seed, numRuns: 3_000 },
    );
  });
});
