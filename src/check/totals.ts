import type { CheckedFile, Totals } from '../report/report.ts';

export const nothing: Totals = { files: 0, counts: { error: 0, warning: 0, info: 0 }, fixable: 0 };

export function add({ files, counts, fixable }: Totals, { diagnostics }: CheckedFile): Totals {
  const count = (severity: keyof Totals['counts']) =>
    counts[severity] + diagnostics.filter((found) => found.severity === severity).length;
  return {
    files: files + 1,
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    fixable: fixable + diagnostics.filter(({ fix }) => fix?.safe === true).length,
  };
}
