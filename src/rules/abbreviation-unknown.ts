import { abbreviationOf, allAbbreviations } from '../model/lexicon.ts';
import { nearest } from '../text/nearest.ts';
import type { Rule } from './rule.ts';
import { wordSpan } from './text-span.ts';

/** Words in capitals that everybody reads, and the letters of roads, units and officials. */
const plainWords = new Set(
  'STOP START FINISH END SS GPS KM PK OK SOS NO GO UTM WC CAP ZONE RESET'.split(' '),
);

/**
 * An abbreviation is one of the lexicon: the crew has seconds to read it. Each unknown one is said once.
 *
 * Source: the FIA cross-country lexicon as Tulip 1.11 and RDBK.app name its entries (see lexicon/abbreviations.ts).
 */
export const rule: Rule = {
  code: 'RB706',
  name: 'abbreviation-unknown',
  severity: 'info',
  needs: 'odometer',
  *check(context) {
    const seen = new Set<string>();
    for (const { word, note, at } of context.capitals) {
      if (seen.has(word) || plainWords.has(word) || abbreviationOf(word) !== null) continue;
      seen.add(word);
      const codes = allAbbreviations.map(({ code }) => code).filter((code) => code.length > 1);
      const meant = word.length < 3 ? null : nearest(word, codes);
      yield {
        message: `“${word}” in ${context.say(note)} is no abbreviation of the lexicon`,
        span: wordSpan(context, note, word, at),
        help: meant === null ? 'write it out' : `did you mean ${meant}? If not, write it out`,
      };
    }
  },
};
