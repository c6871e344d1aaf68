import type { Context } from './context.ts';
import { median, turn } from './ground.ts';
import { exitHeadings, leastTurn } from './headings.ts';
import type { Rule } from './rule.ts';

/** Fewer headings than this prove nothing. */
const least = 8;

/**
 * Headings count from true north. When all are off the track’s by one and the same angle, they were read from a compass,
 * or the map was turned.
 *
 * Source: Tulip 1.11 and Rally Navigator compute true headings; some events for navigators teach magnetic ones
 * (lesgazellesit, 2011). The declination in rally country is between −2° and 15°.
 */
export const rule: Rule = {
  code: 'RB715',
  name: 'caps-magnetic',
  severity: 'warning',
  needs: 'geometry',
  *check(context) {
    const turns = turnsOf(context);
    const [first] = turns;
    if (first === undefined || turns.length < least) return;
    const common = median(turns.map(({ off }) => off));
    const close = turns.filter(({ off }) => Math.abs(off - common) <= 1.5).length;
    if (Math.abs(common) < 3 || Math.abs(common) > context.thresholds.capDegrees) return;
    if (close < 0.8 * turns.length) return;
    yield {
      message: `${close} of ${turns.length} CAPs are off the track’s heading by ${Math.abs(Math.round(common))}° ${common > 0 ? 'to the right' : 'to the left'}: they may be magnetic`,
      span: context.locate(['notes', first.index, 'cap']),
      help: 'headings in a roadbook count from true north',
    };
  },
};

/** How far each CAP is turned from the heading of the track, by the reach that fits all headings best. */
function turnsOf(context: Context): { index: number; off: number }[] {
  const { having, ground } = context;
  if (ground === null) return [];
  const found = having.cap.flatMap(({ index, note: { cap } }) =>
    cap === null ? [] : [{ index, cap, headings: exitHeadings(ground, index) }],
  );
  const rough = median(
    found.map(({ cap, headings: [first] }) => (first === undefined ? 0 : turn(first, cap))),
  );
  return found.flatMap(({ index, cap, headings }) => {
    const off = leastTurn(
      headings.map((heading) => heading + rough),
      cap,
    );
    return off === null ? [] : [{ index, off: off + rough }];
  });
}
