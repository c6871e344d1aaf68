import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import type { Cell } from './cells.ts';
import type { Column } from './columns.ts';
import { unguarded } from './formula.ts';
import type { Header } from './header.ts';

/** Gathers what rows have in common, and says it once. */
interface Gathered {
  readonly diagnostics: () => Diagnostic[];
}

/** Columns of words: what stands there is one, whatever it looks like. */
const ofWords: ReadonlySet<Column['name']> = new Set(['text', 'name', 'note name', 'remark', 'symbols']);

/** What people write into a cell that has nothing to say. */
export function isPlaceholder(cell: string, { name }: Column): boolean {
  return !ofWords.has(name) && /^\s*(?:[-–—.]+|n\/?a|null|none|nil)\s*$/i.test(cell);
}

/** A cell in no column: most often a text with a comma that stands without quotes. A first column of row numbers says nothing. */
export function strayCells({ headings }: Header): Gathered & {
  take(cells: readonly Cell[], row: number): void;
} {
  const found = new Map<number, { cell: Cell; row: number; count: number; isCount: boolean }>();
  return {
    take(cells, row) {
      const at = cells.findIndex((cell, i) => (headings[i]?.name ?? '') === '' && cell.text.trim() !== '');
      const cell = cells[at];
      if (cell === undefined) return;
      const isNext = Number(cell.text) === row || Number(cell.text) === row - 1;
      const before = found.get(at);
      if (before === undefined) found.set(at, { cell, row, count: 1, isCount: at === 0 && isNext });
      else {
        before.count++;
        before.isCount &&= isNext;
      }
    },
    diagnostics: () =>
      [...found.values()].flatMap(({ cell, row, count, isCount }) => {
        if (isCount) return [];
        const more = count === 1 ? '' : ` (and those of ${count - 1} more rows)`;
        return problem('syntax', {
          message: `row ${row}: ${quoted(cell.text)} stands in a column without a name, and is not read${more}`,
          span: cell.span,
          help: 'name the column; or, if a text was split, put quotes around it',
        });
      }),
  };
}

/** Rows that are no notes: the header again, as printing repeats it, titles between notes, and a sum at the end. */
export function otherRows({ headings }: Header): Gathered & {
  take(cells: readonly Cell[]): boolean;
} {
  const named = headings.filter(({ name }) => name !== '').length;
  const counted = headings.findIndex(({ column }) => column === 'number');
  const measured = headings.findIndex(({ column }) => column === 'km');
  const found: { what: string; span: Span; text: string; count: number }[] = [];
  const say = (what: string, cell: Cell): true => {
    const before = found.find((one) => one.what === what);
    if (before === undefined) found.push({ what, span: cell.span, text: cell.text, count: 1 });
    else before.count++;
    return true;
  };
  return {
    take(cells) {
      const filled = cells.filter(({ text }) => text.trim() !== '');
      const [first] = filled;
      if (first === undefined) return false;
      const again = cells.filter(
        ({ text }, i) => text.trim() !== '' && text.trim() === headings[i]?.name,
      ).length;
      if (named > 1 && again === named && filled.length === named) return true;
      const at = cells.indexOf(first);
      const isTitle =
        filled.length === 1 && (at === counted || at === measured) && /\p{L}{2}/u.test(first.text);
      if (isTitle && !/^\s*[\d.,]/.test(first.text))
        return say('is a title between notes, and no note', first);
      const isSummed = filled.some(({ text }) => sum.test(text)) && !isFigure(cells[measured]?.text ?? '');
      const isUncounted = (cells[counted]?.text ?? '').trim() === '' || sum.test(cells[counted]?.text ?? '');
      return filled.length > 1 && isSummed && isUncounted && say('is a sum, and no note', first);
    },
    diagnostics: () =>
      found.map(({ what, span, text, count }) => {
        const more = count === 1 ? '' : ` (and ${count - 1} more like it)`;
        return problem('format-deviation', { message: `the row ${quoted(text)} ${what}${more}`, span });
      }),
  };
}

const sum = /^\s*(?:sub-?\s?)?(?:total|totals|totaux|somme|sum|summe|gesamt|totale|totales|suma)\s*:?\s*$/i;

function isFigure(text: string): boolean {
  return /\d/.test(text);
}

function quoted(said: string): string {
  return `“${forTerminal(unguarded(said).slice(0, 60))}”`;
}
