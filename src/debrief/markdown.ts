import { forMarkdown } from '../text/escape.ts';
import { plot } from './plot.ts';
import type { Block, Story, Table } from './story.ts';

/** A debrief as Markdown (GitHub's, with tables); text of the roadbook cannot become markup. */
export function markdown({ title, about, chapters }: Story): string {
  const parts = [
    `# ${forMarkdown(title)}`,
    forMarkdown(about),
    ...chapters.flatMap((chapter) => [
      `## ${forMarkdown(chapter.title)}`,
      ...chapter.blocks.flatMap(blockText),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [forMarkdown(block.text)];
    case 'facts':
      return [block.facts.map(({ label, value }) => `- **${label}**: ${forMarkdown(value.text)}`).join('\n')];
    case 'list':
      return [block.items.map(({ text }) => `- ${forMarkdown(text)}`).join('\n')];
    case 'table':
      return [`### ${forMarkdown(block.caption)}`, tableText(block)];
    case 'charts':
      return block.charts
        .filter(({ small }) => !small)
        .flatMap((chart) => [
          `### ${forMarkdown(chart.title)} (${chart.y.label})`,
          forMarkdown(chart.says),
          // Nothing of the roadbook's own text is in a plot.
          ['```text', ...plot(chart, { columns: 90, rows: 10 }, false), '```'].join('\n'),
        ]);
  }
}

function tableText({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ head }) => forMarkdown(head))),
    line(columns.map(({ align }) => (align === 'right' ? '--:' : '---'))),
    ...rows.map(({ cells }) => line(cells.map(({ text }) => forMarkdown(text)))),
  ].join('\n');
}
