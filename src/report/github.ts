import { forTerminal } from '../text/escape.ts';
import type { Severity } from '../text/problems.ts';
import { placing } from './place.ts';
import type { CheckedFile, Report } from './report.ts';
import { summary } from './words.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/** Annotations on the lines of a pull request: the workflow commands of GitHub Actions. */
export const github: Report = {
  name: 'github',
  summary: 'annotations in a workflow of GitHub',
  begin: () => ({ file: annotations, end: (totals) => `${summary(totals)}\n` }),
};

function annotations({ file, text, diagnostics }: CheckedFile): string {
  const place = placing(text);
  return diagnostics
    .map(({ severity, span, message, help, code, rule }) => {
      const properties: Record<string, string | number> = { file: file.replaceAll('\\', '/') };
      if (span !== null) {
        const { line, column, endLine, endColumn } = place(span);
        // Columns mean something to GitHub only where a finding stays on its line.
        Object.assign(properties, { line, endLine }, line === endLine ? { col: column, endColumn } : {});
      }
      properties.title = `${code} ${rule}`;
      const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${commands[severity]} ${listed.join(',')}::${data(help === null ? message : `${message}\n${help}`)}\n`;
    })
    .join('');
}

/** The escapes of the runner (actions/toolkit, command.ts). */
function data(text: string): string {
  return text.split('\n').map(forTerminal).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
