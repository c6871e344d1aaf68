import type { Kept } from '../../model/roadbook.ts';
import { meaningOf } from './header.ts';

/** Cells of columns that we do not know, by the column's name: kept as JSON with the names in order. */
export function keptCells(cells: ReadonlyMap<string, string>): Kept[] {
  if (cells.size === 0) return [];
  const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
  return [{ format: 'csv', content: JSON.stringify(Object.fromEntries(sorted)) }];
}

/** The cells that were kept from CSV and can be columns again. */
export function cellsKept(kept: readonly Kept[]): Map<string, string> {
  const cells = new Map<string, string>();
  for (const { format, content } of kept) {
    if (format !== 'csv') continue;
    for (const [name, value] of Object.entries(parsed(content))) {
      if (typeof value === 'string' && isColumn(name)) cells.set(name, value);
    }
  }
  return cells;
}

/** A name that reads back as the same unknown column. */
function isColumn(name: string): boolean {
  return name !== '' && name.trim() === name && meaningOf(name).column === null;
}

function parsed(content: string): object {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}
