import type { Note, Waypoint } from '../../model/roadbook.ts';
import { formatDistance, speedFromKmh, type Units } from '../../model/units.ts';

/** What a note says, for people who see it on a map: `12.34 km`, `WPM 12, open 800 m, clear 90 m`, `limit 50 km/h`. */
export function summary(note: Note, units: Units): string[] {
  const isMetric = units === 'metric';
  return [
    note.distance === null ? null : `${formatDistance(note.distance, units)} ${isMetric ? 'km' : 'mi'}`,
    ...note.waypoints.map(waypointWords),
    note.danger === null ? null : '!'.repeat(note.danger),
    note.cap === null ? null : `CAP ${note.cap}°`,
    note.averageCap === null ? null : `average CAP ${note.averageCap}°`,
    note.limitKmh === null
      ? null
      : `limit ${Number(speedFromKmh(note.limitKmh, units).toFixed(1))} ${isMetric ? 'km/h' : 'mph'}`,
    note.stopSeconds === null ? null : note.stopSeconds === 0 ? 'stop' : `stop ${note.stopSeconds} s`,
    note.reset === null ? null : `reset to ${formatDistance(note.reset, units)}`,
    note.services.length === 0 ? null : note.services.join(', '),
  ].filter((line) => line !== null);
}

function waypointWords({ type, name, open, clear, seconds }: Waypoint): string {
  return [
    name === null ? type : `${type} ${name}`,
    open === null ? null : `open ${open} m`,
    clear === null ? null : `clear ${clear} m`,
    seconds === null ? null : `${seconds} s`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
