import type { Path } from '../../model/reading.ts';
import { isMapping, type Row } from './rows.ts';

/** Where a field of the model stands in the document: under the first of these keys that is there. */
const keys: Readonly<Record<string, readonly (readonly string[])[]>> = {
  number: [['id']],
  name: [['location', 'name'], ['landmark']],
  distance: [['distance'], ['km']],
  at: [['location', 'coords'], ['waypoint']],
  waypoints: [['tags'], ['type']],
  limitKmh: [['speed_limit']],
  cap: [['heading'], ['cap']],
  danger: [['symbols']],
  pictures: [['tulip', 'svg']],
  text: [['note'], ['notes']],
  reset: [['tags']],
  services: [['tags'], ['symbols']],
  change: [['tags']],
};

export function documentPath(
  path: Path,
  rows: readonly Row[],
  root: Readonly<Record<string, unknown>>,
): Path {
  const [first, index, field, ...rest] = path;
  if (first === 'notes') {
    const row = typeof index === 'number' ? rows[index] : undefined;
    if (row === undefined) return [];
    if (typeof field !== 'string') return row.path;
    const there = keys[field]?.find((steps) => isThere(row.value, steps));
    return [...row.path, ...(there ?? [field, ...rest])];
  }
  const stage = rows[0]?.stage?.path ?? [];
  if (first === 'stage' && (index === 'number' || index === 'name'))
    return [...stage, index === 'number' ? 'id' : 'name'];
  if (first === 'stage' && index === 'date') return ['meta', 'date'];
  if (first === 'description') return [...stage, 'description'];
  if (first === 'event') return ['meta', isThere(root.meta, ['title']) ? 'title' : 'event'];
  return first === 'units' ? ['meta', 'units'] : [];
}

function isThere(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return value !== null && value !== undefined;
  return isMapping(value) && isThere(value[key], rest);
}
