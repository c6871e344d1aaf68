import type { Coordinates } from '../../model/fields.ts';
import { problem } from '../../text/diagnostic.ts';
import type { Span } from '../../text/span.ts';
import { degreesFrom } from '../degrees.ts';
import { attribute, child, content, contentSpan, tagSpan, type XmlElement } from '../xml/element.ts';
import type { Context } from './context.ts';
import { quoted } from './values.ts';

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?$/i;

/** The position of a `wpt`, `rtept` or `trkpt`; null, and reported, when it has none that can be. */
export function readPlace(element: XmlElement, context: Context): Coordinates | null {
  const latitude = readDegrees('lat', 90, element, context);
  const longitude = latitude === null ? null : readDegrees('lon', 180, element, context);
  if (latitude === null || longitude === null) return null;
  return { latitude, longitude, elevation: readElevation(element, context) };
}

function readDegrees(
  name: 'lat' | 'lon',
  limit: number,
  element: XmlElement,
  context: Context,
): number | null {
  const one = attribute(element, name);
  if (one === undefined) {
    const message = `${context.label()} has no ${name}`;
    context.report(problem('bad-coordinate', { message, span: tagSpan(element), help: `give ${name}="…"` }));
    return null;
  }
  const text = one.value.trim();
  const isDecimal = decimal.test(text);
  const value = isDecimal ? Number(text) : degreesFrom(text, name === 'lat' ? 'latitude' : 'longitude');
  if (value !== null && Math.abs(value) <= limit) {
    if (!isDecimal) sayForm(name, text, one, context);
    return value;
  }
  context.report(
    problem('bad-coordinate', {
      message: `${context.label()}: ${name} must be degrees from -${limit} to ${limit}, not ${quoted(text)}`,
      span: one,
    }),
  );
  return null;
}

function sayForm(name: string, text: string, span: Span, context: Context): void {
  const what = `${context.label()}: ${name} ${quoted(text)}`;
  if (/^[+-]?\d+,\d+$/.test(text)) context.deviates('decimal-comma', span, `${what} has a decimal comma`);
  else context.deviates('degrees', span, `${what} is not written in decimal degrees`);
}

function readElevation(element: XmlElement, context: Context): number | null {
  const ele = child(element, 'ele');
  if (ele === undefined) return null;
  const text = content(ele);
  if (text === '') return null;
  const value = decimal.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  const span = contentSpan(ele, context.source);
  context.deviates('elevation', span, `${context.label()}: elevation ${quoted(text)} is not a number`);
  return null;
}
