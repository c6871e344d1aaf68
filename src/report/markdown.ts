import { forMarkdown } from '../text/escape.ts';
import { placing } from './place.ts';
import type { CheckedFile, Report } from './report.ts';
import { plural, summary } from './words.ts';

/** More rows than this do not fit a comment; the rest is counted. */
const most = 200;

/** A summary for a pull request: a line of figures, then a table for each file with findings. */
export const markdown: Report = {
  name: 'markdown',
  summary: 'a summary for a pull request',
  begin: () => {
    const tables: string[] = [];
    let left = most;
    let hidden = 0;
    return {
      file: (checked) => {
        const rows = rowsOf(checked);
        const shown = rows.slice(0, left);
        left -= shown.length;
        hidden += rows.length - shown.length;
        if (shown.length > 0) tables.push(table(checked.file, shown));
        return '';
      },
      end: (totals) => {
        const more = hidden > 0 ? [`…and ${plural(hidden, 'finding')} more.`] : [];
        return `${['### Roadbook check', summary(totals), ...tables, ...more].join('\n\n')}\n`;
      },
    };
  },
};

function table(file: string, rows: readonly string[]): string {
  return [`**${forMarkdown(file)}**`, '', '| line | | what | rule |', '|---:|---|---|---|', ...rows].join(
    '\n',
  );
}

function rowsOf({ text, diagnostics }: CheckedFile): string[] {
  const place = placing(text);
  return diagnostics.map(({ severity, span, message, help, code, rule }) => {
    const line = span === null ? '' : place(span).line;
    const what = help === null ? forMarkdown(message) : `${forMarkdown(message)}<br>${forMarkdown(help)}`;
    return `| ${line} | ${severity} | ${what} | ${code} ${rule} |`;
  });
}
