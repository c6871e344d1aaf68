import type { WaypointType } from '../../model/fields.ts';
import type { Waypoint } from '../../model/roadbook.ts';
import { isXmlText } from '../xml/text.ts';

export const openRallyVersions = ['1.0.0', '1.0.1', '1.0.2', '1.0.3'] as const;
export type OpenRallyVersion = (typeof openRallyVersions)[number];

/** What is written: a version, and whether also what its published schema does not know. */
export interface Dialect {
  readonly version: OpenRallyVersion;
  readonly extended: boolean;
}

export const newest: Dialect = { version: '1.0.3', extended: false };

/** 1.0.1 was published under the namespace of 1.0.0. */
export function namespaceFor({ version }: Dialect): string {
  return `http://www.openrally.org/xmlschemas/GpxExtensions/v${version === '1.0.1' ? '1.0.0' : version}`;
}

type Attribute = 'name' | 'open' | 'clear';

/** The element of a type, since when it is there, and what its schema allows from which version on. */
interface Element {
  readonly local: string;
  readonly since: OpenRallyVersion;
  readonly attributes: Readonly<Partial<Record<Attribute, OpenRallyVersion>>>;
}

const all = { name: '1.0.0', open: '1.0.0', clear: '1.0.0' } as const;
const late = { name: '1.0.3', open: '1.0.3', clear: '1.0.3' } as const;
const always = (local: string): Element => ({ local, since: '1.0.0', attributes: all });
const new2022 = (local: string): Element => ({ local, since: '1.0.3', attributes: late });

export const elements: Readonly<Record<WaypointType, Element>> = {
  WPV: always('wpv'),
  WPE: always('wpe'),
  WPM: always('wpm'),
  WPN: new2022('wpn'),
  WPP: new2022('wpp'),
  WPS: always('wps'),
  WPC: always('wpc'),
  DSS: always('dss'),
  ASS: always('ass'),
  DZ: always('dz'),
  FZ: always('fz'),
  DN: { local: 'neutralization', since: '1.0.0', attributes: {} },
  FN: { local: 'fn', since: '1.0.1', attributes: late },
  DT: new2022('dt'),
  FT: new2022('ft'),
  CP: { local: 'checkpoint', since: '1.0.0', attributes: { ...late, name: '1.0.0' } },
  // Its name stands as text inside.
  TC: { local: 'timecontrol', since: '1.0.0', attributes: { name: '1.0.0' } },
};

/** What of a waypoint a dialect writes; null when it has no element for it. */
export function carriedWaypoint(waypoint: Waypoint, dialect: Dialect): Waypoint | null {
  const { type, name, open, clear, seconds } = waypoint;
  const { since, attributes } = elements[type];
  const has = (version: OpenRallyVersion | undefined) =>
    dialect.extended || (version !== undefined && version <= dialect.version);
  if (!has(since)) return null;
  return {
    type,
    name: has(attributes.name) ? carriedName(name, type) : null,
    open: has(attributes.open) ? open : null,
    clear: has(attributes.clear) ? clear : null,
    seconds: carriedSeconds(type, seconds, dialect),
  };
}

/** The waypoints of a note as they are read again: without those that say nothing new beside one of the same type. */
export function carriedWaypoints(waypoints: readonly Waypoint[], dialect: Dialect): Waypoint[] {
  const carried: Waypoint[] = [];
  for (const waypoint of waypoints) {
    const one = carriedWaypoint(waypoint, dialect);
    if (one === null) continue;
    const { type, name, open, clear, seconds } = one;
    const isBare = name === null && open === null && clear === null && seconds === null;
    if (!isBare || carried.every((other) => other.type !== type)) carried.push(one);
  }
  return carried;
}

function carriedName(name: string | null, type: WaypointType): string | null {
  if (name === null || name.trim() === '' || !isXmlText(name)) return null;
  return type === 'TC' ? name.trim() : name;
}

/** A neutralisation must state its seconds, and 0 stands for unknown; a time control states whole minutes. */
function carriedSeconds(type: WaypointType, seconds: number | null, { extended }: Dialect): number | null {
  if (seconds === null) return null;
  if (type === 'DN') return seconds === 0 ? null : seconds;
  if (extended) return seconds;
  return type === 'TC' ? Math.round(seconds / 60) * 60 : null;
}
