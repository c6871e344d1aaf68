import type { WaypointType } from '../../model/fields.ts';
import type { WaypointDraft } from '../../model/roadbook.ts';
import { kmhFromSpeed, metresPerYard } from '../../model/units.ts';
import { forTerminal } from '../../text/escape.ts';
import { figureWithUnit } from '../measures.ts';
import { content, contentSpan, type XmlElement } from '../xml/element.ts';
import type { XmlAttribute } from '../xml/handler.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { keptAttribute } from './kept.ts';
import { type Figure, quoted, readNumber, readWhole } from './values.ts';

/**
 * Adds what a waypoint element says to the note. The first type has the name and the time; a second, which is the speed zone
 * of a neutralisation or transfer, shares the radii. A bare repetition of a type that is there already says nothing.
 */
export function readWaypoint(
  element: XmlElement,
  types: readonly WaypointType[],
  draft: Draft,
  context: Context,
): void {
  const values = readAttributes(element, draft, context);
  const inside = readContent(element, types, context);
  if (inside.limitKmh !== null) {
    takeLimit(inside.limitKmh, element, draft, context);
  }
  for (const [i, type] of types.entries()) {
    const waypoint: WaypointDraft = {
      type,
      name: i === 0 ? (values.name ?? inside.name) : null,
      open: values.open,
      clear: values.clear,
      seconds: i === 0 ? (values.seconds ?? inside.seconds) : null,
    };
    if (isBare(waypoint) && draft.waypoints.some((w) => w.type === type)) continue;
    markPlaces(element, draft.waypoints.length, context);
    draft.waypoints.push(waypoint);
  }
}

interface Values {
  name: string | null;
  open: number | null;
  clear: number | null;
  seconds: number | null;
}

function readAttributes(element: XmlElement, draft: Draft, context: Context): Values {
  const values: Values = { name: null, open: null, clear: null, seconds: null };
  for (const one of element.attributes) {
    const name = meantName(one, element, context);
    switch (name) {
      case 'name':
        values.name = one.value.trim() === '' ? null : one.value;
        break;
      case 'open':
      case 'clear':
        values[name] = readRadius(one, element, context);
        break;
      case 'time':
        values.seconds = readTime(one, element, context);
        break;
      case 'allowed':
        values.seconds ??= readMinutes(one, element, context);
        break;
      default:
        if (!name.startsWith('xmlns')) draft.kept.push(keptAttribute(element.local, one.name, one.value));
    }
  }
  return values;
}

/** The schema’s own, and those that editors write and the published proposal has. */
const knownAttributes: ReadonlySet<string> = new Set(['name', 'open', 'clear', 'time', 'allowed', 'show']);

/** The name that an attribute is meant to have; said where it is another. */
function meantName(one: XmlAttribute, element: XmlElement, context: Context): string {
  if (knownAttributes.has(one.name) || one.name.startsWith('xmlns') || one.name.includes(':'))
    return one.name;
  const said = `${context.label()}: ${forTerminal(one.name)} of <${element.local}>`;
  const lower = one.name.toLowerCase();
  if (knownAttributes.has(lower)) {
    context.deviates('letter-case', one, `${said} is written with other letters than ${lower}`);
    return lower;
  }
  context.deviates('unknown-attribute', one, `${said} is not known`);
  return one.name;
}

/** Metres, or yards where the units are statute. */
function readRadius(one: XmlAttribute, element: XmlElement, context: Context): number | null {
  const what = `${one.name} radius of <${element.local}>`;
  const value = readWhole(one.value.trim(), one, { what, measure: 'radius' }, context);
  return value === null || context.units === 'metric' ? value : Math.round(value * metresPerYard);
}

function readTime(one: XmlAttribute, element: XmlElement, context: Context): number | null {
  return one.value.trim() === '' ? null : readWhole(one.value.trim(), one, timeOf(element), context);
}

function timeOf({ local }: XmlElement): Figure {
  return { what: `time of <${local}>`, measure: 'seconds' };
}

function readMinutes(one: XmlAttribute, element: XmlElement, context: Context): number | null {
  const what = `allowed time of <${element.local}>`;
  const minutes = readNumber(one.value.trim(), one, { what, measure: 'minutes' }, context);
  return minutes === null ? null : Math.round(minutes * 60);
}

const speedLimit: Figure = { what: 'speed limit', measure: 'speed' };

const nothing = { limitKmh: null, seconds: null, name: null };

/**
 * The text in a waypoint element, which the schema leaves free: a speed zone's is its limit, as in the official examples, a
 * neutralisation's or transfer's its seconds, and any other's its name.
 */
function readContent(
  element: XmlElement,
  types: readonly WaypointType[],
  context: Context,
): { limitKmh: number | null; seconds: number | null; name: string | null } {
  const text = content(element);
  if (text === '') return nothing;
  const span = contentSpan(element, context.source);
  const [type] = types;
  if (type !== 'DZ' && type !== 'DN' && type !== 'DT') return { ...nothing, name: text };
  const measure = type === 'DZ' ? 'speed' : 'seconds';
  if (!/^[\d.,]+$/.test(text) && figureWithUnit(text, measure, context.units) === null) {
    context.deviates('unknown-content', span, `${context.label()}: <${element.local}> holds ${quoted(text)}`);
    return nothing;
  }
  if (type === 'DZ') {
    const speed = readNumber(text, span, speedLimit, context);
    return { ...nothing, limitKmh: speed === null ? null : kmhFromSpeed(speed, context.units) };
  }
  // The schema wants a number in every neutralisation: 0 stands for unknown.
  const seconds = readWhole(text, span, timeOf(element), context);
  return { ...nothing, seconds: seconds === 0 ? null : seconds };
}

/** Sets the note's limit; a second, different one is left out and said. */
export function takeLimit(kmh: number | null, element: XmlElement, draft: Draft, context: Context): void {
  if (kmh === null) return;
  if (draft.limitKmh === undefined || draft.limitKmh === null) {
    draft.limitKmh = kmh;
    context.places?.set('limitKmh', contentSpan(element, context.source));
  } else if (draft.limitKmh !== kmh) {
    context.deviates(
      'several-values',
      contentSpan(element, context.source),
      `${context.label()} has two speed limits: ${draft.limitKmh} km/h is taken, ${kmh} km/h is not`,
    );
  }
}

function isBare({ name, open, clear, seconds }: WaypointDraft): boolean {
  return name === null && open === null && clear === null && seconds === null;
}

function markPlaces(element: XmlElement, index: number, context: Context): void {
  if (context.places === null) return;
  const path = `waypoints.${index}`;
  context.places.set(path, { start: element.start, end: element.inner });
  context.places.set(`${path}.seconds`, contentSpan(element, context.source));
  for (const { name, start, end } of element.attributes) {
    const lower = name.toLowerCase();
    const field = lower === 'time' || lower === 'allowed' ? 'seconds' : lower;
    context.places.set(`${path}.${field}`, { start, end });
  }
}
