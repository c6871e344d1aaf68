import type { CheckedFile, Totals } from '../report/report.ts';

export const nothing: Totals = { files: 0, counts: { error: 0, warning: 0, info: 0 }, fixable: 0, known: 0 };

/** Counts a roadbook and its findings. */
export function add(totals: Totals, checked: CheckedFile, known = 0): Totals {
  return { ...count(totals, checked), files: totals.files + 1, known: totals.known + known };
}

/** Counts findings alone: those of a config file. */
export function count({ files, counts, fixable, known }: Totals, { diagnostics }: CheckedFile): Totals {
  const sum = (severity: keyof Totals['counts']) =>
    counts[severity] + diagnostics.filter((found) => found.severity === severity).length;
  return {
    files,
    counts: { error: sum('error'), warning: sum('warning'), info: sum('info') },
    fixable: fixable + diagnostics.filter(({ fix }) => fix?.safe === true).length,
    known,
  };
}
