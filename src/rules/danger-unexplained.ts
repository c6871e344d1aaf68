import type { Rule } from './rule.ts';

/**
 * The highest danger says what it is: words, a symbol, a picture, or a safety waypoint.
 *
 * Source: OpenRally, cross-country example: danger 3 with WPS as per FIM.
 */
export const rule: Rule = {
  code: 'RB704',
  name: 'danger-unexplained',
  severity: 'warning',
  needs: 'odometer',
  *check({ having, locate, say, isBroken }) {
    for (const { index, note } of having.danger) {
      if (note.danger !== 3) continue;
      const { text, symbols, pictures, tulip, waypoints } = note;
      const explained =
        (text ?? '').trim() !== '' ||
        symbols.length > 0 ||
        pictures.text !== null ||
        pictures.tulip !== null ||
        (tulip?.symbols.length ?? 0) > 0 ||
        (tulip?.labels.length ?? 0) > 0 ||
        waypoints.some(({ type }) => type === 'WPS');
      if (explained || isBroken(['notes', index])) continue;
      yield {
        message: `${say(index)} is danger 3, but nothing says what the danger is`,
        span: locate(['notes', index, 'danger']),
        help: 'write what waits there, or add its symbol',
      };
    }
  },
};
