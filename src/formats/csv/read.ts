import { complete } from '../../model/complete.ts';
import type { Locate, Path, Reading } from '../../model/reading.ts';
import type { NoteDraft, WaypointDraft } from '../../model/roadbook.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import { nearest } from '../../text/nearest.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { limits, tooManyNotes } from '../limits.ts';
import { addUpPartials } from '../partials.ts';
import { type Cell, rows } from './cells.ts';
import { type Column, columns, type Position } from './columns.ts';
import { unguarded } from './formula.ts';
import { type Given, text } from './given.ts';
import { type Header, type Heading, headerOf } from './header.ts';
import { keptCells } from './kept.ts';
import { listItems } from './list.ts';
import { columnNames } from './names.ts';
import { isPlaceholder, otherRows, strayCells } from './rows.ts';

/** A roadbook from a spreadsheet: a header, then a row for each note. */
export function readCsv({ text }: Source): Reading {
  const header = headerOf(text);
  if (header === null) return nothing(text);
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const headings = distinct(header, report);
  const plan = planOf(header, headings);
  const notes: NoteDraft[] = [];
  const starts: number[] = [];
  const stray = strayCells(header);
  const noNotes = otherRows(header);
  let start = header.end;
  for (const { cells, end } of rows(text, header.separator, header.end, unclosedTo(report))) {
    if (!noNotes.take(cells) && cells.some((cell) => cell.text.trim() !== '')) {
      if (notes.length === limits.notes) {
        report(tooManyNotes(whole(cells)));
        break;
      }
      starts.push(start);
      notes.push(noteOf(cells, plan, notes.length, report));
      stray.take(cells, notes.length);
    }
    start = end;
  }
  diagnostics.push(...stray.diagnostics(), ...noNotes.diagnostics());
  const locate = places(text, header, headings, starts);
  diagnostics.push(...addUpPartials(notes, locate));
  const draft = { units: header.units, notes, origin: { format: 'csv' } };
  const { roadbook, diagnostics: found } = complete(draft, locate);
  return { format: 'csv', roadbook, locate, diagnostics: [...diagnostics, ...found] };
}

function nothing(text: string): Reading {
  const end = text.search(/[\r\n]|$/);
  const diagnostic = problem('not-a-roadbook', {
    message: 'no row of column names was found',
    span: { start: 0, end },
    help: `the first row names the columns: ${columns.map(({ name }) => name).join(', ')}; at least a distance and one more`,
  });
  return { format: 'csv', roadbook: null, locate: () => null, diagnostics: [diagnostic] };
}

/** The headings with each column's first alone (null for the others); a second, and an unknown one, is said. */
function distinct(header: Header, report: (diagnostic: Diagnostic) => void): (Heading | null)[] {
  const seen = new Set<string>();
  return header.headings.map((heading) => {
    const { name, column, cell } = heading;
    if (name === '') return null;
    const key = column ?? name;
    if (seen.has(key)) {
      const message = `the column ${quoted(name)} says again what another column says, and is not read`;
      report(problem('duplicate-key', { message, span: cell.span }));
      return null;
    }
    seen.add(key);
    if (column === null) report(unknownColumn(heading));
    return heading;
  });
}

const ownNames = columnNames.flatMap(([name, synonyms]) => [name, ...synonyms]);

function unknownColumn({ name, cell }: Heading): Diagnostic {
  const near = nearest(name, ownNames);
  return problem('format-deviation', {
    message: `the column ${quoted(name)} is unknown; it is kept as it is`,
    span: cell.span,
    help: near === null ? null : `did you mean “${near}”?`,
  });
}

function unclosedTo(report: (diagnostic: Diagnostic) => void): (quote: Span) => void {
  return (span) =>
    report(
      problem('syntax', {
        message: 'this quote is never closed; it is read as a character',
        span,
        help: 'close it, or double it to write a quote inside a quoted cell',
      }),
    );
}

/** The columns of the file in the order of our table, and where they stand. */
interface Plan {
  readonly known: readonly {
    readonly column: Column;
    readonly index: number;
    readonly unit: Heading['unit'];
  }[];
  readonly unknown: readonly { readonly name: string; readonly index: number }[];
  readonly units: Header['units'];
}

function planOf(header: Header, headings: readonly (Heading | null)[]): Plan {
  const known = columns.flatMap((column) => {
    const index = headings.findIndex((heading) => heading?.column === column.name);
    return index === -1 ? [] : [{ column, index, unit: headings[index]?.unit ?? null }];
  });
  const unknown = headings.flatMap((heading, index) =>
    heading && heading.column === null ? [{ name: heading.name, index }] : [],
  );
  return { known, unknown, units: header.units };
}

function noteOf(
  cells: readonly Cell[],
  { known, unknown, units }: Plan,
  index: number,
  report: (diagnostic: Diagnostic) => void,
): NoteDraft {
  const note: NoteDraft = {};
  const position: Partial<Position> = {};
  const waypoints: (WaypointDraft | null)[] = [];
  const say = () => `note ${note.number ?? index + 1}`;
  for (const { column, index: at, unit } of known) {
    const cell = cells[at];
    if (cell === undefined || cell.text.trim() === '' || isPlaceholder(cell.text, column)) continue;
    const what = `${say()}: ${column.name}`;
    const given = { cell: cell.text, span: cell.span, what, units, unit, report };
    if (column.of === 'note') Object.assign(note, column.read(given));
    else if (column.of === 'position') Object.assign(position, column.read(given));
    else readWaypoints(column, given, waypoints);
  }
  const kept = new Map<string, string>();
  for (const { name, index: at } of unknown) {
    const cell = cells[at];
    if (cell && cell.text.trim() !== '') kept.set(name, unguarded(cell.text));
  }
  return {
    ...note,
    waypoints: waypoints.filter((waypoint) => waypoint !== null),
    at: placeOf(position, say, cells, report),
    kept: keptCells(kept),
  };
}

function readWaypoints(
  column: Extract<Column, { of: 'waypoints' }>,
  given: Given,
  waypoints: (WaypointDraft | null)[],
): void {
  const types = column.name === 'type';
  // People also join types by signs; no type has one in it.
  const said = types ? text(given).replace(/\s*[+/&]\s*/g, '|') : text(given);
  for (const [i, item] of listItems(said, types).entries()) {
    if (types) {
      const { type, name } = column.read(given, item ?? '');
      waypoints.push(type === undefined ? null : { type, ...(name !== undefined && { name }) });
    } else if (item !== null) {
      const waypoint = waypoints[i];
      if (waypoint) Object.assign(waypoint, column.read(given, item));
      else if (waypoint === undefined) given.report(noWaypoint(given, item));
    }
  }
}

function noWaypoint({ what, span }: Given, item: string): Diagnostic {
  return problem('missing-value', {
    message: `${what} ${quoted(item)} belongs to no waypoint`,
    span,
    help: 'say in the column “type” which waypoint it is',
  });
}

function placeOf(
  { latitude = null, longitude = null, elevation = null }: Partial<Position>,
  say: () => string,
  cells: readonly Cell[],
  report: (diagnostic: Diagnostic) => void,
): NoteDraft['at'] {
  if (latitude !== null && longitude !== null) return { latitude, longitude, elevation };
  if (latitude === null && longitude === null) return null;
  const message = `${say()}: ${latitude === null ? 'lon without lat' : 'lat without lon'} is no place`;
  report(problem('missing-value', { message, span: whole(cells) }));
  return null;
}

/** A field's cell, found by scanning its row again. */
function places(
  text: string,
  header: Header,
  headings: readonly (Heading | null)[],
  starts: readonly number[],
): Locate {
  return ([first, index, ...field]: Path) => {
    const start = first === 'notes' && typeof index === 'number' ? starts[index] : undefined;
    if (start === undefined) return headerSpan(header);
    const [row] = rows(text, header.separator, start);
    const named = field.filter((step) => typeof step === 'string');
    const at = headings.findIndex((heading) => {
      const path = columns.find(({ name }) => name === heading?.column)?.path ?? [];
      return named.length > 0 && named.every((step, i) => path[i] === step);
    });
    return row?.cells[at]?.span ?? whole(row?.cells);
  };
}

function whole(cells: readonly Cell[] | undefined): Span | null {
  const first = cells?.[0];
  const last = cells?.at(-1);
  return first && last ? { start: first.span.start, end: last.span.end } : null;
}

function headerSpan({ headings }: Header): Span | null {
  return whole(headings.map(({ cell }) => cell));
}

function quoted(said: string): string {
  return `“${forTerminal(unguarded(said).slice(0, 60))}”`;
}
