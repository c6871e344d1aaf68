/**
 * The words of OpenRally, v0.1 to v1.0.3 and the open proposal for DN, DNZ and DTZ, and those that programs write or read
 * beside it. Local names, lower case; versions and namespaces do not matter.
 */
import type { Danger, Service, WaypointType } from '../../model/fields.ts';

/** Elements that are a waypoint or control, or two in one. */
export const waypointElements: ReadonlyMap<string, readonly WaypointType[]> = new Map([
  ['wpv', ['WPV']],
  ['wpe', ['WPE']],
  ['wpm', ['WPM']],
  ['wpn', ['WPN']],
  ['wpp', ['WPP']],
  ['wps', ['WPS']],
  ['wpc', ['WPC']],
  ['dss', ['DSS']],
  ['ass', ['ASS']],
  ['dz', ['DZ']],
  ['fz', ['FZ']],
  ['neutralization', ['DN']],
  ['fn', ['FN']],
  ['dt', ['DT']],
  ['ft', ['FT']],
  ['checkpoint', ['CP']],
  ['timecontrol', ['TC']],
  // Proposal of 2023: a neutralisation and a transfer with a speed limit.
  ['dn', ['DN']],
  ['dnz', ['DN', 'DZ']],
  ['dtz', ['DT', 'DZ']],
  // Written by Tulip, or read by other readers.
  ['dns', ['DN', 'DZ']],
  ['dts', ['DT', 'DZ']],
  ['sn', ['DN']],
  ['cp', ['CP']],
  ['tc', ['TC']],
  // v0.2: markers; the schema calls most of them duplicates of the others.
  ['startspecialstage', ['DSS']],
  ['finishspecialstage', ['ASS']],
  ['startofzone', ['DZ']],
  ['endofzone', ['FZ']],
  ['passagecontrol', ['CP']],
  ['waypointeclipse', ['WPE']],
  ['waypointsafety', ['WPS']],
  ['waypointmasked', ['WPM']],
] satisfies [string, WaypointType[]][]);

export const serviceElements: ReadonlyMap<string, Service> = new Map([
  ['fuel', 'fuel'],
  ['medical', 'medical'],
  ['helicopter', 'helicopter'],
  ['police', 'police'],
  ['fire', 'fire'],
  ['spectators', 'spectators'],
  ['media', 'media'],
] satisfies [string, Service][]);

/** v0.2: a marker for each degree. */
export const dangerElements: ReadonlyMap<string, Danger> = new Map([
  ['onedanger', 1],
  ['twodanger', 2],
  ['threedanger', 3],
] satisfies [string, Danger][]);

/** Elements with one value, and what a message calls it. */
export const valueElements = {
  distance: 'distance',
  speed: 'speed limit',
  cap: 'CAP',
  danger: 'danger',
  stop: 'stop',
  stopcontrol: 'stop',
  reset: 'reset',
  resettozero: 'reset',
  show_coordinates: 'coordinates shown to crews',
  tulip: 'tulip',
  notes: 'notes',
} as const;

export type ValueElement = keyof typeof valueElements;

const valueNames: ReadonlySet<string> = new Set(Object.keys(valueElements));

export function isValueElement(local: string): local is ValueElement {
  return valueNames.has(local);
}

/** v0.2: markers that the model has no word for. */
const markers: ReadonlySet<string> = new Set([
  ...['capheading', 'gps', 'endfuel', 'radio', 'begintireservice', 'endtireservice', 'toilets'],
  ...['giveway', 'sensitivezone', 'startofassistance', 'finishofassistance', 'village'],
]);

/** True of an element that OpenRally had once, and that says nothing to the model. */
export function isMarker(local: string): boolean {
  return markers.has(local);
}

/** True of every element that has a place in the model when it stands at a waypoint. */
export function isKnown(local: string): boolean {
  return (
    isValueElement(local) ||
    waypointElements.has(local) ||
    serviceElements.has(local) ||
    dangerElements.has(local)
  );
}

export const gpxNamespace = /^http:\/\/www\.topografix\.com\/GPX\//;
/** Seen: `…/xmlschemas/GpxExtensions/v1.0.3`, the bare host, `…/xmlschemas/OpenRally/1.0`. */
export const openRallyNamespace = /^https?:\/\/(www\.)?openrally\.org/i;
/** What means OpenRally whatever it is: programs that write the format make up their own. */
export const likeOpenRally = /openrally/i;

/** `1.0.3` of `http://www.openrally.org/xmlschemas/GpxExtensions/v1.0.3`; null where the namespace names none. */
export function versionOf(namespace: string): string | null {
  return /\/v?(\d[^/]*)$/.exec(namespace)?.[1] ?? null;
}
