import { turn } from './ground.ts';
import { entryHeadings, exitHeadings } from './headings.ts';
import type { Rule } from './rule.ts';

/**
 * The tulip leaves the note as the track does: a drawing turned to the wrong side sends everybody to the wrong side.
 *
 * Source: RN2 and TLP geometry: the drawn exit turns by the heading out less the heading in. Tulips are sketches, so only
 * what is off by more than `tulipDegrees` is named.
 */
export const rule: Rule = {
  code: 'RB713',
  name: 'tulip-against-track',
  severity: 'error',
  needs: 'geometry',
  *check(context) {
    const { notes, having, ground, thresholds, locate, say } = context;
    if (ground === null) return;
    for (const { index, note } of having.tulip) {
      const { tulip } = note;
      const exit = tulip?.exit?.angle ?? null;
      if (exit === null || index === 0 || index === notes.length - 1) continue;
      const exits = exitHeadings(ground, index);
      const turns = entryHeadings(ground, index).flatMap((entry) => exits.map((out) => turn(entry, out)));
      const [nearest] = turns.sort((a, b) => Math.abs(turn(a, exit)) - Math.abs(turn(b, exit)));
      if (nearest === undefined || Math.abs(turn(nearest, exit)) <= thresholds.tulipDegrees) continue;
      yield {
        message: `the tulip of ${say(index)} leaves ${side(exit)}, but the track ${side(nearest)}`,
        span: locate(['notes', index, 'tulip', 'exit', 'angle']),
        help: 'draw the tulip anew; if it is right, the note or the track lies in the wrong place',
      };
    }
  },
};

function side(degrees: number): string {
  const angle = Math.abs(Math.round(degrees));
  if (angle < 15) return 'straight on';
  return `${angle}° to the ${degrees < 0 ? 'left' : 'right'}`;
}
