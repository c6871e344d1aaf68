import type { Note } from '../model/roadbook.ts';
import type { Rule } from './rule.ts';

/** Words that notes of one language use and those of the others do not, in lower case. */
const telling = {
  English: 'left right after before keep leave into towards follow between and the with road track bridge',
  French: 'gauche droite après avant garder quitter vers suivre entre dans avec tout piste sortie pont sur',
  Spanish: 'izquierda derecha después antes mantener salir hacia seguir dentro con recto pista camino puente',
};
type Language = keyof typeof telling;
const languages: readonly Language[] = ['English', 'French', 'Spanish'];

const languageOf = new Map<string, Language | null>();
for (const language of languages) {
  // A word of two of them tells nothing.
  for (const word of telling[language].split(' '))
    languageOf.set(word, languageOf.has(word) ? null : language);
}

/** Runs of letters as these languages have them; others stand in no word above. */
const letters = /[a-z\u00df-\u00f6\u00f8-\u024f]+/g;

/**
 * All notes speak one language. A few in another were copied from another roadbook, and a crew stumbles over them; a
 * roadbook that says everything twice, or half and half, is meant to.
 *
 * Source: none; international events use the English edition of the lexicon (terrapirata.com/roadbook-lexicon).
 */
export const rule: Rule = {
  code: 'RB709',
  name: 'languages-mixed',
  severity: 'info',
  needs: 'odometer',
  *check({ having, locate, say }) {
    const byLanguage = new Map<Language, number[]>();
    for (const { index, note } of having.text) {
      const language = spokenIn(note);
      if (language === null) continue;
      const before = byLanguage.get(language);
      if (before === undefined) byLanguage.set(language, [index]);
      else before.push(index);
    }
    const [most, ...others] = [...byLanguage].sort(([, a], [, b]) => b.length - a.length);
    for (const [language, found] of others) {
      const [first] = found;
      if (!most || first === undefined || found.length * 4 > most[1].length) continue;
      yield {
        message: `${say(first)} speaks ${language}, ${most[1].length} notes speak ${most[0]}`,
        span: locate(['notes', first, 'text']),
        notes: found
          .slice(1, 6)
          .map((index) => ({ message: `${say(index)} too`, span: locate(['notes', index, 'text']) })),
        help: `say it in ${most[0]}`,
      };
    }
  },
};

/** The one language that the words of a note tell; null where they tell none, or several. */
function spokenIn({ text }: Note): Language | null {
  let spoken: Language | null = null;
  for (const word of (text ?? '').toLowerCase().match(letters) ?? []) {
    const language = languageOf.get(word) ?? null;
    if (language === null) continue;
    if (spoken !== null && spoken !== language) return null;
    spoken = language;
  }
  return spoken;
}
