import type { Path } from '../../model/reading.ts';
import { child, type Node } from '../tree/node.ts';

/**
 * Where a field of the model stands in the document: the model says `limitKmh`, the document `limit` or `limitKmh`.
 * `noteIndexes` says which item of the list each note was. Asked only for a diagnostic, so it looks the names up in the
 * tree instead of keeping a table of every field.
 */
export function documentPath(path: Path, root: Node, noteIndexes: readonly number[]): Path {
  const [first, second, ...rest] = path;
  if (first === 'notes' && typeof second === 'number') {
    const index = noteIndexes[second] ?? second;
    const notes = child(root, 'notes');
    const note = notes && child(notes, index);
    return ['notes', index, ...(note ? notePath(rest, note) : [])];
  }
  if (first === undefined) return path;
  const names = headerNames[String(first)];
  if (first === 'stage' && second === 'releaseMinutes') {
    const stage = child(root, 'stage');
    return ['stage', stage ? present(stage, ['release', 'releaseMinutes']) : 'stage'];
  }
  return names ? [present(root, names), ...path.slice(1)] : path;
}

const headerNames: Readonly<Record<string, readonly string[]>> = { fuelRange: ['fuel-range', 'fuelRange'] };

const noteNames: Readonly<Record<string, readonly string[]>> = {
  distance: ['km', 'mi', 'distance'],
  showAt: ['show-at', 'showAt'],
  limitKmh: ['limit', 'limitKmh'],
  averageCap: ['average-cap', 'averageCap'],
  stopSeconds: ['stop', 'stopSeconds'],
  services: ['services', 'fuel'],
};

function notePath(path: Path, note: Node): Path {
  const [field, index, ...rest] = path;
  if (field === undefined) return path;
  if (field === 'waypoints') return waypointPath(index, rest, note);
  if (field === 'at' && child(note, 'at') === null) return placeInWaypoint(note);
  const names = noteNames[String(field)];
  return names ? [present(note, names), ...path.slice(1)] : path;
}

const waypointKeys = ['waypoints', 'wp', 'zone'];

function waypointPath(index: string | number | undefined, rest: Path, note: Node): Path {
  if (typeof index !== 'number') return [present(note, waypointKeys)];
  const found = waypointPaths(note)[index];
  if (!found) return [];
  const [field, ...deeper] = rest;
  const waypoint = found.reduce<Node | null>((node, step) => node && child(node, step), note);
  if (field === 'seconds' && waypoint) return [...found, present(waypoint, ['time', 'seconds']), ...deeper];
  return [...found, ...rest];
}

/** Where each of the model's waypoints stands, in the model's order. */
function waypointPaths(note: Node): Path[] {
  return waypointKeys.flatMap((key): Path[] => {
    const value = child(note, key);
    if (value === null || (value.kind === 'scalar' && value.value === null)) return [];
    return value.kind === 'list' ? value.items.map((_, i) => [key, i]) : [[key]];
  });
}

function placeInWaypoint(note: Node): Path {
  for (const path of waypointPaths(note)) {
    const waypoint = path.reduce<Node | null>((node, step) => node && child(node, step), note);
    if (waypoint && child(waypoint, 'at')) return [...path, 'at'];
  }
  return [];
}

/** The first of the names that is there with a value; else the first. */
function present(node: Node, names: readonly string[]): string {
  const has = (name: string) => {
    const value = child(node, name);
    return value !== null && !(value.kind === 'scalar' && value.value === null);
  };
  return names.find(has) ?? names[0] ?? '';
}
