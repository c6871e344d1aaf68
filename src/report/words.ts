import type { Severity } from '../text/problems.ts';
import type { Totals } from './report.ts';

/** `1 file`, `2 files`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** `3 files checked: 2 errors, 1 warning`; `as` may paint the parts. */
export function summary(
  { files, counts }: Totals,
  as: (text: string, what: Severity | 'good') => string = (text) => text,
): string {
  const found = (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) =>
      as(severity === 'info' ? `${counts.info} info` : plural(counts[severity], severity), severity),
    );
  return `${plural(files, 'file')} checked: ${found.length > 0 ? found.join(', ') : as('nothing found', 'good')}`;
}
