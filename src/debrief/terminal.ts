import { shown, widthOf, wrapped } from '../text/cells.ts';
import { legend, plot } from './plot.ts';
import {
  type Block,
  type Chart,
  type Fact,
  type Piece,
  piece,
  type Row,
  type Story,
  type Table,
} from './story.ts';

export interface TerminalOptions {
  /** Cells in a line, 20 or more. */
  readonly columns: number;
  readonly ascii: boolean;
  /** Every row of long tables, not only those worth a look. */
  readonly all: boolean;
}

/** A line as pieces of text; whoever prints it decides how their tones look. */
export type Line = readonly Piece[];

/** A debrief in lines of at most so many cells; text of the roadbook is harmless in them. */
export function* terminalLines(story: Story, options: TerminalOptions): Generator<Line> {
  yield* paragraph(story.title, options);
  yield* paragraph(story.about, options, 'dim');
  for (const { title, blocks } of story.chapters) {
    yield [];
    yield* paragraph(title.toUpperCase(), options);
    for (const block of blocks) yield* blockLines(block, options);
  }
}

function* blockLines(block: Block, options: TerminalOptions): Generator<Line> {
  switch (block.kind) {
    case 'text':
      return yield* paragraph(block.text, options);
    case 'facts':
      return yield* factLines(block.facts, options);
    case 'list':
      for (const { text, tone } of block.items) {
        const lines = wrapped(shown(text, options.ascii), options.columns - 2);
        for (const [i, line] of lines.entries()) yield [piece(i === 0 ? '- ' : '  '), piece(line, tone)];
      }
      return;
    case 'table':
      return yield* tableLines(block, options);
    case 'charts':
      for (const chart of block.charts) yield* chartLines(chart, options);
  }
}

/** Values behind their labels, or below them where there is little room. */
function* factLines(facts: readonly Fact[], options: TerminalOptions): Generator<Line> {
  const width = Math.max(...facts.map(({ label }) => widthOf(label))) + 2;
  const beside = options.columns - width >= 16;
  for (const { label, value } of facts) {
    const room = beside ? options.columns - width : options.columns - 2;
    if (!beside) yield* paragraph(label, options, 'dim');
    for (const [i, line] of wrapped(shown(value.text, options.ascii), room).entries()) {
      const before = beside ? (i === 0 ? label : '').padEnd(width) : '  ';
      yield [piece(before, 'dim'), piece(line, value.tone)];
    }
  }
}

function* chartLines(chart: Chart, options: TerminalOptions): Generator<Line> {
  if (chart.small) return;
  const signs = legend(chart, options.ascii);
  yield* paragraph(`${chart.title}, ${chart.y.label}${signs === '' ? '' : `: ${signs}`}`, options, 'dim');
  const size = { columns: Math.min(options.columns, 100), rows: 9 };
  for (const line of plot(chart, size, options.ascii)) yield [piece(line)];
}

function* tableLines(table: Table, options: TerminalOptions): Generator<Line> {
  const rows = table.long && !options.all ? table.rows.filter(({ marked }) => marked) : table.rows;
  if (rows.length > 0) yield* fits(table, rows, options) ?? stacked(table, rows, options);
  const left = table.rows.length - rows.length;
  if (left > 0) {
    yield* paragraph(
      `${left} ${rows.length > 0 ? 'more ' : ''}need no word; --all lists them`,
      options,
      'dim',
    );
  }
}

/** Columns side by side, the heads broken into words; null when that is too wide. */
function fits({ columns }: Table, rows: readonly Row[], options: TerminalOptions): Line[] | null {
  const widths = columns.map(({ head }, i) => {
    const cells = rows.map((row) => widthOf(shown(row.cells[i]?.text ?? '', options.ascii)));
    return Math.max(...cells, ...head.split(' ').map(widthOf));
  });
  const total = widths.reduce((sum, width) => sum + width, 0);
  const gaps = columns.length - 1;
  const gap = total + 2 * gaps <= options.columns ? 2 : 1;
  if (total + gap * gaps > options.columns) return null;
  const side = (text: string, i: number) =>
    columns[i]?.align === 'right' ? text.padStart(widths[i] ?? 0) : padded(text, widths[i] ?? 0);
  const between = piece(' '.repeat(gap));
  const line = (cells: readonly Piece[]): Line =>
    cells.flatMap(({ text, tone }, i) => {
      const cell = piece(side(shown(text, options.ascii), i), tone);
      return i === 0 ? [cell] : [between, cell];
    });
  const heads = columns.map(({ head }, i) => wrapped(head, widths[i] ?? 1));
  const height = Math.max(...heads.map(({ length }) => length));
  const headLines = Array.from({ length: height }, (_, row) =>
    line(heads.map((words) => piece(words[row - (height - words.length)] ?? '', 'dim'))),
  );
  return [...headLines, ...rows.map(({ cells }) => line(cells))];
}

/** Where columns do not fit: a paragraph for each row. */
function* stacked({ columns }: Table, rows: readonly Row[], options: TerminalOptions): Generator<Line> {
  for (const { cells } of rows) {
    const parts = cells.flatMap(({ text }, i) => {
      const head = columns[i]?.head ?? '';
      return text === '' || text === '–' ? [] : [head === '' ? text : `${head} ${text}`];
    });
    const lines = wrapped(shown(parts.join(', '), options.ascii), options.columns - 2);
    for (const [i, text] of lines.entries()) yield [piece(`${i === 0 ? '' : '  '}${text}`)];
  }
}

function* paragraph(text: string, options: TerminalOptions, tone: Piece['tone'] = 'plain'): Generator<Line> {
  for (const line of wrapped(shown(text, options.ascii), options.columns)) yield [piece(line, tone)];
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
