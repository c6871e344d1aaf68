import type { Rule } from './rule.ts';

/**
 * A note’s text fits into its box and is read in a glance.
 *
 * Source: none; the threshold `textCharacters` is what four lines of a printed box hold.
 */
export const rule: Rule = {
  code: 'RB708',
  name: 'text-too-long',
  severity: 'info',
  needs: 'odometer',
  *check({ having, thresholds, locate, say }) {
    for (const { index, note } of having.text) {
      const { text } = note;
      if (text === null || text.length <= thresholds.textCharacters) continue;
      const characters = [...text].length;
      if (characters <= thresholds.textCharacters) continue;
      yield {
        message: `the text of ${say(index)} has ${characters} characters; ${thresholds.textCharacters} fit into the box`,
        span: locate(['notes', index, 'text']),
        help: 'shorten it, or make two notes of it',
      };
    }
  },
};
