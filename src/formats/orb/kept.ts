import type { Kept } from '../../model/roadbook.ts';
import { isReserved } from '../tree/document.ts';
import type { Mapping, Value } from '../tree/value.ts';
import { type Instruction, resets, type Standing } from './instruction.ts';
import { isRole, noRole, numberOf, resetTag, tagsOf } from './tags.ts';
import { leftOfTulip } from './tulip.ts';

/** What of an instruction goes into no field of the note: the specification asks programs to keep it. */
export function leftOf(instruction: Instruction, standing: Standing): Mapping {
  const { id, type, tulip, location, waypoint, landmark, tags, ...more } = instruction;
  const {
    distance: _d,
    km: _k,
    heading: _h,
    cap: _c,
    symbols: _s,
    note: _n,
    notes: _o,
    speed_limit: _l,
    ...rest
  } = more;
  const { name, coords: _p, ...locationRest } = location ?? {};
  const { lat: _a, lon: _b, ...waypointRest } = waypoint ?? {};
  return cleanMapping({
    ...rest,
    id: numberOf(id) === null ? id : null,
    type: type && !isRole(type) && !(type === noRole && standing.role !== null) ? type : null,
    tulip: leftOfTulip(tulip ?? null),
    location: locationRest,
    waypoint: waypointRest,
    landmark: typeof name === 'string' ? landmark : null,
    tags: leftTags(tags ?? [], resets(instruction, standing)),
  });
}

function leftTags(tags: readonly string[], reset: boolean): string[] {
  return [...(tags.includes(resetTag) && !reset ? [resetTag] : []), ...tagsOf(tags).rest];
}

/** For the model, as JSON; nothing where there is nothing. */
export function keptJson(left: Mapping): Kept[] {
  const content = JSON.stringify(left);
  return content === '{}' ? [] : [{ format: 'orb', content }];
}

/** What was kept from this format: of a note, what the row said (`instruction`) and the stage that begins with it. */
export function keptMapping(kept: readonly Kept[]): Mapping {
  const { content = '{}' } = kept.find(({ format }) => format === 'orb') ?? {};
  return asMapping(clean(parsed(content), 0)) ?? {};
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

/** No roadbook nests its extras deeper, and the stack has an end. */
const deepest = 12;
/** YAML wants a key on one line of at most 1,024 characters, escapes and all. */
const longestKey = 100;

export function cleanMapping(value: object): Mapping {
  return asMapping(clean(value, 0)) ?? {};
}

/** Plain data without nulls, empty mappings, numbers that JSON has not, and keys that no reader takes; null for nothing. */
function clean(value: unknown, depth: number): Value | null {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== 'object' || value === null || depth > deepest) return null;
  if (Array.isArray(value)) {
    const items = value.map((item) => clean(item, depth + 1)).filter((item) => item !== null);
    return items.length === 0 ? null : items;
  }
  const entries = Object.entries(value)
    .filter(([key]) => !isReserved(key) && key !== '<<' && key.length <= longestKey)
    .map(([key, inner]) => [key, clean(inner, depth + 1)] as const)
    .filter(([, inner]) => inner !== null);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

export function asMapping(value: Value | null | undefined): Mapping | null {
  return typeof value === 'object' && value !== null && !isList(value) && !('toJSON' in value) ? value : null;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
