import { type WaypointType, waypointTypes } from '../../model/fields.ts';
import type { WaypointDraft } from '../../model/roadbook.ts';
import { kmhFromSpeed, metresFromPrinted, metresPerYard } from '../../model/units.ts';
import { hasMarkup, plainText } from '../html.ts';
import { child, content, contentSpan, type XmlElement } from '../xml/element.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { keptElement } from './kept.ts';

/**
 * What GPX itself says at a point: the name has the note's number (`012`, `Route_012`), desc or cmt is its text. Where nothing
 * of OpenRally stands at the point, the words of Tulip's plain GPX are understood (`WPM5:90:12.34` as name; `WP5`, `!!!` or
 * `SZ90` as desc); Rally Navigator's `S=50 O=800 C=90 T= N=` always is, and a waypoint type as sym or type where no element
 * gives one. Everything else is kept.
 */
export function readWords(element: XmlElement, isOpenRally: boolean, draft: Draft, context: Context): void {
  const isPlain = !isOpenRally && !context.isOpenRally;
  const name = child(element, 'name');
  const text = name === undefined ? '' : content(name);
  if (name !== undefined && text !== '') {
    readName(text, isPlain, draft, context);
    for (const field of ['number', 'name']) context.places?.set(field, contentSpan(name, context.source));
  }
  const typing = draft.waypoints.length > 0 ? undefined : typingElement(element, draft);
  for (const inner of element.children) {
    if (read.has(inner.local) || inner.local.startsWith('?')) continue;
    // A symbol is also a device's icon.
    if (inner !== typing || inner.local === 'sym') draft.kept.push(keptElement(inner, [element], context));
  }
  readText(element, isPlain, draft, context);
}

/** The type or symbol that was understood as waypoint types. */
function typingElement(element: XmlElement, draft: Draft): XmlElement | undefined {
  const candidates = [child(element, 'type'), child(element, 'sym')];
  return candidates.find((one) => one !== undefined && addTypes(content(one), draft));
}

/** Elements that have a place in the model. */
const read: ReadonlySet<string> = new Set(['name', 'desc', 'cmt', 'ele', 'extensions']);

function readName(text: string, isPlain: boolean, draft: Draft, context: Context): void {
  const [, route, digits] = /^(?:(.+)_)?(\d{1,7})$/s.exec(text) ?? [];
  if (digits !== undefined && Number(digits) <= 1_000_000) {
    draft.number = Number(digits);
    // Rally Navigator calls a route without a name so.
    draft.name = route === undefined || route === 'Untitled' ? null : route;
  } else if (!isPlain || !readTulipName(text, draft, context)) {
    draft.name = text;
  }
}

/** `WPM5:90:12.34`: type and number, radius, km. */
function readTulipName(text: string, draft: Draft, context: Context): boolean {
  const [, word, number, radius, km] = /^([A-Z]{2,3})(\d*)(?::(\d+))?(?::(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
  if (word === undefined || !addTypes(word, draft)) return false;
  const [waypoint] = draft.waypoints;
  if (waypoint === undefined) return false;
  if (number !== undefined && number !== '') waypoint.name = number;
  if (radius !== undefined) waypoint.clear = Number(radius);
  if (km !== undefined) draft.distance ??= metresFromPrinted(Number(km), context.units);
  return true;
}

function readText(element: XmlElement, isPlain: boolean, draft: Draft, context: Context): void {
  // In the files of this program the comment repeats for people what is lost otherwise.
  const texts = element.children.filter(
    ({ local }) => local === 'desc' || (local === 'cmt' && !context.isOwn),
  );
  texts.sort((a, b) => Number(a.local === 'cmt') - Number(b.local === 'cmt'));
  for (const inner of texts) {
    // Line ends of Windows are written as references, which XML leaves as they are.
    const text = wordsIn(inner, context);
    if (text === '' || text === draft.text) continue;
    // In the files of this program a text is a text.
    if (!context.isOwn && readRallyNavigatorWords(text, draft, context)) continue;
    if (!context.isOwn && isPlain && readTulipWords(text, draft)) continue;
    if (draft.text === undefined || draft.text === null) {
      draft.text = text;
      context.places?.set('text', contentSpan(inner, context.source));
    } else {
      draft.kept.push(keptElement(inner, [element], context));
    }
  }
}

/** The words of a text, without the HTML that some programs write them in; in the files of this program a text is a text. */
function wordsIn(element: XmlElement, context: Context): string {
  const text = content(element).replace(/\r\n?/g, '\n');
  if (context.isOwn || !hasMarkup(text)) return text;
  const span = contentSpan(element, context.source);
  context.deviates('markup', span, `${context.label()}: <${element.local}> holds HTML: its words are taken`);
  return plainText(text);
}

/** Speed, open, clear, time and name, each possibly empty. */
const rallyNavigatorWords = /^S=(\d*)\s+O=(\d*)\s+C=(\d*)\s+T=(\d*)\s+N=(.*)$/;

/** What an element said already is not said again. */
function readRallyNavigatorWords(text: string, draft: Draft, context: Context): boolean {
  const match = rallyNavigatorWords.exec(text);
  if (match === null) return false;
  const [, speed = '', open = '', clear = '', time = '', name = ''] = match;
  const radius = (metresOrYards: string) =>
    Math.round(Number(metresOrYards) * (context.units === 'metric' ? 1 : metresPerYard));
  if (Number(speed) > 0) draft.limitKmh ??= kmhFromSpeed(Number(speed), context.units);
  const [waypoint] = draft.waypoints;
  if (waypoint === undefined) return true;
  if (Number(open) > 0) waypoint.open ??= radius(open);
  if (Number(clear) > 0) waypoint.clear ??= radius(clear);
  if (Number(time) > 0) waypoint.seconds ??= Number(time);
  if (name.trim() !== '') waypoint.name ??= name.trim();
  return true;
}

/** `WP5`, `!!!`, `SZ90`: the number of the waypoint, danger, a speed limit. */
const tulipWords = /^(?:WP(\d+)|(!{1,3})|SZ(\d+))$/;

function readTulipWords(text: string, draft: Draft): boolean {
  const [, number, danger, limit] = tulipWords.exec(text) ?? [];
  const [waypoint] = draft.waypoints;
  if (number !== undefined && waypoint !== undefined) waypoint.name ??= number;
  else if (danger?.length === 1 || danger?.length === 2 || danger?.length === 3)
    draft.danger ??= danger.length;
  else if (limit !== undefined) draft.limitKmh ??= Number(limit);
  else return false;
  return true;
}

/** Types by name; the last five are Tulip's own words. */
const typeWords: ReadonlyMap<string, readonly WaypointType[]> = new Map([
  ...waypointTypes.map((type): [string, WaypointType[]] => [type, [type]]),
  ['FSS', ['ASS']],
  ['DSZ', ['DZ']],
  ['FSZ', ['FZ']],
  ['DNS', ['DN', 'DZ']],
  ['DTS', ['DT', 'DZ']],
]);

/** Adds the types that the words name, unless one of them names none. */
function addTypes(words: string, draft: Draft): boolean {
  const types = words.split(/[\s,]+/).map((word) => typeWords.get(word.toUpperCase()));
  if (types.includes(undefined)) return false;
  for (const type of types.flatMap((some) => some ?? [])) {
    const waypoint: WaypointDraft = { type };
    if (!draft.waypoints.some((w) => w.type === type)) draft.waypoints.push(waypoint);
  }
  return true;
}
