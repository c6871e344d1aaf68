import type { Note, Waypoint } from '../../model/roadbook.ts';
import { exactDistance, metresPerYard, type Units } from '../../model/units.ts';
import { extensionsElement, gpxElement } from '../gpx/order.ts';
import { xmlAttribute, xmlCdata, xmlText } from '../xml/text.ts';
import { boxesOf, isWritten } from './boxes.ts';
import { isName } from './carries.ts';
import { carriedWaypoint, type Dialect, elements } from './dialect.ts';
import { decimal, speedFigure } from './figures.ts';
import { keptParts } from './kept-text.ts';

/** A note as a `wpt`. */
export function writeNote(note: Note, units: Units, dialect: Dialect): string {
  const { at, text, services } = note;
  const isOf = (version: Dialect['version']) => dialect.extended || dialect.version >= version;
  const written = note.waypoints.flatMap((w) => carriedWaypoint(w, dialect) ?? []);
  const kept = keptParts(note.kept, 'point', {
    asElements: dialect.extended,
    owners: ownersOf(note, written),
  });
  const boxes = boxesOf(note);
  const picture = (local: 'tulip' | 'notes') => {
    const data = boxes[local];
    return data === null ? null : element(local, xmlCdata(data), kept.attributes.get(local));
  };
  const extensions = [
    note.distance === null ? null : element('distance', exactDistance(note.distance, units)),
    note.showAt && isOf('1.0.2') ? element('show_coordinates') : null,
    note.cap === null ? null : element('cap', String(note.cap)),
    note.danger === null ? null : element('danger', String(note.danger)),
    note.limitKmh === null ? null : element('speed', speedFigure(note.limitKmh, units, dialect)),
    note.stopSeconds === null ? null : element('stop', String(note.stopSeconds)),
    note.reset === null ? null : element('reset', exactDistance(note.reset, units)),
    ...[...new Set(services)].map((service) => element(service)),
    ...written.map((waypoint, i) => {
      const { local } = elements[waypoint.type];
      const isFirst = written.findIndex(({ type }) => type === waypoint.type) === i;
      return waypointElement(waypoint, units, dialect, isFirst ? (kept.attributes.get(local) ?? '') : '');
    }),
    picture('tulip'),
    picture('notes'),
    ...kept.extensions,
  ].filter((line) => line !== null);
  return gpxElement('wpt', position(note), [
    ...textElement('ele', at === null || at.elevation === null ? null : decimal(at.elevation)),
    ...textElement('name', nameOf(note)),
    ...textElement('desc', text),
    ...kept.native,
    ...extensionsElement(extensions),
  ]);
}

/** The attributes of a `wpt`; unknown coordinates are 0, 0, as in the official examples. */
export function position({ at }: Pick<Note, 'at'>): string {
  return ` lat="${decimal(at?.latitude ?? 0)}" lon="${longitude(at?.longitude ?? 0)}"`;
}

/** Nothing for a text that would read back as none. */
export function textElement(name: string, text: string | null): string[] {
  return text === null || text.trim() === '' ? [] : [`<${name}>${xmlText(text)}</${name}>`];
}

/** The number with three digits, and before it the name, as Rally Navigator puts a route's: `Bivouac_012`. */
export function nameOf({ number, name }: Note): string {
  const digits = String(number).padStart(3, '0');
  return name === null || !isName(name) ? digits : `${name}_${digits}`;
}

/** −180 ≤ longitude < 180, as GPX has it. */
function longitude(degrees: number): string {
  return decimal(degrees === 180 ? -180 : degrees);
}

/** Elements that are written and on which a reader keeps attributes it does not know. */
function ownersOf({ pictures }: Note, waypoints: readonly Waypoint[]): Set<string> {
  const owners = new Set<string>(waypoints.map(({ type }) => elements[type].local));
  if (isWritten(pictures.tulip)) owners.add('tulip');
  if (isWritten(pictures.text)) owners.add('notes');
  return owners;
}

function waypointElement(waypoint: Waypoint, units: Units, dialect: Dialect, kept: string): string {
  const { type, name, seconds } = waypoint;
  const radius = (metres: number) => Math.round(units === 'metric' ? metres : metres / metresPerYard);
  const attributes: [string, string | null][] = [
    ['open', waypoint.open === null ? null : String(radius(waypoint.open))],
    ['clear', waypoint.clear === null ? null : String(radius(waypoint.clear))],
    ['name', type === 'TC' ? null : name],
  ];
  let inside = '';
  switch (type) {
    case 'DN':
      inside = String(seconds ?? 0);
      break;
    case 'TC':
      inside = xmlText(name ?? '');
      if (seconds !== null) attributes.push(['allowed', String(Math.round(seconds / 60))]);
      if (seconds !== null && seconds % 60 !== 0 && dialect.extended)
        attributes.push(['time', String(seconds)]);
      break;
    default:
      attributes.push(['time', seconds === null ? null : String(seconds)]);
  }
  const given = attributes.map(([key, value]) => (value === null ? '' : ` ${key}="${xmlAttribute(value)}"`));
  return element(elements[type].local, inside, `${given.join('')}${kept}`);
}

function element(local: string, inside = '', attributes = ''): string {
  const tag = `openrally:${local}${attributes}`;
  return inside === '' ? `<${tag}/>` : `<${tag}>${inside}</openrally:${local}>`;
}
