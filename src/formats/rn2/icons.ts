import type { WaypointType } from '../../model/fields.ts';
import { Danger } from '../../model/fields.ts';
import { abbreviationFromRn2, symbolFromRn2 } from '../../model/foreign-symbols.ts';
import type { Path } from '../../model/reading.ts';
import { kmhFromSpeed, metresFromPrinted, metresPerYard, type Units } from '../../model/units.ts';
import { forTerminal } from '../../text/escape.ts';
import { type FoundMark, type Mark, markOfSymbol, unfitDanger, waypointOfSymbol } from '../marks.ts';
import { figureOf, type Measure } from '../measures.ts';
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
  const marks = types.flatMap((type) => waypointMarks(type, optionsOf(icon), units));
  return marks.map((mark) => ({ ...mark, path }));
}

/** The lexicon's id, else the file's own name of the icon. */
export function symbolOfIcon(icon: Icon): string {
  return (identity(icon) ?? symbolFromRn2(icon) ?? icon.name?.trim().slice(0, 80)) || unnamed;
}

/** The symbol of an icon that has no name. */
export const unnamed = 'unknown';

/**
 * What an icon would mean whose id and tags are not known, if its name were believed; null where that is nothing, or a danger,
 * of which a rule speaks.
 */
export function meaningByName(icon: Icon): string | null {
  const symbol = identity(icon) === null ? symbolFromRn2({ name: icon.name }) : null;
  if (symbol === null || symbol.startsWith('danger-')) return null;
  return (markOfSymbol(symbol) ?? waypointOfSymbol(symbol)) === null ? null : symbol;
}

/** The abbreviation that an icon stands for; such icons are words of the description. */
export function wordOfIcon(icon: Icon): string | null {
  return identity(icon) === null ? abbreviationFromRn2(icon) : null;
}

export function isRoundabout(icon: Icon): boolean {
  return icon.isRoundabout === true || identity(icon) === 'roundabout';
}

function identity({ id: said, gpx_tags, legacy_id }: Icon): string | null {
  const id = said?.trim().replace(/^\{(.*)\}$/, '$1') ?? null;
  return symbolFromRn2({ id, gpx_tags }) ?? legacySymbols.get(legacy_id ?? -1) ?? null;
}

function marksOfIdentity(icon: Icon, units: Units): Mark[] {
  const symbol = identity(icon);
  if (symbol === null) return [];
  const type = waypointOfSymbol(symbol);
  if (type) return waypointMarks(type, optionsOf(icon), units);
  const mark = markOfSymbol(symbol);
  if (mark?.mark === 'limit') return mark.kmh === 0 ? [] : [{ ...mark, kmh: kmhFromSpeed(mark.kmh, units) }];
  return mark ? [mark] : [];
}

function marksOfTag({ name, attributes, content }: GpxTag, icon: Icon, units: Units): Mark[] {
  const types = waypointElements.get(name);
  if (types) return types.flatMap((type) => taggedWaypoint(type, attributes, content, icon, units));
  const service = serviceElements.get(name);
  if (service) return [{ mark: 'service', service }];
  switch (name) {
    case 'danger':
      return dangerMarks(content);
    case 'speed':
      return ofFigure(content, { what: 'speed limit', measure: 'speed', units }, (speed) =>
        speed === 0 ? [] : [{ mark: 'limit', kmh: kmhFromSpeed(speed, units) }],
      );
    case 'reset':
      // Whatever stands inside, it is a reset.
      return [
        ...ofFigure(content, { what: 'reset', measure: 'distance', units }, (value) => [
          { mark: 'reset', metres: metresFromPrinted(value, units) },
        ]),
        { mark: 'reset', metres: 0 },
      ];
    case 'stop':
      return [
        ...ofFigure(
          icon.options.time?.trim() || content,
          { what: 'stop', measure: 'seconds', units },
          (value) => [{ mark: 'stop', seconds: Math.round(value) }],
        ),
        { mark: 'stop', seconds: 0 },
      ];
    default:
      return [];
  }
}

/** `2` or `!!`; 0 is none. */
function dangerMarks(content: string): Mark[] {
  if (content === '0') return [];
  const level = Danger.safeParse(/^!+$/.test(content) ? content.length : Number(content || Number.NaN));
  return [level.success ? { mark: 'danger', level: level.data } : unfitDanger(content)];
}

/** A neutralisation's content is its length in seconds; a time control allows minutes. */
function taggedWaypoint(
  type: WaypointType,
  attributes: ReadonlyMap<string, string>,
  content: string,
  icon: Icon,
  units: Units,
): Mark[] {
  const stated = new Map([...optionsOf(icon), ...attributes]);
  if (isTimed(type) && !stated.has('time') && content !== '') stated.set('time', content);
  return waypointMarks(type, stated, units);
}

/** The waypoint, and what was said of it that cannot be. */
function waypointMarks(type: WaypointType, stated: ReadonlyMap<string, string>, units: Units): Mark[] {
  const unfit: Mark[] = [];
  const value = (key: string, what: string, measure: Measure): number | null => {
    const said = stated.get(key)?.trim() ?? '';
    if (said === '') return null;
    const found = figureOf(said, measure, units);
    if (found === null || found < 0) unfit.push(unfitFigure(`${type} ${what}`, said, found));
    return found === null || found < 0 ? null : found;
  };
  const radius = (key: string) => {
    const metres = (value(key, `${key} radius`, 'radius') ?? 0) * (units === 'metric' ? 1 : metresPerYard);
    return metres > 0 ? Math.max(1, Math.round(metres)) : null;
  };
  const allowed = type === 'TC' ? value('allowed', 'time', 'minutes') : null;
  const time = isTimed(type) ? value('time', 'time', 'seconds') : null;
  const waypoint = {
    type,
    name: stated.get('name') || null,
    open: radius('open'),
    clear: radius('clear'),
    seconds: allowed === null ? time && Math.round(time) : Math.round(allowed * 60),
  };
  return [{ mark: 'waypoint', waypoint }, ...unfit];
}

function isTimed(type: WaypointType): boolean {
  return type === 'DN' || type === 'DT';
}

interface FigureOf {
  readonly what: string;
  readonly measure: Measure;
  readonly units: Units;
}

/** The marks of a figure that is at least 0; what it cannot be is said. An empty text says nothing. */
function ofFigure(
  said: string,
  { what, measure, units }: FigureOf,
  marks: (value: number) => Mark[],
): Mark[] {
  if (said === '') return [];
  const value = figureOf(said, measure, units);
  return value === null || value < 0 ? [unfitFigure(what, said, value)] : marks(value);
}

function unfitFigure(what: string, said: string, value: number | null): Mark {
  const must = value === null ? 'a number' : 'at least 0';
  const message = `${what} must be ${must}, not “${forTerminal(said.slice(0, 60))}”`;
  return { mark: 'unfit', name: value === null ? 'wrong-type' : 'value-out-of-range', message };
}

function optionsOf({ options }: Icon): Map<string, string> {
  return new Map(Object.entries(options).flatMap(([key, said]) => (said === null ? [] : [[key, said]])));
}
