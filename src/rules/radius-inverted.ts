import type { Rule } from './rule.ts';

/**
 * A waypoint opens (guidance begins) before it clears (is validated): its open radius is not smaller than its clear one.
 *
 * Source: the editor Tulip 1.11 raises the open radius to the clear one whenever it is smaller.
 */
export const rule: Rule = {
  code: 'RB601',
  name: 'radius-inverted',
  severity: 'error',
  needs: 'odometer',
  *check({ having, locate, textAt, say }) {
    for (const { index, note } of having.waypoints) {
      const { waypoints } = note;
      for (const [w, { type, open, clear }] of waypoints.entries()) {
        if (open === null || clear === null || open >= clear) continue;
        const left = locate(['notes', index, 'waypoints', w, 'open']);
        const right = locate(['notes', index, 'waypoints', w, 'clear']);
        const canSwap = left && right && [left, right].every((span) => /^\d+$/.test(textAt(span)));
        yield {
          message: `${type} at ${say(index)} opens at ${open} m, inside its clear radius of ${clear} m`,
          span: left,
          notes: [{ message: `clear ${clear} m`, span: right }],
          help: 'the two radii may be swapped',
          fix: canSwap
            ? {
                title: 'swap the two radii',
                safe: false,
                edits: [
                  { span: left, text: textAt(right) },
                  { span: right, text: textAt(left) },
                ],
              }
            : null,
        };
      }
    }
  },
};
