import { rowText } from '../formats/csv/cells.ts';
import { forMarkdown, forMarkup, forTerminal, toJson } from '../text/escape.ts';
import { titleOf } from './code-prompt.ts';
import type { ReleaseEntry } from './release-file.ts';

export const tableNames = ['text', 'csv', 'markdown', 'html', 'json'] as const;
export type TableName = (typeof tableNames)[number];

/** The codes of a sealing, to read out, to print and to cut apart, or for another program. */
export function releaseTable(
  entries: readonly ReleaseEntry[],
  as: TableName,
  qr: (code: string) => string,
): string {
  switch (as) {
    case 'text':
      return entries.map(asText).join('\n');
    case 'csv':
      return [['crew', 'stage', 'file', 'not before', 'code'], ...entries.map(cells)]
        .map((row) => `${rowText(row)}\r\n`)
        .join('');
    case 'markdown':
      return [
        '| crew | stage | file | not before | code |\n|---|---|---|---|---|\n',
        ...entries.map((entry) => `| ${cells(entry).map(forMarkdown).join(' | ')} |\n`),
      ].join('');
    case 'html':
      return page(entries, qr);
    case 'json':
      return `${toJson({ release: 1, sealed: entries.map(({ identity: _, ...entry }) => entry) })}\n`;
  }
}

function cells({ crew, event, stage, file, notBefore, code }: ReleaseEntry): string[] {
  return [crew ?? '', titleOf({ event, stage, crew: null }), file, notBefore, code ?? ''];
}

/** Six words a line, numbered as they are read out. */
function asText(entry: ReleaseEntry): string {
  const head = `${forTerminal(titleOf(entry))}\n${forTerminal(entry.file)}, not before ${forTerminal(entry.notBefore)}\n`;
  if (entry.code === null) return `${head}\n  no code: only the recipients’ keys open it\n`;
  return `${head}\n${linesOf(entry.code)
    .map((line, i) => `  ${String(i * 6 + 1).padStart(2)}  ${line}\n`)
    .join('')}`;
}

function linesOf(code: string): string[] {
  const words = forTerminal(code).split(' ');
  return [0, 6, 12].map((from) => words.slice(from, from + 6).join('  '));
}

/** One slip a file: hand it over at the start, or read it out. */
function page(entries: readonly ReleaseEntry[], qr: (code: string) => string): string {
  const slips = entries.map((entry) => {
    const code = entry.code === null ? '<p>no code</p>' : `${qr(entry.code)}<ol>${items(entry.code)}</ol>`;
    const title = forMarkup(titleOf(entry));
    return `<section><h2>${title}</h2><p>not before ${forMarkup(entry.notBefore)} · ${forMarkup(entry.file)}</p><div>${code}</div></section>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Release codes</title>
<style>body{font:12pt sans-serif;margin:1cm}section{break-inside:avoid;border:1px dashed;padding:.5cm;margin-bottom:.5cm}
h2{margin:0;font-size:14pt}p{margin:.2cm 0}div{display:flex;gap:1cm}ol{columns:3;margin:0}svg{width:3.5cm;height:3.5cm}</style>
${slips.join('\n')}
</html>
`;
}

function items(code: string): string {
  return code
    .split(' ')
    .map((word) => `<li>${forMarkup(word)}</li>`)
    .join('');
}
