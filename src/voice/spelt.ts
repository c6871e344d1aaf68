import {
  type Abbreviation,
  abbreviationOf,
  allAbbreviations,
  type Language,
  plain,
  symbols,
  type Words,
} from '../model/lexicon.ts';
import { countWords, numberWords } from './numbers.ts';
import { type Phrases, phrases } from './phrases.ts';

/** The longest name of the lexicon that is looked for, in words. */
const longestName = 5;

let known: ReadonlyMap<string, Words> | undefined;

/** Every name of the lexicon in any language. */
function names(): ReadonlyMap<string, Words> {
  known ??= new Map(
    [
      ...allAbbreviations.flatMap(({ meanings }) => (meanings.length === 1 ? meanings : [])),
      ...symbols.map(({ words }) => words),
    ].flatMap((words) => [words.es, words.fr, words.en].map((name) => [plain(name), words] as const)),
  );
  return known;
}

/**
 * The text of a note as it is said: abbreviations and names of the lexicon in the language asked for, figures in words,
 * everything else as it is written. `R between dunes, CAP 168` is `droite entre dunes, cap cent soixante-huit`.
 */
export function spelt(text: string, language: Language): string {
  const clauses = text.split(/[,;:/\n]+/).map((clause) => {
    const words = clause.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const said: string[] = [];
    for (let i = 0; i < words.length; ) {
      const found = longest(words, i, language);
      said.push(found.said);
      i += found.words;
    }
    return said.join(' ');
  });
  return clauses.filter((clause) => clause !== '').join(', ');
}

function longest(
  words: readonly string[],
  from: number,
  language: Language,
): { said: string; words: number } {
  const [word = '', after = ''] = words.slice(from);
  if (/^\d{1,6}$/.test(word) && isUnit(after))
    return { said: measured(Number(word), after, language), words: 2 };
  const bare = word.replace(/^[("']+|[)"'.!?]+$/g, '');
  const abbreviation = abbreviationOf(bare);
  for (let count = Math.min(longestName, words.length - from); count > 0; count--) {
    const name = plain(words.slice(from, from + count).join(' '));
    const found = count === 1 && abbreviation ? undefined : names().get(name);
    if (found) return { said: found[language], words: count };
  }
  return { said: alone(bare, abbreviation, language), words: 1 };
}

function alone(word: string, abbreviation: Abbreviation | null, language: Language): string {
  if (abbreviation) return meaning(abbreviation, language);
  const [, figures = '', unit] = /^(\d{1,6})(m|km|cm|min|s)?$/.exec(word) ?? [];
  if (figures === '') return isUnit(word) ? phrases[language].units[word][1] : word;
  if (unit === undefined || !isUnit(unit)) return numberWords(Number(figures), language);
  return measured(Number(figures), unit, language);
}

function measured(figure: number, unit: keyof Phrases['units'], language: Language): string {
  const [one, many] = phrases[language].units[unit];
  return figure === 1 ? one : `${countWords(figure, language)} ${many}`;
}

function isUnit(word: string): word is keyof Phrases['units'] {
  return word in phrases.en.units;
}

/** An ambiguous one is said with all it may mean: the crew knows the place, we do not. */
function meaning({ meanings }: Abbreviation, language: Language): string {
  return meanings.map((words) => words[language]).join(` ${phrases[language].or} `);
}
