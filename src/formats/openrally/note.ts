import type { Danger } from '../../model/fields.ts';
import { kmhFromSpeed, metresFromPrinted } from '../../model/units.ts';
import { problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import { attribute, content, contentSpan, declares, tagSpan, type XmlElement } from '../xml/element.ts';
import type { Context } from './context.ts';
import { type Draft, newDraft } from './draft.ts';
import { keptAttribute, keptElement, keptFormat, keptInstruction, namespaceOf } from './kept.ts';
import { drawnFrom } from './own-picture.ts';
import { readDrawing } from './pictures.ts';
import { readPlace } from './place.ts';
import { elementNumber, elementWhole, type Figure, quoted, readNumber } from './values.ts';
import {
  dangerElements,
  gpxNamespace,
  isKnown,
  isMarker,
  isValueElement,
  likeOpenRally,
  serviceElements,
  type ValueElement,
  waypointElements,
} from './vocabulary.ts';
import { readWaypoint, takeLimit } from './waypoint.ts';
import { readWords } from './words.ts';

/** A `wpt` or `rtept` as a note, and whether anything in it was OpenRally's. */
export function readNote(element: XmlElement, context: Context): { draft: Draft; isOpenRally: boolean } {
  const draft = newDraft();
  context.places?.set('', { start: element.start, end: element.inner });
  draft.at = readPlace(element, context);
  let isOpenRally = false;
  for (const inner of element.children) {
    if (inner.local === 'extensions')
      isOpenRally = readExtensions(inner, element, draft, context) || isOpenRally;
  }
  readWords(element, isOpenRally, draft, context);
  return { draft, isOpenRally };
}

function readExtensions(extensions: XmlElement, wpt: XmlElement, draft: Draft, context: Context): boolean {
  const around = [extensions, wpt];
  let found = false;
  for (const element of extensions.children) {
    if (element.local === `?${keptInstruction}`) {
      draft.kept.push({ format: keptFormat, content: element.text.trim() });
    } else if (isOurs(element, around, context)) {
      found = true;
      const local = meantName(element, context);
      if (local === null) draft.kept.push(keptElement(element, around, context));
      else readOne(local, element, around, draft, context);
    } else {
      draft.kept.push(keptElement(element, around, context));
    }
  }
  return found;
}

/** The element of OpenRally that one of its namespace is meant to be; null, and said, for one that nobody knows. */
function meantName(element: XmlElement, context: Context): string | null {
  const { local } = element;
  if (isKnown(local)) return local;
  const tag = tagSpan(element);
  const lower = local.toLowerCase();
  const name = forTerminal(element.name.slice(0, 60));
  if (isKnown(lower)) {
    context.deviates('letter-case', tag, `${context.label()}: <${name}> is ${lower} in other letters`);
    return lower;
  }
  if (!isMarker(local))
    context.deviates('unknown-element', tag, `${context.label()}: <${name}> is not known`);
  return null;
}

/** By its namespace, whatever its version; an element without one, or with a prefix that nothing declares, is asked by its name. */
function isOurs(element: XmlElement, around: readonly XmlElement[], context: Context): boolean {
  const { prefix } = element;
  if (context.ours.has(prefix) && !declares(element) && !around.some(declares)) return true;
  const namespace = namespaceOf(prefix, [element, ...around], context);
  if (namespace !== undefined && likeOpenRally.test(namespace)) return true;
  if (!isKnown(element.local.toLowerCase())) return false;
  const tag = { start: element.start, end: element.inner };
  if (namespace === undefined && prefix !== '') {
    context.deviates('undeclared-prefix', tag, `the prefix of <${element.name}> is not declared`);
    return true;
  }
  if (namespace === undefined || namespace === '' || gpxNamespace.test(namespace)) {
    context.deviates('no-namespace', tag, `<${element.name}> is not in the namespace of OpenRally`);
    return true;
  }
  return false;
}

function readOne(
  local: string,
  element: XmlElement,
  around: readonly XmlElement[],
  draft: Draft,
  context: Context,
): void {
  if (isValueElement(local)) {
    lookAround(local, element, draft, context);
    readValue(local, element, around, draft, context);
    return;
  }
  const types = waypointElements.get(local);
  if (types !== undefined) {
    readWaypoint(element, types, draft, context);
    return;
  }
  const service = serviceElements.get(local);
  if (service !== undefined) {
    context.places?.set('services', tagSpan(element));
    if (isNo(element)) return;
    if (!draft.services.includes(service)) draft.services.push(service);
    return;
  }
  const danger = dangerElements.get(local);
  if (danger !== undefined && (draft.danger ?? 0) < danger) {
    draft.danger = danger;
    context.places?.set('danger', tagSpan(element));
  }
}

function readValue(
  local: ValueElement,
  element: XmlElement,
  around: readonly XmlElement[],
  draft: Draft,
  context: Context,
): void {
  const place = (field: string) => context.places?.set(field, contentSpan(element, context.source));
  switch (local) {
    case 'distance': {
      const metres = readDistance(element, context);
      if (draft.distance === undefined || draft.distance === null) {
        draft.distance = metres;
        place('distance');
      } else if (metres !== draft.distance) {
        const span = contentSpan(element, context.source);
        context.deviates('several-values', span, `${context.label()} has two distances: the first is taken`);
      }
      return;
    }
    case 'speed':
      takeLimit(readSpeed(element, context), element, draft, context);
      return;
    case 'cap':
      draft.cap = elementWhole(element, figures.cap, context, null);
      place('cap');
      return;
    case 'danger':
      draft.danger = readDanger(element, context);
      place('danger');
      return;
    case 'stop':
    case 'stopcontrol':
      draft.stopSeconds ??= elementWhole(element, figures.stop, context, 0);
      place('stopSeconds');
      return;
    case 'reset':
    case 'resettozero': {
      const value = elementNumber(element, figures.reset, context, 0);
      draft.reset ??= value === null ? null : metresFromPrinted(value, context.units);
      place('reset');
      return;
    }
    case 'show_coordinates':
      draft.showAt = !isNo(element);
      context.places?.set('showAt', tagSpan(element));
      return;
    case 'tulip':
    case 'notes':
      readPicture(local, element, around, draft, context);
  }
}

/** Metres; null, and said, for one below 0. */
function readDistance(element: XmlElement, context: Context): number | null {
  const value = elementNumber(element, figures.distance, context, null);
  if (value === null || value >= 0) return value === null ? null : metresFromPrinted(value, context.units);
  const message = `${context.label()}: distance must be at least 0, not ${value}`;
  context.report(problem('value-out-of-range', { message, span: contentSpan(element, context.source) }));
  return null;
}

const figures = {
  distance: { what: 'distance', measure: 'distance' },
  speed: { what: 'speed limit', measure: 'speed' },
  cap: { what: 'CAP', measure: 'degrees' },
  danger: { what: 'danger', measure: null },
  stop: { what: 'stop', measure: 'seconds' },
  reset: { what: 'reset', measure: 'distance' },
} satisfies Record<string, Figure>;

/** What a value element has beside its value, or in its place. */
function lookAround(local: ValueElement, element: XmlElement, draft: Draft, context: Context): void {
  if (local === 'tulip' || local === 'notes') return;
  const isEmpty = content(element) === '';
  for (const one of element.attributes) {
    const isRead = isEmpty ? one.name === 'kph' : one.name === 'unit' || one.name === 'units';
    if (isRead || one.name.startsWith('xmlns')) continue;
    const said = `${context.label()}: ${forTerminal(one.name)} of <${local}> is not known`;
    context.deviates('unknown-attribute', one, said);
    draft.kept.push(keptAttribute(local, one.name, one.value));
  }
  if (isEmpty && neverEmpty.has(local) && attribute(element, 'kph') === undefined)
    context.deviates('empty-value', tagSpan(element), `${context.label()}: <${local}> has no value`);
}

const neverEmpty: ReadonlySet<ValueElement> = new Set<ValueElement>(['distance', 'speed', 'cap', 'danger']);

/** Route Mapper writes 0 where coordinates are not to be shown. */
function isNo(element: XmlElement): boolean {
  return /^(0|false|no)$/i.test(content(element));
}

/** km/h: the element's content, or the attribute of v0.1. */
function readSpeed(element: XmlElement, context: Context): number | null {
  const kph = attribute(element, 'kph');
  if (kph !== undefined && content(element) === '')
    return readNumber(kph.value.trim(), kph, figures.speed, context);
  const speed = elementNumber(element, figures.speed, context, null);
  if (speed !== 0) return speed === null ? null : kmhFromSpeed(speed, context.units);
  const said = `${context.label()}: a speed limit of 0 is taken as none`;
  context.deviates('zero', contentSpan(element, context.source), said);
  return null;
}

function readDanger(element: XmlElement, context: Context): Danger | null {
  const marks = content(element);
  const isMarks = /^!{1,3}$/.test(marks);
  const value = isMarks ? marks.length : elementNumber(element, figures.danger, context, null);
  const span = contentSpan(element, context.source);
  if (isMarks) context.deviates('marks', span, `${context.label()}: danger is written ${marks}`);
  if (value === 0) context.deviates('zero', span, `${context.label()}: danger 0 is taken as none`);
  if (value === null || value === 0) return null;
  if (value === 1 || value === 2 || value === 3) return value;
  const message = `${context.label()}: danger must be 1, 2 or 3, not ${value}`;
  context.report(problem('danger-out-of-range', { message, span }));
  return null;
}

/** The picture of a box; words in `notes` are the note's text. What is neither, or comes a second time, is kept. */
function readPicture(
  local: 'tulip' | 'notes',
  element: XmlElement,
  around: readonly XmlElement[],
  draft: Draft,
  context: Context,
): void {
  const field = local === 'tulip' ? 'tulip' : 'text';
  const drawing = readDrawing(element, context);
  if (drawing.kind === 'words' && field === 'tulip') {
    const found = `${context.label()}: <tulip> holds no picture but ${quoted(drawing.words)}`;
    context.deviates('no-picture', contentSpan(element, context.source), found);
  }
  if (drawing.kind === 'picture' && draft.pictures[field] === null) {
    takePicture(drawing.picture, field, draft);
    context.places?.set(`pictures.${field}`, tagSpan(element));
    if (draft.tulip) context.places?.set('tulip', tagSpan(element));
    for (const { name, value } of element.attributes) {
      if (!name.startsWith('xmlns')) draft.kept.push(keptAttribute(local, name, value));
    }
  } else if (drawing.kind === 'words' && field === 'text' && (draft.text ?? null) === null) {
    draft.text = drawing.words;
    context.places?.set('text', contentSpan(element, context.source));
  } else if (drawing.kind !== 'nothing' || element.attributes.length > 0) {
    draft.kept.push(keptElement(element, around, context));
  }
}

/** A picture of our own says what it was drawn from; any other is one. */
export function takePicture(picture: string, field: 'tulip' | 'text', draft: Draft): void {
  const drawn = drawnFrom(picture);
  if (drawn === null) draft.pictures[field] = picture;
  if (drawn?.tulip) draft.tulip = drawn.tulip;
  if (drawn?.symbols) draft.symbols = drawn.symbols;
}
