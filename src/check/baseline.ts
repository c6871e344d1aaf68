import * as z from 'zod';
import { jsonDocument } from '../formats/tree/json.ts';
import { placeOf } from '../formats/tree/node.ts';
import { parseLenient } from '../model/lenient.ts';
import { identitiesOf } from '../report/identity.ts';
import type { CheckedFile } from '../report/report.ts';
import { type Diagnostic, problem } from '../text/diagnostic.ts';
import type { Source } from '../text/source.ts';

const Entry = z.strictObject({
  /** Relative to the baseline's folder, with forward slashes. */
  file: z.string().max(4096),
  rule: z.string().max(100),
  /** For people; `id` alone counts. */
  message: z.string().max(10_000),
  /** As `identitiesOf` gives it. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
});
type Entry = z.output<typeof Entry>;

/** A baseline file: the findings that an event lives with. */
const Baseline = z.strictObject({ baseline: z.literal(1), findings: z.array(Entry).max(1_000_000) });

/** The findings of a baseline file, or the first thing that is wrong in it. */
export function readBaseline({ text }: Source): { findings: readonly Entry[]; wrong: Diagnostic | null } {
  const { value, root, diagnostics } = jsonDocument(text);
  const parsed = parseLenient(
    Baseline,
    structuredClone(value),
    (path, part = 'value') => {
      const tree = root();
      return tree && placeOf(tree, path, part);
    },
    (path) => path.join(' ') || 'the baseline',
  );
  const [wrong = null] = [...diagnostics, ...parsed.diagnostics];
  if (wrong === null && parsed.value === null)
    return { findings: [], wrong: problem('wrong-type', { message: 'the baseline must be an object' }) };
  return { findings: parsed.value?.findings ?? [], wrong };
}

/** A line for each finding, so that a change of the baseline reads like what it is. */
export function writeBaseline(findings: readonly Entry[]): string {
  const lines = findings.map(
    ({ file, rule, message, id }) => `    ${JSON.stringify({ file, rule, message, id })}`,
  );
  return `{\n  "baseline": 1,\n  "findings": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

/** The findings of a file as a baseline keeps them; `path` is relative to the baseline's folder. */
export function entriesOf(path: string, { text, diagnostics }: CheckedFile): Entry[] {
  const ids = identitiesOf({ file: path, text, diagnostics });
  return diagnostics.map(({ rule, message }, index) => ({ file: path, rule, message, id: ids[index] ?? '' }));
}

/** What of a file is new to a baseline, and how much is not. */
export function newTo(
  known: ReadonlySet<string>,
  path: string,
  checked: CheckedFile,
): { readonly checked: CheckedFile; readonly known: number } {
  const ids = identitiesOf({ ...checked, file: path });
  const diagnostics = checked.diagnostics.filter((_, index) => !known.has(ids[index] ?? ''));
  return {
    checked: { ...checked, diagnostics },
    known: checked.diagnostics.length - diagnostics.length,
  };
}
