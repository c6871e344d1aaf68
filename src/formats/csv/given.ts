import { durationText, secondsFrom } from '../../model/duration.ts';
import { Danger } from '../../model/fields.ts';
import { kmhFromSpeed, metresFromPrinted, metresPerYard, type Units } from '../../model/units.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import { nearest } from '../../text/nearest.ts';
import type { Span } from '../../text/span.ts';
import { type Axis, degreesFrom } from '../degrees.ts';
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
    .replace(/\s*(?:°|deg(?:rees|res|rés)?)$/i, '');
  const value = numberFrom(bare);
  if (value === null) wrong(given, said, 'a number');
  return value;
}

/** Printed distance to whole metres: in the cell's unit, the column's, or the page's. */
export function distance(given: Given): number | null {
  const [figure, unit] = measured(text(given), { km: 'km', mi: 'mi', miles: 'mi', m: 'm' });
  // A kilometre post: 12+350.
  const value = number(given, figure.replace(/^\s*(\d+)\s*\+\s*(\d{3})\s*$/, '$1.$2'));
  if (value === null) return null;
  const of = unit ?? given.unit;
  if (of === 'm') return Math.round(value);
  return metresFromPrinted(value, of === 'mi' ? 'imperial' : of === 'km' ? 'metric' : given.units);
}

/** Degrees of a position, in any form that people write; null, and reported, where it is none. */
export function degrees(given: Given, axis: Axis): number | null {
  const found = degreesFrom(text(given), axis);
  return found ?? number(given);
}

/** Latitude and longitude in one cell: `31.5, -4.2`, `31,5; -4,2`, `N31 12.345 W004 12.345`. */
export function pair(given: Given): { latitude?: number; longitude?: number } {
  const said = text(given).trim();
  const parts =
    /^(.*\d.*?)\s*[;/|]\s*(.+)$/.exec(said) ??
    /^(.*\d.*?),\s+(.+)$/.exec(said) ??
    /^([NS].*?)[\s,]*([EW].*)$/i.exec(said) ??
    /^(.*?[NS])[\s,]*(.*[EW])$/i.exec(said) ??
    /^(\S+)\s+(\S+)$/.exec(said) ??
    /^([^,]+),([^,]+)$/.exec(said);
  const latitude = degreesFrom(parts?.[1] ?? '', 'latitude');
  const longitude = degreesFrom(parts?.[2] ?? '', 'longitude');
  if (latitude !== null && longitude !== null) return { latitude, longitude };
  wrong(given, said, 'a position', 'write latitude and longitude in degrees: 31.4302, -4.2301');
  return {};
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

/**
 * A time in whole seconds: `15 min`, `15'`, `0:15:00`, or a bare number in the column's unit. A part of a day is how a
 * spreadsheet stores a time that has lost its format.
 */
export function seconds(given: Given, said: string): number | null {
  const figure = /['’′]\s*$/.test(said) ? null : numberFrom(said.trim());
  const ofDay = figure !== null && figure > 0 && figure < 1 && given.unit === null ? figure * 86_400 : null;
  if (ofDay !== null && Math.abs(ofDay - Math.round(ofDay)) < 0.01) {
    sayTime(given, said, `is a spreadsheet’s part of a day: taken as ${durationText(Math.round(ofDay))}`);
    return Math.round(ofDay);
  }
  const bare = given.unit === 'min' ? figure : null;
  const value = bare === null ? secondsFrom(inWords(said)) : Math.round(bare * 60);
  if (figure !== null && bare === null && given.unit === null && figure > 0 && figure < 60)
    sayTime(given, said, 'has no unit: taken as seconds');
  if (value === null) wrong(given, said, 'a time', 'write 15 min, 1 h 30 min, 3 s or a number of seconds');
  return value;
}

/** `15'`, `15 mn` and `1h30` as other places write them. */
function inWords(said: string): string {
  return said
    .replace(/^(\s*\d+)\s*['’′]\s*$/, '$1 min')
    .replace(/\bmn\b|(?<=\d)mn\b/i, 'min')
    .replace(/^(\s*\d+)\s*h\s*(\d{1,2})\s*$/i, '$1 h $2 min');
}

function sayTime(given: Given, said: string, what: string): void {
  const message = `${given.what} ${quoted(said)} ${what}`;
  given.report(
    problem('format-deviation', { message, span: given.span, help: 'write it with its unit: 15 min' }),
  );
}

/** Danger mark: `2`, `!!`, `D2`, `Danger 2`, `2!`; a 0 is none. */
export function danger(given: Given): Danger | null {
  const said = text(given).trim().replaceAll('‼', '!!');
  const bare = /^(?:d|danger|dgr|niveau|level|nivel)?\s*(\d)\s*!*$/i.exec(said)?.[1];
  const level = /^!+$/.test(said) ? said.length : bare === undefined ? number(given) : Number(bare);
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

const yesWords = new Set(
  'yes, y, x, true, 1, ✓, ✔, oui, si, sí, ja, vrai, verdadero, wahr, vero, sim, reset, raz, stop'.split(', '),
);
const noWords = new Set(['', ...'no, n, false, 0, -, non, nein, faux, falso, falsch, não'.split(', ')]);

/** Yes or no, as a person marks a column. */
export function yes(given: Given): boolean {
  const word = text(given).trim().toLowerCase();
  if (yesWords.has(word)) return true;
  if (!noWords.has(word)) wrong(given, word, 'yes or no');
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
