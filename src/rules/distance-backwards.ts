import type { Note } from '../model/roadbook.ts';
import type { Finding } from '../text/diagnostic.ts';
import type { Context } from './context.ts';
import type { Rule } from './rule.ts';

/**
 * Totals grow from note to note until a reset. Where they drop, one figure is wrong or a reset is missing: if all is
 * well again without one of the two notes, that one is named.
 *
 * Source: the rbtool of rally-roadbook (“distance backwards”); RESET as Tulip prints it.
 */
export const rule: Rule = {
  code: 'RB403',
  name: 'distance-backwards',
  severity: 'error',
  needs: 'odometer',
  *check(context) {
    const { notes } = context;
    let last: number | null = null;
    for (const [index, { distance }] of notes.entries()) {
      if (notes[index - 1]?.reset != null) last = null;
      if (distance === null) continue;
      const previous: number | null = last === null ? null : (notes[last]?.distance ?? null);
      if (last === null || previous === null || distance >= previous) {
        last = index;
        continue;
      }
      const next = after(notes, index);
      if (next !== null && next >= previous) {
        yield drop(context, last, index);
      } else {
        yield before(notes, last) <= distance ? tooFar(context, last, index) : drop(context, last, index);
        last = index;
      }
    }
  },
};

/** The distance of the next note that has one, on the same printed count. */
function after(notes: readonly Note[], from: number): number | null {
  for (let i = from; i < notes.length - 1 && notes[i]?.reset === null; i++) {
    const distance = notes[i + 1]?.distance ?? null;
    if (distance !== null) return distance;
  }
  return null;
}

/** What the count stood at before a note. */
function before(notes: readonly Note[], from: number): number {
  for (let i = from - 1; i >= 0; i--) {
    const known = notes[i]?.reset ?? notes[i]?.distance ?? null;
    if (known !== null) return known;
  }
  return 0;
}

function tooFar({ notes, locate, say }: Context, first: number, second: number): Finding {
  return {
    message: `${say(first)} lies further than ${say(second)}, which comes after it`,
    span: locate(['notes', first, 'distance']),
    notes: [{ message: say(second), span: locate(['notes', second, 'distance']) }],
    help: `correct the distance of note ${notes[first]?.number}, or mark it as a reset if the count starts again there`,
  };
}

function drop({ notes, locate, say }: Context, first: number, second: number): Finding {
  return {
    message: `${say(second)} lies before ${say(first)}, and no reset stands between them`,
    span: locate(['notes', second, 'distance']),
    notes: [{ message: say(first), span: locate(['notes', first, 'distance']) }],
    help: `correct the distance of note ${notes[second]?.number}, or mark note ${notes[second - 1]?.number} as a reset if the count starts again there`,
  };
}
