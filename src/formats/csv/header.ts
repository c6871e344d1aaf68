import type { Units } from '../../model/units.ts';
import { type Cell, type Row, rows, type Separator, separators } from './cells.ts';
import { unguarded } from './formula.ts';
import { type ColumnName, columnNames, otherNames } from './names.ts';

/** The units that a header or a cell may name. */
export type Unit = 'km' | 'mi' | 'm' | 'yd' | 'kmh' | 'mph' | 'min' | 's';

/** A column of the file: what it is to us (null: nothing we know), and the unit its header names. */
export interface Heading {
  readonly cell: Cell;
  /** As the file writes it, trimmed. */
  readonly name: string;
  readonly column: ColumnName | null;
  readonly unit: Unit | null;
}

export interface Header {
  readonly separator: Separator;
  readonly headings: readonly Heading[];
  readonly units: Units;
  /** Where the first row of notes begins. */
  readonly end: number;
}

/** Title lines above the header, at most. */
const titleRows = 30;

/**
 * The header of a roadbook in CSV: among the first rows and by whatever separator, the row in which most columns are known,
 * or two rows that are read as one; at least two columns, and one of them a distance or the description. A row of units below
 * it belongs to it. Null when no row is such.
 */
export function headerOf(text: string): Header | null {
  const said = /^"?sep=([,;\t])"?(?:\r\n|\r|\n)/i.exec(text); // a spreadsheet's own declaration
  const candidates = separators.filter((separator) => !said || said[1] === separator);
  let best: { header: Header; known: number } | null = null;
  for (const separator of candidates) {
    let row = 0;
    let above: readonly Heading[] = [];
    for (const { cells, end } of rows(text, separator, said?.[0].length ?? 0)) {
      const alone = headingsOf(cells);
      const both = isWords(cells) ? under(above, alone) : alone;
      const headings = knownColumns(both) > knownColumns(alone) ? both : alone;
      const known = knownColumns(headings);
      if (known > (best?.known ?? 1))
        best = { header: { separator, headings, end, units: unitsOf(headings) }, known };
      above = alone;
      row += 1;
      if (row > titleRows) break;
    }
  }
  return best && withUnits(best.header, text);
}

/** A row without figures and with more than one word: no row of notes. */
function isWords(cells: Row['cells']): boolean {
  return (
    cells.every(({ text }) => !/\d/.test(text)) && cells.filter(({ text }) => text.trim() !== '').length > 1
  );
}

/** A row of the header below another, as merged cells leave them: the lower word counts where there is one. */
function under(above: readonly Heading[], below: readonly Heading[]): readonly Heading[] {
  return below.map((heading, i) => (heading.name === '' ? (above[i] ?? heading) : heading));
}

/** Takes in a row below the header that holds nothing but units. */
function withUnits(header: Header, text: string): Header {
  const [row] = rows(text, header.separator, header.end);
  const words = row?.cells.map((cell) => unitIn(cell.text)) ?? [];
  if (!row || words.includes(undefined) || words.every((unit) => unit === null)) return header;
  const headings = header.headings.map((heading, i) => ({
    ...heading,
    unit: heading.unit ?? unitFrom(words[i]),
  }));
  return { ...header, headings, units: unitsOf(headings), end: row.end };
}

function unitFrom(word: Unit | 'degrees' | null | undefined): Unit | null {
  return word === 'degrees' ? null : (word ?? null);
}

/** The unit that a cell is, null for an empty cell, undefined for anything else. */
function unitIn(cell: string): Unit | 'degrees' | null | undefined {
  const word = cell
    .replace(/[()[\]\s]/g, '')
    .toLowerCase()
    .replace(/^(?:km\/h|kph)$/, 'kmh');
  if (word === '') return null;
  return word === '°' || /^deg(?:rees|res|rés)?$/.test(word) ? 'degrees' : units.get(word);
}

/** How many different columns are known; 0 where no roadbook could be read from them. */
function knownColumns(headings: readonly Heading[]): number {
  const known = new Set(headings.map(({ column }) => column).filter((name) => name !== null));
  return known.has('km') || known.has('partial') || known.has('text') ? known.size : 0;
}

function headingsOf(cells: Row['cells']): Heading[] {
  return cells.map((cell) => {
    const name = unguarded(cell.text).trim();
    return { cell, name, ...meaningOf(name) };
  });
}

/** The column and unit that a header stands for: `Total (km)`, `Cap °`, `speed_limit [km/h]`, `Gesamt` (none). */
export function meaningOf(name: string): Pick<Heading, 'column' | 'unit'> {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/km\s*\/\s*h\b|\bkph\b/g, 'kmh')
    .replace(/[^a-z0-9#]+/g, ' ')
    .trim()
    .split(' ')
    .slice(0, 5);
  const unit = words.map((word) => units.get(word)).find((found) => found !== undefined) ?? null;
  const rest = words.filter((word) => !units.has(word)).join(' ');
  const column = columnByHeader.get(words.join(' ')) ?? columnByHeader.get(rest || alone.get(unit) || '');
  return { column: column ?? null, unit };
}

/** What a header may be called, and which column that is. */
const columnByHeader: ReadonlyMap<string, ColumnName> = new Map([
  ...otherNames.flatMap(([name, words]) => words.split(', ').map((header) => [header, name] as const)),
  ...columnNames.flatMap(([name, synonyms]) => [name, ...synonyms].map((header) => [header, name] as const)),
]);

const units = new Map<string, Unit>([
  ['km', 'km'],
  ['mi', 'mi'],
  ['mile', 'mi'],
  ['miles', 'mi'],
  ['m', 'm'],
  ['metres', 'm'],
  ['meters', 'm'],
  ['yd', 'yd'],
  ['yards', 'yd'],
  ['kmh', 'kmh'],
  ['mph', 'mph'],
  ['min', 'min'],
  ['minutes', 'min'],
  ['mn', 'min'],
  ['mins', 'min'],
  ['s', 's'],
  ['sec', 's'],
  ['seconds', 's'],
]);

/** What a unit means that is a header by itself. */
const alone = new Map<Unit | null, ColumnName>([
  ['km', 'km'],
  ['mi', 'km'],
  ['kmh', 'limit'],
  ['mph', 'limit'],
]);

/** A page is in miles when its total is; where the total names no unit, when its partial or limit is. */
function unitsOf(headings: readonly Heading[]): Units {
  for (const name of ['km', 'partial', 'limit']) {
    const unit = headings.find(({ column }) => column === name)?.unit ?? null;
    if (unit !== null && unit !== 'm') return unit === 'mi' || unit === 'mph' ? 'imperial' : 'metric';
  }
  return 'metric';
}
