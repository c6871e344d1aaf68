import { secondsFrom } from '../../model/duration.ts';
import { Danger } from '../../model/fields.ts';
import { kmhFromSpeed, metresFromPrinted, metresPerYard, type Units } from '../../model/units.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import { nearest } from '../../text/nearest.ts';
import type { Span } from '../../text/span.ts';
import { unguarded } from './formula.ts';
import type { Unit } from './header.ts';
import { listItems } from './list.ts';

/** A cell that is not empty, and what is known of it. */
export interface Given {
  readonly cell: string;
  readonly span: Span;
  /** `note 12: average cap`, for messages. */
  readonly what: string;
  /** Of the whole page. */
  readonly units: Units;
  /** Of the column's header, if it names one. */
  readonly unit: Unit | null;
  readonly report: (diagnostic: Diagnostic) => void;
}

export function text({ cell }: Given): string {
  return unguarded(cell);
}

/** The items of a list of words: bars separate them, and so do commas. */
export function items(given: Given): (string | null)[] {
  return listItems(text(given), true);
}

/** Any number of a spreadsheet: `12.34`, `12,34`, `1 234,5`, `90°`, `C.090`; null, and reported, where it is none. */
export function number(given: Given, said = text(given)): number | null {
  const bare = said
    .trim()
    .replace(/^c(?:ap)?[.\s]*(?=\d)/i, '')
    .replace(/\s*°$/, '');
  const value = numberFrom(bare);
  if (value === null) wrong(given, said, 'a number');
  return value;
}

/** Printed distance to whole metres: in the cell's unit, the column's, or the page's. */
export function distance(given: Given): number | null {
  const [figure, unit] = measured(text(given), { km: 'km', mi: 'mi', miles: 'mi', m: 'm' });
  const value = number(given, figure);
  if (value === null) return null;
  const of = unit ?? given.unit;
  if (of === 'm') return Math.round(value);
  return metresFromPrinted(value, of === 'mi' ? 'imperial' : of === 'km' ? 'metric' : given.units);
}

/** A radius in whole metres. */
export function radius(given: Given, said: string): number | null {
  const [figure, unit] = measured(said, { m: 'm', yd: 'yd' });
  const value = number(given, figure);
  if (value === null) return null;
  return Math.round((unit ?? given.unit) === 'yd' ? value * metresPerYard : value);
}

/** A speed limit in km/h. */
export function speed(given: Given): number | null {
  const [figure, unit] = measured(text(given), { 'km/h': 'kmh', kmh: 'kmh', kph: 'kmh', mph: 'mph' });
  const value = number(given, figure);
  if (value === null) return null;
  const of = unit ?? given.unit;
  return kmhFromSpeed(value, of === 'mph' ? 'imperial' : of === 'kmh' ? 'metric' : given.units);
}

/** A time in whole seconds: `15 min`, `0:15:00`, or a bare number in the column's unit. */
export function seconds(given: Given, said: string): number | null {
  const bare = given.unit === 'min' ? numberFrom(said.trim()) : null;
  const value = bare === null ? secondsFrom(said) : Math.round(bare * 60);
  if (value === null) wrong(given, said, 'a time', 'write 15 min, 1 h 30 min, 3 s or a number of seconds');
  return value;
}

/** Danger mark: `2` or `!!`; a 0 is none. */
export function danger(given: Given): Danger | null {
  const said = text(given).trim();
  const level = /^!+$/.test(said) ? said.length : number(given);
  if (level === null || level === 0) return null;
  const mark = Danger.safeParse(level);
  if (mark.success) return mark.data;
  const message = `${given.what} must be 1, 2 or 3, not ${level}`;
  given.report(problem('danger-out-of-range', { message, span: given.span }));
  return null;
}

/** One word of `values`, however it is capitalised. */
export function choice<T extends string>(given: Given, said: string, values: readonly T[]): T | null {
  const word = said.trim().toLowerCase();
  const found = values.find((value) => value.toLowerCase() === word);
  if (found !== undefined) return found;
  const near = nearest(word, values);
  given.report(
    problem('unknown-value', {
      message: `${given.what} cannot be ${quoted(said)}`,
      span: given.span,
      help: near === null ? `one of: ${values.join(', ')}` : `did you mean “${near}”?`,
    }),
  );
  return null;
}

/** Yes or no, as a person marks a column. */
export function yes(given: Given): boolean {
  const word = text(given).trim().toLowerCase();
  if (['yes', 'y', 'x', 'true', '1', '✓', '✔'].includes(word)) return true;
  if (!['no', 'n', 'false', '0', '-', ''].includes(word)) wrong(given, word, 'yes or no');
  return false;
}

export function wrong(given: Given, said: string, must: string, help: string | null = null): void {
  const message = `${given.what} must be ${must}, not ${quoted(said)}`;
  given.report(problem('wrong-type', { message, span: given.span, help }));
}

/** The last of two kinds of mark is the decimal one; one comma alone is a decimal comma. */
function numberFrom(text: string): number | null {
  let figure = text.replace(/[\s'’]/g, '');
  const point = figure.lastIndexOf('.');
  const comma = figure.lastIndexOf(',');
  if (comma > point && figure.indexOf(',') === comma) figure = figure.replaceAll('.', '').replace(',', '.');
  else figure = figure.replaceAll(',', '');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(figure) ? Number(figure) : null;
}

/** A figure without the unit behind it, and that unit. */
function measured(said: string, names: Readonly<Record<string, Unit>>): [figure: string, unit: Unit | null] {
  const [, figure = said, word = ''] = /^(.*\d)\s*([a-z/]+)\s*$/i.exec(said) ?? [];
  const unit = names[word.toLowerCase()];
  return unit === undefined ? [said, null] : [figure, unit];
}

function quoted(said: string): string {
  return `“${forTerminal(said.slice(0, 60))}”`;
}
