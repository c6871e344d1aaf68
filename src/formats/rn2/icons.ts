import type { WaypointType } from '../../model/fields.ts';
import { Danger } from '../../model/fields.ts';
import { abbreviationFromRn2, symbolFromRn2 } from '../../model/foreign-symbols.ts';
import type { Path } from '../../model/reading.ts';
import type { WaypointDraft } from '../../model/roadbook.ts';
import { kmhFromSpeed, metresFromPrinted, metresPerYard, type Units } from '../../model/units.ts';
import { type FoundMark, type Mark, markOfSymbol, waypointOfSymbol } from '../marks.ts';
import { serviceElements, waypointElements } from '../openrally/vocabulary.ts';
import type { Icon } from './document.ts';
import { type GpxTag, readGpxTags } from './gpx-tags.ts';

/**
 * What an icon means: by the OpenRally snippet it carries, else by its id, else by its legacy id. Never by its name, which
 * is in the language of its author; the name only shows what is not known.
 */

/** Legacy ids that stand for one icon alone. 77 is both "Under Bridge" and "Danger niveau 3", so it says nothing. */
const legacySymbols: ReadonlyMap<number, string> = new Map([
  [75, 'danger-1'],
  [76, 'danger-2'],
  [36, 'fuel-zone'],
  [100, 'reset-distance'],
  [94538, 'roundabout'],
  [53, 'speed-30'],
  [49, 'speed-40'],
  [47, 'speed-50'],
  [48, 'speed-60'],
  [39, 'start-selective-section'],
  [34, 'finish-selective-section'],
  [37, 'checkpoint'],
  [41, 'speed-start'],
  [33, 'speed-end'],
  [203366, 'start-neutralisation'],
  [158004, 'finish-neutralisation'],
  [700, 'waypoint-control'],
  [44, 'waypoint-eclipsed'],
  [45, 'waypoint-masked'],
  [798164, 'waypoint-navigation'],
  [906024, 'waypoint-security'],
  [751647, 'waypoint-visible'],
  [14, 'house'],
  [89, 'river'],
  [93, 'traffic-light'],
]);

/** The marks of an icon in one of the boxes. */
export function marksOfIcon(icon: Icon, units: Units, path: Path): FoundMark[] {
  const tags = readGpxTags(icon.gpx_tags ?? '', optionsOf(icon));
  const marks = tags.flatMap((tag) => marksOfTag(tag, icon, units));
  const found = marks.length > 0 ? marks : marksOfIdentity(icon, units);
  return found.map((mark) => ({ ...mark, path }));
}

/** The marks of the icon beside the box: the same, and `type` names the waypoint where its snippet is missing. */
export function marksOfWaypointIcon(icon: Icon, units: Units, path: Path): FoundMark[] {
  const tagged = marksOfIcon({ ...icon, id: null, legacy_id: null }, units, path);
  if (tagged.length > 0) return tagged;
  const types = waypointElements.get(icon.type?.toLowerCase() ?? '');
  if (!types) return marksOfIcon(icon, units, path);
  return types.map((type) => ({ mark: 'waypoint', waypoint: waypoint(type, optionsOf(icon), units), path }));
}

/** The lexicon's id, else the file's own name of the icon. */
export function symbolOfIcon(icon: Icon): string {
  return (identity(icon) ?? symbolFromRn2(icon) ?? icon.name?.trim().slice(0, 80)) || 'unknown';
}

/** The abbreviation that an icon stands for; such icons are words of the description. */
export function wordOfIcon(icon: Icon): string | null {
  return identity(icon) === null ? abbreviationFromRn2(icon) : null;
}

export function isRoundabout(icon: Icon): boolean {
  return icon.isRoundabout === true || identity(icon) === 'roundabout';
}

function identity({ id, gpx_tags, legacy_id }: Icon): string | null {
  return symbolFromRn2({ id, gpx_tags }) ?? legacySymbols.get(legacy_id ?? -1) ?? null;
}

function marksOfIdentity(icon: Icon, units: Units): Mark[] {
  const symbol = identity(icon);
  if (symbol === null) return [];
  const type = waypointOfSymbol(symbol);
  if (type) return [{ mark: 'waypoint', waypoint: waypoint(type, optionsOf(icon), units) }];
  const mark = markOfSymbol(symbol);
  if (mark?.mark === 'limit') return [{ ...mark, kmh: kmhFromSpeed(mark.kmh, units) }];
  return mark ? [mark] : [];
}

function marksOfTag({ name, attributes, content }: GpxTag, icon: Icon, units: Units): Mark[] {
  const types = waypointElements.get(name);
  if (types) return types.map((type) => taggedWaypoint(type, attributes, content, icon, units));
  const service = serviceElements.get(name);
  if (service) return [{ mark: 'service', service }];
  const value = content === '' ? null : Number(content);
  switch (name) {
    case 'danger': {
      const level = Danger.safeParse(value);
      return [level.success ? { mark: 'danger', level: level.data } : { mark: 'no-danger', found: content }];
    }
    case 'speed':
      return value !== null && value > 0 ? [{ mark: 'limit', kmh: kmhFromSpeed(value, units) }] : [];
    case 'reset':
      return [{ mark: 'reset', metres: metresFromPrinted(value !== null && value >= 0 ? value : 0, units) }];
    case 'stop':
      return [{ mark: 'stop', seconds: seconds(icon.options.time) ?? seconds(content) ?? 0 }];
    default:
      return [];
  }
}

/** A neutralisation's content is its length in seconds; a time control allows minutes. */
function taggedWaypoint(
  type: WaypointType,
  attributes: ReadonlyMap<string, string>,
  content: string,
  icon: Icon,
  units: Units,
): Mark {
  const stated = waypoint(type, new Map([...optionsOf(icon), ...attributes]), units);
  if (type === 'TC') stated.seconds = seconds(attributes.get('allowed') ?? null, 60);
  else if (type === 'DN' || type === 'DT') stated.seconds ??= seconds(content);
  return { mark: 'waypoint', waypoint: stated };
}

function waypoint(type: WaypointType, stated: ReadonlyMap<string, string>, units: Units): WaypointDraft {
  const radius = (name: string) => {
    const value = Number(stated.get(name) ?? 0) * (units === 'metric' ? 1 : metresPerYard);
    return value > 0 ? Math.max(1, Math.round(value)) : null;
  };
  const timed = type === 'DN' || type === 'DT';
  return {
    type,
    name: stated.get('name') || null,
    open: radius('open'),
    clear: radius('clear'),
    seconds: timed ? seconds(stated.get('time') ?? null) : null,
  };
}

function seconds(value: string | null, each = 1): number | null {
  const found = value?.trim() ? Number(value) * each : Number.NaN;
  return found >= 0 ? Math.round(found) : null;
}

function optionsOf({ options }: Icon): Map<string, string> {
  return new Map(Object.entries(options).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}
