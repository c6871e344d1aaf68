import type { WaypointType } from '../../model/fields.ts';
import type { WaypointDraft } from '../../model/roadbook.ts';
import type { Notification } from './document.ts';

/** Tulip's own types: `s` at the end is a speed limit on top. */
const types: ReadonlyMap<string, readonly WaypointType[]> = new Map<string, readonly WaypointType[]>([
  ...(['WPM', 'WPV', 'WPE', 'WPN', 'WPC', 'WPP', 'WPS', 'DSS', 'CP', 'DN', 'FN', 'DT', 'FT'] as const).map(
    (type): [string, WaypointType[]] => [type.toLowerCase(), [type]],
  ),
  ['fss', ['ASS']],
  ['dsz', ['DZ']],
  ['fsz', ['FZ']],
  ['dns', ['DN', 'DZ']],
  ['dts', ['DT', 'DZ']],
  // OpenRally's names, for a type that only `openrallytype` tells
  ['ass', ['ASS']],
  ['dz', ['DZ']],
  ['fz', ['FZ']],
  ['checkpoint', ['CP']],
  ['neutralization', ['DN']],
]);

export const knownTypes = [...types.keys()];

/**
 * The waypoints of a notification, null for an unknown type. Radii are metres and only what the file states. The older
 * program has one circle and a modifier: the opening and the validation radius of a waypoint, as it exported them.
 */
export function waypointsOf(notification: Notification): WaypointDraft[] | null {
  const { type, openrallytype, openRadius, validationRadius, bubble, modifier, time } = notification;
  const found = types.get(type?.toLowerCase() ?? '') ?? types.get(openrallytype?.toLowerCase() ?? '');
  const [first, ...others] = found ?? [];
  if (first === undefined) return null;
  const isWaypoint = first.startsWith('WP');
  const timed = first === 'DN' || first === 'DT';
  return [
    {
      type: first,
      open: radius(openRadius ?? (isWaypoint ? bubble : null)),
      clear: radius(validationRadius ?? (isWaypoint ? modifier : null)),
      seconds: timed && time !== null ? Math.round(time) : null,
    },
    ...others.map((other) => ({ type: other })),
  ];
}

/** The older program kept the limit of a speed zone in the notification, km/h. */
export function limitOf({ type, modifier }: Notification): number | null {
  return type?.toLowerCase() === 'dsz' && modifier !== null && modifier > 0 ? modifier : null;
}

function radius(value: number | null): number | null {
  return value !== null && value > 0 ? Math.max(1, Math.round(value)) : null;
}
