/**
 * Waypoints and track points as nearly every program writes them, read by a few patterns from the text itself: no element, no
 * walk through a tree. Whatever is in the least unusual is left to readNote and readPlace, to which
 * test/formats/openrally/plain-point.test.ts holds what is read here.
 */
import type { Coordinates } from '../../model/fields.ts';
import type { WaypointDraft } from '../../model/roadbook.ts';
import { kmhFromSpeed, metresFromPrinted } from '../../model/units.ts';
import type { Document } from './document.ts';
import { type Draft, newDraft } from './draft.ts';
import { takePicture } from './note.ts';
import { isPicture } from './pictures.ts';
import { producer } from './producer.ts';
import { serviceElements, waypointElements } from './vocabulary.ts';

/** What was read, and the offset behind it. */
export interface Plain<T> {
  readonly read: T;
  readonly end: number;
}

const blank = '[ \\t\\n\\r]*';
const place = `lat="(-?\\d{1,2}(?:\\.\\d{1,17})?)" lon="(-?\\d{1,3}(?:\\.\\d{1,17})?)"`;
const elevation = `(?:<ele>(-?\\d{1,5}(?:\\.\\d{1,17})?)</ele>${blank})?`;
/** In a class of what may not stand somewhere: what XML cannot hold, and halves of pairs, of which a pattern cannot tell whether they are one. */
const unsound = '\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufffe\\uffff';

/** Up to the elements of OpenRally: latitude, longitude, elevation, number, description. */
const head = new RegExp(
  `<wpt ${place}>${blank}${elevation}<name>(\\d{1,6})</name>${blank}(?:<desc>([^<&\\r\\]${unsound}]*)</desc>${blank})?<extensions>${blank}`,
  'y',
);
/** Up to the end of its section; one with more brackets than drawings have is not plain. */
const picture = `(?:data:|<)[^\\]\\r${unsound}]*(?:\\](?!\\]>)[^\\]\\r${unsound}]*){0,2000}`;
/** Prefix, name, attributes, and a picture or a figure. */
const element = new RegExp(
  `<([a-z]+):([a-z_]+)((?: [a-z]+="[^"<&\\t\\n\\r${unsound}]*")*)(?: ?/>|>(?:<!\\[CDATA\\[(${picture})\\]\\]>|(\\d*(?:\\.\\d+)?))</\\1:\\2>)${blank}`,
  'y',
);
const tail = new RegExp(`</extensions>${blank}</wpt>`, 'y');
const trackPoint = new RegExp(`<trkpt ${place}(?:/>|>${blank}${elevation}</trkpt>)`, 'y');

/** The waypoint that begins at an offset; null where readNote must be asked. */
export function plainNote(document: Document, at: number): Plain<Draft> | null {
  const { source, ours, units } = document;
  head.lastIndex = at;
  const begun = head.exec(source);
  if (begun === null || units !== 'metric' || !document.isOpenRally) return null;
  const draft = newDraft();
  draft.at = coordinates(begun);
  draft.number = Number(begun[4]);
  let end = head.lastIndex;
  for (;;) {
    element.lastIndex = end;
    const found = element.exec(source);
    if (found === null) break;
    end = element.lastIndex;
    if (!ours.has(found[1] ?? '') || !takeElement(found, draft)) return null;
  }
  tail.lastIndex = end;
  if (draft.at === null || !tail.test(source)) return null;
  return takeDescription(begun[5] ?? '', document, draft) ? { read: draft, end: tail.lastIndex } : null;
}

/** The track point that begins at an offset; null where readPlace must be asked. */
export function plainPlace({ source }: Document, at: number): Plain<Coordinates> | null {
  trackPoint.lastIndex = at;
  const found = trackPoint.exec(source);
  const read = found && coordinates(found);
  return read && { read, end: trackPoint.lastIndex };
}

// What was found is taken by its index: to take it apart as a list costs more than to find it, until V8 has optimised that.

function coordinates(found: RegExpExecArray): Coordinates | null {
  const latitude = Number(found[1]);
  const longitude = Number(found[2]);
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  const ele = found[3];
  return { latitude, longitude, elevation: ele === undefined ? null : Number(ele) };
}

/** False where it is more than a plain reading can tell, or comes a second time. */
function takeElement(found: RegExpExecArray, draft: Draft): boolean {
  const name = found[2] ?? '';
  const attributes = found[3] ?? '';
  const picture = found[4];
  const figure = found[5] ?? '';
  if (picture !== undefined) {
    const field = name === 'tulip' ? 'tulip' : 'text';
    const isFirst = (name === 'tulip' || name === 'notes') && draft.pictures[field] === null;
    if (!isFirst || attributes !== '' || !isPicture(picture)) return false;
    takePicture(picture.trim(), field, draft);
    return true;
  }
  return figure === ''
    ? takeMark(name, attributes, draft)
    : attributes === '' && takeFigure(name, Number(figure), draft);
}

function takeFigure(name: string, figure: number, draft: Draft): boolean {
  switch (name) {
    case 'distance':
      if (draft.distance !== null) return false;
      draft.distance = metresFromPrinted(figure, 'metric');
      return true;
    case 'cap':
      if (draft.cap !== null || !Number.isInteger(figure)) return false;
      draft.cap = figure;
      return true;
    case 'speed':
      if (draft.limitKmh !== null || figure === 0) return false;
      draft.limitKmh = kmhFromSpeed(figure, 'metric');
      return true;
    case 'danger':
      if (draft.danger !== null || (figure !== 1 && figure !== 2 && figure !== 3)) return false;
      draft.danger = figure;
      return true;
    default:
      return false;
  }
}

const attribute = / ([a-z]+)="([^"]*)"/g;
const radius = /^\d{1,6}$/;

function takeMark(name: string, attributes: string, draft: Draft): boolean {
  const [type, second] = waypointElements.get(name) ?? [];
  const service = serviceElements.get(name);
  if (service !== undefined && attributes === '' && !draft.services.includes(service)) {
    draft.services.push(service);
    return true;
  }
  if (type === undefined || second !== undefined || draft.waypoints.some((w) => w.type === type))
    return false;
  const waypoint: PlainWaypoint = { type, name: null, open: null, clear: null, seconds: null };
  for (const [, key = '', value = ''] of attributes.matchAll(attribute)) {
    if ((key === 'open' || key === 'clear') && waypoint[key] === null && radius.test(value))
      waypoint[key] = Number(value);
    else if (key === 'name' && waypoint.name === null && value.trim() !== '') waypoint.name = value;
    else return false;
  }
  draft.waypoints.push(waypoint);
  return true;
}

interface PlainWaypoint extends WaypointDraft {
  open: number | null;
  clear: number | null;
  name: string | null;
}

function takeDescription(description: string, { creator }: Document, draft: Draft): boolean {
  const text = description.trim();
  if (text === '') return true;
  if (creator !== producer && text.startsWith('S=')) return false;
  draft.text = text;
  return true;
}
