import type { Diagnostic } from '../text/diagnostic.ts';
import { forTerminal } from '../text/escape.ts';
import type { Span } from '../text/span.ts';
import { frame } from './frame.ts';
import { type Place, placing } from './place.ts';
import type { CheckedFile, Report, Style, Totals } from './report.ts';
import { summary } from './words.ts';

/** For people: each finding with the line it is about. The first line of a finding is what editors and grep expect. */
export const text: Report = {
  name: 'text',
  summary: 'for people, with the lines that are meant',
  begin: (style) => ({
    file: (checked) => checked.diagnostics.map(findings(checked, style)).join(''),
    end: (totals) => `${summary(totals, (text, what) => style.paint[what](text))}${repairs(totals)}\n`,
  }),
};

function findings({ file, text: source }: CheckedFile, style: Style): (diagnostic: Diagnostic) => string {
  const place = placing(source);
  const { paint } = style;
  return ({ span, severity, message, code, rule, notes, help, fix }) => {
    const at = span === null || source === '' ? null : place(span);
    const where = `${forTerminal(file)}${at === null ? '' : `:${at.line}:${at.column}`}`;
    const lines = [
      `${paint.strong(where)}: ${paint[severity](severity)}: ${paint.strong(forTerminal(message))} ${paint.faint(`[${code} ${rule}]`)}`,
      ...framed(source, span, at, style, paint[severity]),
    ];
    for (const note of notes) {
      const beside = note.span === null || source === '' ? null : place(note.span);
      // On the same line, the line itself says it.
      if (beside !== null && beside.line === at?.line) continue;
      lines.push(`  ${paint.faint('note:')} ${forTerminal(note.message)}`);
      lines.push(...framed(source, note.span, beside, style, paint.faint));
    }
    if (help !== null) lines.push(`  ${paint.good('help:')} ${forTerminal(help)}`);
    if (fix !== null) {
      lines.push(
        `  ${paint.good('fix:')} ${forTerminal(fix.title)} (${fix.safe ? '--fix' : '--fix-unsafe'})`,
      );
    }
    return `${lines.join('\n')}\n\n`;
  };
}

function framed(
  source: string,
  span: Span | null,
  at: Place | null,
  { paint, width }: Style,
  mark: (text: string) => string,
): string[] {
  if (span === null || at === null) return [];
  const number = String(at.line).padStart(5);
  const shown = frame(source, span, Math.max(20, width - number.length - 3));
  if (shown.source === '') return [];
  return [
    `${paint.faint(`${number} |`)} ${shown.source}`,
    `${paint.faint(`${' '.repeat(number.length)} |`)} ${mark(shown.underline)}`,
  ];
}

function repairs({ fixable }: Totals): string {
  return fixable > 0 ? ` (${fixable} can be repaired with --fix)` : '';
}
