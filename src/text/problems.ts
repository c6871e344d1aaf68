/**
 * Everything that can be wrong with a file before the rules look at it. Readers and schemas report these; the rules
 * (src/rules) bring their own. To add one: a line here and a section in problems.md, which is what `explain` prints.
 * Codes are stable: never reuse one. RB0 the file, RB1 its structure, RB2 single values, RB9 what a conversion loses.
 */
export const problems = {
  'empty-file': { code: 'RB001', severity: 'error' },
  'binary-file': { code: 'RB002', severity: 'error' },
  'unknown-format': { code: 'RB003', severity: 'error' },
  'bad-encoding': { code: 'RB004', severity: 'error' },
  'too-large': { code: 'RB005', severity: 'error' },
  'too-deep': { code: 'RB006', severity: 'error' },
  'doctype-refused': { code: 'RB007', severity: 'error' },
  'too-many-notes': { code: 'RB008', severity: 'error' },
  'too-many-findings': { code: 'RB009', severity: 'error' },
  syntax: { code: 'RB101', severity: 'error' },
  'duplicate-key': { code: 'RB102', severity: 'error' },
  'unknown-key': { code: 'RB103', severity: 'error' },
  'wrong-type': { code: 'RB104', severity: 'error' },
  'missing-value': { code: 'RB105', severity: 'error' },
  'unknown-value': { code: 'RB106', severity: 'error' },
  'not-a-roadbook': { code: 'RB107', severity: 'error' },
  'reserved-key': { code: 'RB108', severity: 'error' },
  'alias-refused': { code: 'RB109', severity: 'error' },
  'format-deviation': { code: 'RB110', severity: 'warning' },
  'several-documents': { code: 'RB111', severity: 'error' },
  'allowance-unused': { code: 'RB112', severity: 'warning' },
  'allowance-without-reason': { code: 'RB113', severity: 'warning' },
  'allowance-unknown': { code: 'RB114', severity: 'warning' },
  'value-out-of-range': { code: 'RB201', severity: 'error' },
  'not-finite': { code: 'RB202', severity: 'error' },
  'cap-out-of-range': { code: 'RB203', severity: 'error' },
  'danger-out-of-range': { code: 'RB204', severity: 'error' },
  'bad-coordinate': { code: 'RB205', severity: 'error' },
  'bad-date': { code: 'RB206', severity: 'error' },
  'distance-derived': { code: 'RB207', severity: 'info' },
  'not-carried': { code: 'RB901', severity: 'warning' },
} as const satisfies Record<string, { code: `RB${number}`; severity: Severity }>;

export type Severity = 'error' | 'warning' | 'info';
export type ProblemName = keyof typeof problems;
