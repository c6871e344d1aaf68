import { abbreviationOf, allAbbreviations, type Language, symbolOf, symbols } from '../model/lexicon.ts';
import type { Roadbook } from '../model/roadbook.ts';
import { randomFrom } from '../odometer/random.ts';

export interface Question {
  /** As a note shows it: `KpL`, `r/crst`. */
  readonly shown: string;
  readonly choices: readonly string[];
  /** Place of the right one. */
  readonly right: number;
}

interface Term {
  readonly shown: string;
  readonly words: string;
}

const choices = 4;

/**
 * Questions on the lexicon: first on what these roadbooks use, then on the rest. The same seed asks the same. Abbreviations
 * with several meanings are left out: no answer would be right.
 */
export function questionsOf(
  roadbooks: readonly Roadbook[],
  language: Language,
  count: number,
  seed: number,
): Question[] {
  const random = randomFrom(seed);
  const used = new Set(roadbooks.flatMap(termsUsed));
  const all = lexicon(language);
  const ordered = [
    ...shuffled(
      all.filter(({ shown }) => used.has(shown)),
      random,
    ),
    ...shuffled(
      all.filter(({ shown }) => !used.has(shown)),
      random,
    ),
  ];
  return ordered.slice(0, count).map((term) => {
    const others = shuffled(
      all.filter(({ words }) => words !== term.words),
      random,
    );
    const wrong = [...new Set(others.map(({ words }) => words))].slice(0, choices - 1);
    const offered = shuffled([term.words, ...wrong], random);
    return { shown: term.shown, choices: offered, right: offered.indexOf(term.words) };
  });
}

function lexicon(language: Language): Term[] {
  const named = new Map<string, Term>();
  for (const { code, meanings } of allAbbreviations) {
    const [only] = meanings;
    if (only && meanings.length === 1) named.set(code, { shown: code, words: only[language] });
  }
  for (const { short, words } of symbols) {
    // A short word that is the answer asks nothing.
    if (short !== words[language] && !named.has(short))
      named.set(short, { shown: short, words: words[language] });
  }
  return [...named.values()].filter(({ shown, words }) => shown.toLowerCase() !== words.toLowerCase());
}

function termsUsed({ notes }: Roadbook): string[] {
  return notes.flatMap(({ text, symbols, tulip }) => [
    ...(text ?? '').split(/[\s,;.()]+/).flatMap((word) => abbreviationOf(word)?.code ?? []),
    ...[...symbols, ...(tulip?.symbols.map(({ symbol }) => symbol) ?? [])].flatMap(
      (id) => symbolOf(id)?.short ?? [],
    ),
  ]);
}

/** Fisher and Yates, 1938, as Durstenfeld gave it for computers. */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    const [a, b] = [out[i], out[other]];
    if (a === undefined || b === undefined) continue;
    out[i] = b;
    out[other] = a;
  }
  return out;
}
