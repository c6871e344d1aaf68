import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, Fix } from '../text/diagnostic.ts';
import { type Showing, shown } from './findings.ts';
import { rangeIn, touches } from './range.ts';

/** Every safe fix of a file at once: what an editor can do on each save. */
export const fixAll = `${CodeActionKind.SourceFixAll}.roadbook`;

/** The fixes of the findings in a range, the safe ones preferred; and all safe ones of the file. */
export function actionsIn(
  document: TextDocument,
  range: Range,
  diagnostics: readonly Diagnostic[],
  showing: Showing,
): CodeAction[] {
  const asked = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const actions: CodeAction[] = diagnostics.flatMap((found) => {
    if (found.fix === null || !touches(found.span ?? { start: 0, end: 0 }, asked)) return [];
    const { title, safe } = found.fix;
    return {
      title: safe ? title : `${title} (may change what was meant)`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [shown(document, found, showing)],
      isPreferred: safe,
      edit: { changes: { [document.uri]: editsOf(document, found.fix) } },
    };
  });
  const all = apart(diagnostics.flatMap(({ fix }) => (fix?.safe === true ? [fix] : [])));
  if (all.length === 0) return actions;
  const edits = all.flatMap((fix) => editsOf(document, fix));
  const everything = { title: 'Fix all that is certain', kind: fixAll };
  return [...actions, { ...everything, edit: { changes: { [document.uri]: edits } } }];
}

/** The fixes that do not touch an earlier one: an editor refuses edits that overlap. */
function apart(fixes: readonly Fix[]): Fix[] {
  const taken: Fix[] = [];
  for (const fix of fixes) {
    const edits = taken.flatMap((one) => one.edits);
    if (!fix.edits.some(({ span }) => edits.some((other) => touches(span, other.span)))) taken.push(fix);
  }
  return taken;
}

function editsOf(document: TextDocument, { edits }: Fix): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeIn(document, span), newText: text }));
}
