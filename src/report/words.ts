import type { Severity } from '../text/problems.ts';
import type { Totals } from './report.ts';

/** `1 file`, `2 files`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `3 files checked: 2 errors, 1 warning`; with a baseline also `4 known`; `as` may paint the parts. */
export function summary(
  { files, counts, known }: Totals,
  as: (text: string, what: Severity | 'good') => string = (text) => text,
): string {
  const found = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) =>
      as(severity === 'info' ? `${counts.info} info` : plural(counts[severity], severity), severity),
    );
  if (found.length === 0) found.push(as(known > 0 ? 'nothing new' : 'nothing found', 'good'));
  if (known > 0) found.push(`${known} known`);
  return `${plural(files, 'file')} checked: ${found.join(', ')}`;
}
