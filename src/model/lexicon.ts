import { abbreviations } from './lexicon/abbreviations.ts';
import { built } from './lexicon/built.ts';
import { natural } from './lexicon/natural.ts';
import { organisation } from './lexicon/organisation.ts';
import { signs } from './lexicon/signs.ts';
import type { SymbolTable, Words } from './lexicon/table.ts';
import { terrain } from './lexicon/terrain.ts';

/**
 * The lexicon: symbols by our ids, abbreviations by their letters. The vocabulary is the FIA cross-country lexicon's as
 * the Tulip editor and RDBK.app name its entries; the words are ours. Ids are the Tulip editor's where it has one. A
 * symbol that is not here stays in the roadbook under its own name.
 */

export type { Language, Words } from './lexicon/table.ts';

export type SymbolClass = 'natural' | 'terrain' | 'built' | 'organisation' | 'sign' | 'distance';

export interface LexiconSymbol {
  readonly id: string;
  readonly class: SymbolClass;
  /** At most six characters, for a terminal. */
  readonly short: string;
  readonly words: Words;
}

/** What letters in a note mean. More than one meaning makes them ambiguous: DN. */
export interface Abbreviation {
  readonly code: string;
  readonly meanings: readonly Words[];
}

/** Every symbol but the numbered ones: `speed-50`, `speed-50-end` and `distance-150` exist for any number. */
export const symbols: readonly LexiconSymbol[] = [
  ...symbolsOf('natural', natural),
  ...symbolsOf('terrain', terrain),
  ...symbolsOf('built', built),
  ...symbolsOf('organisation', organisation),
  ...symbolsOf('sign', signs),
];

export const allAbbreviations: readonly Abbreviation[] = Object.entries(abbreviations).map(
  ([code, meanings]) => ({ code, meanings: meanings.map(([en, fr, es]) => ({ en, fr, es })) }),
);

const byId = new Map(symbols.map((symbol) => [symbol.id, symbol]));
const byCode = new Map(allAbbreviations.map((one) => [one.code, one]));
const byCapitals = new Map(allAbbreviations.map((one) => [one.code.toUpperCase(), one]));

/** The symbol of an id; null where the lexicon has none. */
export function symbolOf(id: string): LexiconSymbol | null {
  return byId.get(id) ?? numbered(id);
}

/** The abbreviation; from three letters on in any case (`KpL`). Null where the lexicon has none. */
export function abbreviationOf(text: string): Abbreviation | null {
  return byCode.get(text) ?? (text.length >= 3 ? (byCapitals.get(text.toUpperCase()) ?? null) : null);
}

/** The id of the symbol with this name: its id or its words in any language, whatever the case, accents and spaces. */
export function symbolNamed(name: string): string | null {
  byName ??= new Map(
    [...symbols].reverse().flatMap(({ id, words }) => {
      return [words.es, words.fr, words.en, id].map((one) => [plain(one), id]);
    }),
  );
  return byName.get(plain(name)) ?? null;
}

let byName: ReadonlyMap<string, string> | undefined;

/** Letters and digits alone, in lower case and without accents. */
export function plain(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function symbolsOf(name: SymbolClass, table: SymbolTable): LexiconSymbol[] {
  return Object.entries(table).map(([id, [short, en, fr, es]]) => ({
    id,
    class: name,
    short,
    words: { en, fr, es },
  }));
}

function numbered(id: string): LexiconSymbol | null {
  const [, what, figures, end] = /^(speed|distance)-(\d{1,4})(-end)?$/.exec(id) ?? [];
  if (what === undefined || figures === undefined) return null;
  const n = String(Number(figures));
  if (what === 'distance') {
    if (end) return null;
    return {
      id,
      class: 'distance',
      short: `${n}m`,
      words: { en: `${n} metres`, fr: `${n} mètres`, es: `${n} metros` },
    };
  }
  const words = end
    ? { en: `end of limit ${n}`, fr: `fin de limite ${n}`, es: `fin de límite ${n}` }
    : { en: `limit ${n}`, fr: `limite ${n}`, es: `límite ${n}` };
  return { id, class: 'sign', short: end ? `/${n}` : n, words };
}
