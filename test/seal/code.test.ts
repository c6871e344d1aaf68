import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeBytes, codeWords, newCode, readCode, wordsOf } from '../../src/seal/code.ts';
import { words } from '../../src/seal/words.ts';

const codes = fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes });
const place = fc.integer({ min: 0, max: codeWords - 1 });
const letter = fc.integer({ min: 0, max: 25 }).map((n) => String.fromCharCode(97 + n));

function replaced(list: readonly string[], at: number, word: string): string {
  return list.map((one, i) => (i === at ? word : one)).join(' ');
}

describe('the words', () => {
  test('are 256, in order, and told by their first three letters', () => {
    expect(words).toHaveLength(256);
    expect([...words].sort()).toEqual(words);
    expect(new Set(words.map((word) => word.slice(0, 3)))).toHaveLength(256);
    for (const word of words) expect(word).toMatch(/^[a-z]{4,9}$/);
  });

  test('are at least four edits from each other and three from the spelling alphabet', () => {
    const spelling =
      'alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu';
    for (const [i, word] of words.entries()) {
      for (const other of words.slice(i + 1))
        expect(edits(word, other), `${word} ${other}`).toBeGreaterThan(3);
      for (const said of spelling.split(' ')) expect(edits(word, said), `${word} ${said}`).toBeGreaterThan(2);
    }
  });
});

describe('a code', () => {
  test('is the same after it was written as words, in capitals, numbered, and by three letters', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const text = wordsOf(code);
        const list = text.split(' ');
        const ways = [
          text,
          text.toUpperCase(),
          list.map((word, i) => `${i + 1}. ${word}`).join('\n'),
          list.map((word) => word.slice(0, 3)).join(','),
        ];
        for (const way of ways) expect(readCode(way)).toEqual({ code, mended: [] });
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('is new each time', () => {
    expect(new Set(Array.from({ length: 100 }, () => wordsOf(newCode())))).toHaveLength(100);
  });

  test('with a letter changed, left out or added in a word is mended, and says in which', () => {
    fc.assert(
      fc.property(
        codes,
        place,
        fc.nat(),
        letter,
        fc.constantFrom('change', 'leave', 'add'),
        (code, at, n, c, how) => {
          const list = wordsOf(code).split(' ');
          const word = list[at] ?? '';
          const i = n % word.length;
          const typo = `${word.slice(0, i)}${how === 'leave' ? '' : c}${word.slice(how === 'add' ? i : i + 1)}`;
          const read = readCode(replaced(list, at, typo));
          expect(read).toMatchObject({ code });
          if (!word.startsWith(typo)) expect(read).toEqual({ code, mended: [at + 1] });
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });

  test('with one word for another is refused, and the word is named', () => {
    fc.assert(
      fc.property(codes, place, fc.constantFrom(...words), (code, at, other) => {
        const list = wordsOf(code).split(' ');
        fc.pre(list[at] !== other);
        expect(readCode(replaced(list, at, other))).toEqual({ fault: 'code-checksum', suspect: at + 1 });
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  test('with two words swapped is refused, unless they are the same', () => {
    fc.assert(
      fc.property(codes, place, place, (code, i, j) => {
        const list = wordsOf(code).split(' ');
        const [a = '', b = ''] = [list[i], list[j]];
        fc.pre(a !== b);
        const swapped = list.map((word, at) => (at === i ? b : at === j ? a : word)).join(' ');
        expect(readCode(swapped)).toMatchObject({ fault: 'code-checksum' });
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('with two words nobody heard is whole again', () => {
    fc.assert(
      fc.property(codes, place, place, (code, i, j) => {
        const list = wordsOf(code).split(' ');
        const heard = list.map((word, at) => (at === i || at === j ? '?' : word)).join(' ');
        const mended = [...new Set([i + 1, j + 1])].sort((a, b) => a - b);
        expect(readCode(heard)).toEqual({ code, mended });
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test.each([
    ['', { fault: 'code-length', words: 0, wanted: 18 }],
    ['dakota oregano', { fault: 'code-length', words: 2, wanted: 18 }],
    [
      'xxxxx yyyyy zzzzz '.repeat(6),
      { fault: 'code-words-unknown', at: Array.from({ length: 18 }, (_, i) => i + 1) },
    ],
  ])('%j is none', (text, fault) => {
    expect(readCode(text)).toEqual(fault);
  });
});

/** Letters changed, left out or added: the plain recursion, to hold the list to. */
function edits(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, c] of [...a].entries()) {
    const row = [i + 1];
    for (const [j, d] of [...b].entries()) {
      row.push(Math.min((row[j] ?? 0) + 1, (above[j + 1] ?? 0) + 1, (above[j] ?? 0) + (c === d ? 0 : 1)));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
