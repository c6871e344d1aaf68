import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allAbbreviations, type Language, symbols } from '../../src/model/lexicon.ts';
import { numberWords } from '../../src/voice/numbers.ts';
import { languages, type Phrases, phrases } from '../../src/voice/phrases.ts';
import { spelt } from '../../src/voice/spelt.ts';

describe('numbers by the language’s rules', () => {
  it.each<[number, string, string, string]>([
    [0, 'zero', 'zéro', 'cero'],
    [1, 'one', 'un', 'uno'],
    [16, 'sixteen', 'seize', 'dieciséis'],
    [17, 'seventeen', 'dix-sept', 'diecisiete'],
    [21, 'twenty-one', 'vingt et un', 'veintiuno'],
    [22, 'twenty-two', 'vingt-deux', 'veintidós'],
    [30, 'thirty', 'trente', 'treinta'],
    [61, 'sixty-one', 'soixante et un', 'sesenta y uno'],
    [70, 'seventy', 'soixante-dix', 'setenta'],
    [71, 'seventy-one', 'soixante et onze', 'setenta y uno'],
    [77, 'seventy-seven', 'soixante-dix-sept', 'setenta y siete'],
    [80, 'eighty', 'quatre-vingts', 'ochenta'],
    [81, 'eighty-one', 'quatre-vingt-un', 'ochenta y uno'],
    [91, 'ninety-one', 'quatre-vingt-onze', 'noventa y uno'],
    [99, 'ninety-nine', 'quatre-vingt-dix-neuf', 'noventa y nueve'],
    [100, 'one hundred', 'cent', 'cien'],
    [101, 'one hundred and one', 'cent un', 'ciento uno'],
    [168, 'one hundred and sixty-eight', 'cent soixante-huit', 'ciento sesenta y ocho'],
    [200, 'two hundred', 'deux cents', 'doscientos'],
    [203, 'two hundred and three', 'deux cent trois', 'doscientos tres'],
    [280, 'two hundred and eighty', 'deux cent quatre-vingts', 'doscientos ochenta'],
    [360, 'three hundred and sixty', 'trois cent soixante', 'trescientos sesenta'],
    [500, 'five hundred', 'cinq cents', 'quinientos'],
    [999, 'nine hundred and ninety-nine', 'neuf cent quatre-vingt-dix-neuf', 'novecientos noventa y nueve'],
    [1000, 'one thousand', 'mille', 'mil'],
    [1001, 'one thousand and one', 'mille un', 'mil uno'],
    [1500, 'one thousand five hundred', 'mille cinq cents', 'mil quinientos'],
    [2000, 'two thousand', 'deux mille', 'dos mil'],
    [21_000, 'twenty-one thousand', 'vingt et un mille', 'veintiún mil'],
    [31_000, 'thirty-one thousand', 'trente et un mille', 'treinta y un mil'],
    [80_000, 'eighty thousand', 'quatre-vingt mille', 'ochenta mil'],
    [200_000, 'two hundred thousand', 'deux cent mille', 'doscientos mil'],
  ])('%i', (n, en, fr, es) => {
    expect([numberWords(n, 'en'), numberWords(n, 'fr'), numberWords(n, 'es')]).toEqual([en, fr, es]);
  });

  it.each(languages)('no two are said alike, in %s', (language) => {
    const said = Array.from({ length: 10_000 }, (_, n) => numberWords(n, language));
    expect(new Set(said).size).toBe(said.length);
    expect(said.filter((words) => /undefined|NaN|\d|-$|^-| {2}|\b-\b.*-\s/.test(words))).toEqual([]);
  });
});

describe('all words exist in all languages', () => {
  /** Every phrase with its path: `zone.speed`. */
  const flat = (of: Phrases): [string, string][] =>
    Object.entries(of).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string'
        ? [[name, value]]
        : Object.entries(value).map(([inner, text]) => [`${name}.${inner}`, String(text)]),
    );
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

  it.each(languages)('phrases in %s: the same keys and places as in English, none empty', (language) => {
    const own = flat(phrases[language]);
    expect(own.map(([key]) => key)).toEqual(flat(phrases.en).map(([key]) => key));
    expect(own.map(([, text]) => places(text))).toEqual(flat(phrases.en).map(([, text]) => places(text)));
    expect(own.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(languages)('the lexicon in %s', (language) => {
    const words = [
      ...symbols.map(({ id, words }) => [id, words[language]]),
      ...allAbbreviations.flatMap(({ code, meanings }) => meanings.map((one) => [code, one[language]])),
    ];
    expect(words.filter(([, text]) => (text ?? '').trim() === '')).toEqual([]);
    expect(words.length).toBeGreaterThan(280);
  });
});

describe('the text of a note', () => {
  it.each<[string, Language, string]>([
    ['R between dunes, oued', 'fr', 'droite entre dunes, oued'],
    ['R between dunes', 'es', 'derecha entre dunas'],
    ['P, FPP', 'en', 'track, follow the main track'],
    ['à gauche, PP', 'en', 'on the left, main track'],
    ['L-R BTW dunes', 'fr', 'gauche puis droite entre dunes'],
    ['CAP 168', 'fr', 'cap cent soixante-huit'],
    ['step down 40 cm', 'fr', 'marche descendante quarante centimètres'],
    ['40cm', 'es', 'cuarenta centímetros'],
    ['after 1 km', 'fr', 'après un kilomètre'],
    ['1min', 'fr', 'une minute'],
    ['21 m', 'es', 'veintiún metros'],
    ['DN', 'en', 'dune or start of the neutralisation'],
    ['2nd track', 'fr', '2nd piste'],
    ['Aïn Tafrelt', 'en', 'Aïn Tafrelt'],
    ['(!!) ...', 'en', ''],
  ])('%j in %s', (text, language, said) => {
    expect(spelt(text, language)).toBe(said);
  });

  it('is said whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom(...languages),
        (text, language) => {
          expect(typeof spelt(text, language)).toBe('string');
        },
      ),
      { seed: 20_261_122, numRuns: 150 },
    );
  });
});
