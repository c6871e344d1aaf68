import type { CheckedFile } from '../report/report.ts';
import type { Ruling } from '../rules/run.ts';
import type { Edit, Fix } from '../text/diagnostic.ts';
import { applyEdits, collide } from '../text/edits.ts';
import type { Source } from '../text/source.ts';
import { lintText } from './lint.ts';

/** A file with its fixes applied, and what is left to find in it. */
export interface Repaired {
  readonly text: string;
  /** How many fixes were applied. */
  readonly count: number;
  readonly checked: CheckedFile;
}

/** A fix may make way for another; none needs as many rounds. */
const mostRounds = 10;

/**
 * Applies the fixes of a file until there are none left: the safe ones, or all. A round that would bring new errors is taken
 * back. Repairing twice changes nothing.
 */
export async function repair(source: Source, ruling: Ruling, unsafe: boolean): Promise<Repaired> {
  let { text } = source;
  let checked = await lintText(source, ruling);
  let count = 0;
  for (let round = 0; round < mostRounds; round++) {
    const fixes = apart(
      checked.diagnostics.flatMap(({ fix }) => (fix !== null && (fix.safe || unsafe) ? [fix] : [])),
    );
    if (fixes.length === 0) break;
    const next = applyEdits(
      text,
      fixes.flatMap(({ edits }) => edits),
    );
    const after = await lintText({ ...source, text: next }, ruling);
    if (errorsIn(after) > errorsIn(checked) || next === text) break;
    text = next;
    checked = after;
    count += fixes.length;
  }
  return { text, count, checked };
}

/** The fixes that leave alone what an earlier one changes; the others get their turn in the next round. */
function apart(fixes: readonly Fix[]): Fix[] {
  const taken: Fix[] = [];
  const edits: Edit[] = [];
  for (const fix of fixes) {
    if (fix.edits.some((edit) => edits.some((other) => collide(edit, other)))) continue;
    taken.push(fix);
    edits.push(...fix.edits);
  }
  return taken;
}

function errorsIn({ diagnostics }: CheckedFile): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}
