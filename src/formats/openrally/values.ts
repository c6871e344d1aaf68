import { problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import { figureWithUnit, type Measure } from '../measures.ts';
import { attribute, content, contentSpan, type XmlElement } from '../xml/element.ts';
import type { Context } from './context.ts';

const number = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d{1,4})?$/;
/** What nearly all files hold. */
const plain = /^\d+(?:\.\d+)?$/;
const notFinite = /^[+-]?(?:nan|inf|infinity)$/i;

/** Where a text stands: its place, or the element that it is the content of. */
type Where = Span | XmlElement;

function spanOf(where: Where, { source }: Context): Span {
  return 'inner' in where ? contentSpan(where, source) : where;
}

/** What a figure is: its name in messages, and what it counts where a unit can stand behind it. */
export interface Figure {
  readonly what: string;
  readonly measure: Measure | null;
}

/** The number a text holds; a decimal comma, an exponent and a unit are accepted. Anything else is reported and null. */
export function readNumber(
  text: string,
  where: Where,
  { what, measure }: Figure,
  context: Context,
): number | null {
  if (plain.test(text)) return Number(text);
  const span = spanOf(where, context);
  if (!number.test(text)) {
    const measured = measure === null ? null : figureWithUnit(text, measure, context.units);
    if (measured !== null) {
      context.deviates('unit', span, `${context.label()}: ${what} ${quoted(text)} has its unit with it`);
      return measured;
    }
    reportNumber(notFinite.test(text), text, span, what, context);
    return null;
  }
  if (text.includes(','))
    context.deviates('decimal-comma', span, `${context.label()}: ${what} ${text} has a decimal comma`);
  if (/e/i.test(text))
    context.deviates('exponent', span, `${context.label()}: ${what} ${text} has an exponent`);
  const value = Number(text.replace(',', '.'));
  if (Number.isFinite(value)) return value;
  reportNumber(true, text, span, what, context);
  return null;
}

function reportNumber(isEndless: boolean, text: string, span: Span, what: string, context: Context): void {
  const a = isEndless ? 'a finite number' : 'a number';
  const message = `${context.label()}: ${what} must be ${a}, not ${quoted(text)}`;
  context.report(problem(isEndless ? 'not-finite' : 'wrong-type', { message, span }));
}

/** The same, rounded to a whole number. */
export function readWhole(text: string, where: Where, figure: Figure, context: Context): number | null {
  const value = readNumber(text, where, figure, context);
  if (value === null || Number.isInteger(value)) return value;
  context.deviates(
    'fraction',
    spanOf(where, context),
    `${context.label()}: ${figure.what} ${text} is not a whole number: taken as ${Math.round(value)}`,
  );
  return Math.round(value);
}

/** The number an element holds; `empty` where it holds nothing. */
export function elementNumber<T>(
  element: XmlElement,
  figure: Figure,
  context: Context,
  empty: T,
): number | T | null {
  const text = withUnit(element);
  return text === '' ? empty : readNumber(text, element, figure, context);
}

/** The whole number an element holds; `empty` where it holds nothing. */
export function elementWhole<T>(
  element: XmlElement,
  figure: Figure,
  context: Context,
  empty: T,
): number | T | null {
  const text = withUnit(element);
  return text === '' ? empty : readWhole(text, element, figure, context);
}

/** What an element holds, and behind it the unit that an attribute of it names. */
function withUnit(element: XmlElement): string {
  const text = content(element);
  if (element.attributes.length === 0 || text === '') return text;
  const unit = attribute(element, 'unit') ?? attribute(element, 'units');
  return unit === undefined ? text : `${text} ${unit.value.trim()}`;
}

export function quoted(text: string): string {
  return `“${forTerminal(text.length > 60 ? `${text.slice(0, 60)}…` : text)}”`;
}
