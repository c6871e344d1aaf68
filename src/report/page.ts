import stringWidth from 'string-width';
import type { Paint } from './paint.ts';
import type { Style } from './report.ts';

/** A Markdown page as a terminal shows it: headings and code painted, paragraphs wrapped, examples indented. */
export function showPage(page: string, { paint, width }: Style): string {
  const lines: string[] = [];
  let isExample = false;
  for (const line of page.trimEnd().split('\n')) {
    const [fence, , kind] = /^```(\w*) ?(\w*)/.exec(line) ?? [];
    if (fence !== undefined) {
      isExample = !isExample;
      if (kind) lines.push(kind === 'good' ? paint.good('  good') : paint.error('  bad'));
    } else if (isExample) {
      lines.push(`    ${example(line, paint)}`);
    } else if (/^#+ /.test(line)) {
      lines.push(paint.strong(line.replace(/^#+ /, '')));
    } else {
      lines.push(...wrapped(line, Math.min(width, 100)).map((part) => inline(part, paint)));
    }
  }
  return `${lines.join('\n')}\n`;
}

function example(line: string, paint: Paint): string {
  return /^#[ #]*\^+ /.test(line) ? paint.error(line) : line;
}

/** Code keeps its backquotes where there is no colour; emphasis goes. */
function inline(text: string, paint: Paint): string {
  return text
    .replace(/`[^`]*`/g, (code) => paint.info(code))
    .replace(/(?<![*\w])\*([^*\n]+)\*(?![*\w])/g, '$1');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stringWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
