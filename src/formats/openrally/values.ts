import { problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import { content, contentSpan, type XmlElement } from '../xml/element.ts';
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

/**
 * The number a text holds, decimal comma and exponent accepted. Anything else is reported and null; NaN and infinities go
 * through, for the model to report. `what` names it in messages.
 */
export function readNumber(text: string, where: Where, what: string, context: Context): number | null {
  if (plain.test(text)) return Number(text);
  const span = spanOf(where, context);
  if (!number.test(text)) {
    if (notFinite.test(text)) return Number.NaN;
    context.report(
      problem('wrong-type', {
        message: `${context.label()}: ${what} must be a number, not ${quoted(text)}`,
        span,
      }),
    );
    return null;
  }
  if (text.includes(','))
    context.deviates('decimal-comma', span, `${context.label()}: ${what} ${text} has a decimal comma`);
  if (/e/i.test(text))
    context.deviates('exponent', span, `${context.label()}: ${what} ${text} has an exponent`);
  return Number(text.replace(',', '.'));
}

/** The same, rounded to a whole number. */
export function readWhole(text: string, where: Where, what: string, context: Context): number | null {
  const value = readNumber(text, where, what, context);
  if (value === null || Number.isInteger(value) || !Number.isFinite(value)) return value;
  context.deviates(
    'fraction',
    spanOf(where, context),
    `${context.label()}: ${what} ${text} is not a whole number: taken as ${Math.round(value)}`,
  );
  return Math.round(value);
}

/** The number an element holds; `empty` where it holds nothing. */
export function elementNumber<T>(
  element: XmlElement,
  what: string,
  context: Context,
  empty: T,
): number | T | null {
  const text = content(element);
  return text === '' ? empty : readNumber(text, element, what, context);
}

/** The whole number an element holds; `empty` where it holds nothing. */
export function elementWhole<T>(
  element: XmlElement,
  what: string,
  context: Context,
  empty: T,
): number | T | null {
  const text = content(element);
  return text === '' ? empty : readWhole(text, element, what, context);
}

export function quoted(text: string): string {
  return `“${forTerminal(text.length > 60 ? `${text.slice(0, 60)}…` : text)}”`;
}
