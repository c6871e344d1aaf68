import { forMarkup, forTerminal } from '../text/escape.ts';
import { placing } from './place.ts';
import type { CheckedFile, Report } from './report.ts';

/** JUnit XML: a suite for each file, a failed case for each error, a skipped one for anything less. */
export const junit: Report = {
  name: 'junit',
  summary: 'JUnit XML, for test reports',
  begin: () => {
    const suites: string[] = [];
    const sum = { tests: 0, failures: 0, skipped: 0 };
    return {
      file: (checked) => {
        const tests = Math.max(1, checked.diagnostics.length);
        const failures = checked.diagnostics.filter(({ severity }) => severity === 'error').length;
        const skipped = checked.diagnostics.length - failures;
        sum.tests += tests;
        sum.failures += failures;
        sum.skipped += skipped;
        suites.push(
          `  <testsuite name="${shown(checked.file)}" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}">`,
          ...casesOf(checked),
          '  </testsuite>',
        );
        return '';
      },
      end: () =>
        [
          '<?xml version="1.0" encoding="UTF-8"?>',
          `<testsuites name="roadbook" tests="${sum.tests}" failures="${sum.failures}" errors="0" skipped="${sum.skipped}">`,
          ...suites,
          '</testsuites>\n',
        ].join('\n'),
    };
  },
};

function casesOf({ file, text, diagnostics }: CheckedFile): string[] {
  const place = placing(text);
  const classname = shown(file);
  if (diagnostics.length === 0) return [`    <testcase classname="${classname}" name="check"/>`];
  return diagnostics.map(({ severity, span, message, help, code, rule }) => {
    const at = span === null ? null : place(span);
    const where = at === null ? file : `${file}:${at.line}:${at.column}`;
    const name = shown(at === null ? rule : `${rule} at ${at.line}:${at.column}`);
    const said = `message="${shown(message)}"`;
    const outcome =
      severity === 'error'
        ? `<failure type="${code}" ${said}>${shown(help === null ? where : `${where}: ${help}`)}</failure>`
        : `<skipped ${said}/>`;
    return `    <testcase classname="${classname}" name="${name}">${outcome}</testcase>`;
  });
}

function shown(text: string): string {
  return forMarkup(forTerminal(text));
}
