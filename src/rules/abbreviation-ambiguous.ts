import { abbreviationOf } from '../model/lexicon.ts';
import type { Note } from '../model/roadbook.ts';
import type { Rule } from './rule.ts';
import { wordSpan } from './text-span.ts';

/**
 * An abbreviation with two meanings stands beside something that decides: DN is a dune in the lexicon, and the start of a
 * neutralisation on the ground.
 *
 * Source: Tulip 1.11 glyphs (DN for dune) against the waypoint type DN.
 */
export const rule: Rule = {
  code: 'RB707',
  name: 'abbreviation-ambiguous',
  severity: 'info',
  needs: 'odometer',
  *check(context) {
    const { notes, say } = context;
    for (const { word, note, at } of context.capitals) {
      const meanings = abbreviationOf(word)?.meanings ?? [];
      if (meanings.length < 2 || isDecided(notes, note)) continue;
      yield {
        message: `“${word}” in ${say(note)} may mean ${meanings.map(({ en }) => en).join(' or ')}`,
        span: wordSpan(context, note, word, at),
        help: 'write it out, or add the symbol or the mark that is meant',
      };
    }
  },
};

/** A neutralisation begins or ends nearby, or the note says by symbol or surface that there are dunes. */
function isDecided(notes: readonly Note[], index: number): boolean {
  const around = notes.slice(Math.max(0, index - 2), index + 3);
  if (around.some(({ waypoints }) => waypoints.some(({ type }) => type === 'DN' || type === 'FN')))
    return true;
  const { symbols = [], tulip = null, surface = null } = notes[index] ?? {};
  const isDune = (id: string) => id.includes('dun');
  const drawn = tulip?.symbols.some(({ symbol }) => isDune(symbol)) ?? false;
  return drawn || symbols.some(isDune) || surface === 'dunes' || surface === 'sand';
}
