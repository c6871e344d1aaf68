import { forMarkup } from '../text/escape.ts';
import { pageStyle } from './page-style.ts';
import type { Block, Piece, Story, Table } from './story.ts';
import { chartMarkup } from './svg.ts';

/**
 * A debrief as one HTML page: charts drawn, nothing to load and no script to run, so that it can be mailed, archived and
 * printed. Its policy forbids whatever a hostile roadbook might try.
 */
export function page({ title, about, chapters }: Story): string {
  const contents = chapters.map(({ id, title }) => `<li><a href="#${id}">${forMarkup(title)}</a></li>`);
  const sections = chapters.map(
    ({ id, title, blocks }) =>
      `<section id="${id}">
<h2>${forMarkup(title)}</h2>
${blocks.map(blockMarkup).join('\n')}
</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${forMarkup(title)}: debrief</title>
<link rel="icon" href="data:,">
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${forMarkup(title)}</h1>
<p>${forMarkup(about)}</p>
<nav aria-label="Contents"><ul>${contents.join('')}</ul></nav>
</header>
<main>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function blockMarkup(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${forMarkup(block.text)}</p>`;
    case 'facts': {
      const facts = block.facts.map(
        ({ label, value }) => `<div><dt>${forMarkup(label)}</dt><dd>${pieceMarkup(value)}</dd></div>`,
      );
      return `<dl>${facts.join('')}</dl>`;
    }
    case 'list': {
      const items = block.items.map(({ text, tone }) => `<li class="${tone}">${forMarkup(text)}</li>`);
      return `<ul class="findings">${items.join('')}</ul>`;
    }
    case 'table':
      return tableMarkup(block);
    case 'charts': {
      const small = block.charts.some((chart) => chart.small);
      return `<div class="${small ? 'charts many' : 'charts'}">${block.charts.map(chartMarkup).join('\n')}</div>`;
    }
  }
}

/** A table of so many rows stays on one sheet when it is printed. */
const shortTable = 15;

/** A table that is wider than the page scrolls by itself, also by the keyboard. */
function tableMarkup({ caption, columns, rows }: Table): string {
  const heads = columns.map(({ head, align }) =>
    head === '' ? '<td></td>' : `<th scope="col" class="${align}">${forMarkup(head)}</th>`,
  );
  const lines = rows.map(({ cells, marked }) => {
    const texts = cells.map(
      (cell, i) => `<td class="${columns[i]?.align ?? 'left'}">${pieceMarkup(cell)}</td>`,
    );
    return `<tr${marked ? ' class="marked"' : ''}>${texts.join('')}</tr>`;
  });
  const room = rows.length <= shortTable ? 'scroll short' : 'scroll';
  return `<div class="${room}" role="region" aria-label="${forMarkup(caption)}" tabindex="0">
<table><caption>${forMarkup(caption)}</caption>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody></table>
</div>`;
}

function pieceMarkup({ text, tone }: Piece): string {
  return tone === 'plain' ? forMarkup(text) : `<span class="${tone}">${forMarkup(text)}</span>`;
}
