import { lineStyles, services, surfaces, waypointTypes } from '../model/fields.ts';
import { abbreviationOf, allAbbreviations, symbolOf, symbols, type Words } from '../model/lexicon.ts';

/** A word that may stand in a document, and what it means: several meanings make it ambiguous, none is plain enough. */
export interface Term {
  readonly word: string;
  readonly kind: string;
  readonly meanings: readonly Words[];
}

/** Words of one place in a document. `find` knows more than `all` where numbers are part of a word. */
export interface Vocabulary {
  readonly all: readonly Term[];
  readonly find: (word: string) => Term | null;
  /** In running text the words are few among many: they are not forced upon whoever writes. */
  readonly isProse: boolean;
}

const symbolTerms: Vocabulary = {
  all: symbols.map(({ id, class: kind, words }) => ({ word: id, kind, meanings: [words] })),
  find: (word) => {
    const symbol = symbolOf(word);
    return symbol && { word, kind: symbol.class, meanings: [symbol.words] };
  },
  isProse: false,
};

const abbreviationTerms: Vocabulary = {
  all: allAbbreviations.map(({ code, meanings }) => ({ word: code, kind: 'abbreviation', meanings })),
  find: (word) => {
    const known = abbreviationOf(word);
    return known && { word: known.code, kind: 'abbreviation', meanings: known.meanings };
  },
  isProse: true,
};

/** The mark's symbol explains it: as an abbreviation in a text, `DN` may be a dune. */
const markTerms = listed('waypoint', waypointTypes, (type) =>
  symbols.flatMap(({ class: kind, short, words }) =>
    kind === 'organisation' && short === type ? [words] : [],
  ),
);

const surfaceTerms = listed('surface', surfaces);
const serviceTerms = listed('service', services);
const lineTerms = listed('line style', lineStyles);

/** The words for the value of a key, innermost first; null where anything may stand. */
export function vocabularyOf([key, ...outer]: readonly string[]): Vocabulary | null {
  switch (key) {
    case 'symbols':
    case 'symbol':
      return symbolTerms;
    case 'wp':
    case 'zone':
    case 'waypoints':
    case 'type':
      return markTerms;
    case 'surface':
      return outer.includes('tulip') ? lineTerms : surfaceTerms;
    case 'line':
    case 'in':
    case 'entry':
      return lineTerms;
    case 'services':
      return serviceTerms;
    case 'text':
      return abbreviationTerms;
    default:
      // A line of a text that looks like a key: `text: |`, then `NB: kpL`.
      return outer[0] === 'text' ? abbreviationTerms : null;
  }
}

function listed(
  kind: string,
  words: readonly string[],
  meaning: (word: string) => Words[] = () => [],
): Vocabulary {
  const all = words.map((word) => ({ word, kind, meanings: meaning(word) }));
  return { all, find: (word) => all.find((term) => term.word === word) ?? null, isProse: false };
}

/** `well, puits, pozo`; the languages that say the same say it once. */
export function inWords({ en, fr, es }: Words): string {
  return [...new Set([en, fr, es])].join(', ');
}
