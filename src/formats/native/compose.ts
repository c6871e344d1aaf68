import { expectedPartial } from '../../model/complete-clean.ts';
import { durationText } from '../../model/duration.ts';
import type { Coordinates, WaypointType } from '../../model/fields.ts';
import type { Note, Roadbook, Waypoint } from '../../model/roadbook.ts';
import { exactDistance, kmhFromSpeed, speedFromKmh, type Units } from '../../model/units.ts';
import { toNotation } from '../../tulip/notation.ts';
import { type Mapping, Plain, type Value } from '../tree/value.ts';

/** A roadbook in the words of the native format; what a reader would add by itself is left out. */
export function composeHeader(roadbook: Roadbook): Mapping {
  const { stage, units, origin } = roadbook;
  return {
    roadbook: 1,
    event: roadbook.event,
    stage: unlessEmpty({
      number: /^(?:0|[1-9]\d{0,5})$/.test(stage.number ?? '') ? Number(stage.number) : stage.number,
      name: stage.name,
      date: stage.date && new Plain(stage.date, stage.date),
      start: stage.start,
      release: stage.releaseMinutes === null ? null : release(stage.releaseMinutes),
    }),
    units,
    edition: roadbook.edition,
    description: roadbook.description,
    total: printed(roadbook.total, units),
    'fuel-range': printed(roadbook.fuelRange, units),
    origin: origin && { format: origin.format, version: origin.version, creator: origin.creator },
    kept: listed(roadbook.kept.map((kept) => ({ ...kept }))),
  };
}

export function composeNote(note: Note, index: number, roadbook: Roadbook): Mapping {
  const { units, notes } = roadbook;
  const before = notes[index - 1];
  const isExpected = note.partial === expectedPartial(before, note);
  const distance = printed(note.distance, units);
  const limit = exactLimit(note.limitKmh, units);
  const { wp, zone } = composeWaypoints(note.waypoints);
  // Every key by its name: notes of one shape are made several times as fast as with keys that are computed or spread.
  return {
    number: note.number === index + 1 ? null : note.number,
    km: units === 'metric' ? distance : null,
    mi: units === 'metric' ? null : distance,
    partial: isExpected ? null : printed(note.partial, units),
    name: note.name,
    wp,
    zone,
    limit,
    limitKmh: limit === null ? note.limitKmh : null,
    danger: note.danger,
    tulip: note.tulip && toNotation(note.tulip),
    cap: note.cap,
    'average-cap': note.averageCap,
    text: note.text,
    symbols: listed(note.symbols),
    stop: duration(note.stopSeconds),
    reset: note.reset === 0 ? true : printed(note.reset, units),
    services: listed(note.services),
    surface: note.surface,
    change: note.change,
    at: note.at && composePlace(note.at),
    'show-at': note.showAt || null,
    remark: note.remark,
    pictures: unlessEmpty({ tulip: note.pictures.tulip, text: note.pictures.text }),
    kept: listed(note.kept.map((kept) => ({ ...kept }))),
  };
}

/** Kilometres or miles with as many decimals, two at least, as it takes to come back to the same metre. */
function printed(metres: number | null, units: Units): Plain | null {
  if (metres === null) return null;
  const digits = exactDistance(metres, units);
  return new Plain(digits, Number(digits));
}

/** In the speedometer's unit; null where that does not give the same limit back. */
function exactLimit(kmh: number | null, units: Units): number | null {
  if (kmh === null) return null;
  const limit = Number(speedFromKmh(kmh, units).toFixed(3));
  return limit > 0 && kmhFromSpeed(limit, units) === kmh ? limit : null;
}

const zoneTypes: ReadonlySet<WaypointType> = new Set(['DZ', 'FZ', 'DN', 'FN', 'DT', 'FT']);

/** Zone marks under `zone`, the rest under `wp`, unless that would change their order. */
function composeWaypoints(waypoints: readonly Waypoint[]): { wp: Value | null; zone: Value | null } {
  if (waypoints.length === 0) return { wp: null, zone: null };
  const firstZone = waypoints.findIndex(({ type }) => zoneTypes.has(type));
  const split = firstZone === -1 ? waypoints.length : firstZone;
  const inOrder = waypoints.slice(split).every(({ type }) => zoneTypes.has(type));
  if (!inOrder) return { wp: waypoints.map(composeWaypoint), zone: null };
  return { wp: oneOrMore(waypoints.slice(0, split)), zone: oneOrMore(waypoints.slice(split)) };
}

function oneOrMore(waypoints: readonly Waypoint[]): Value | null {
  const written = waypoints.map(composeWaypoint);
  return written.length > 1 ? written : (written[0] ?? null);
}

function composeWaypoint({ type, name, open, clear, seconds }: Waypoint): Value {
  if (name === null && open === null && clear === null && seconds === null) return type;
  return { type, name, open, clear, time: duration(seconds) };
}

function release(minutes: number): Value | null {
  return Number.isInteger(minutes) ? duration(minutes * 60) : minutes;
}

function duration(seconds: number | null): Plain | null {
  if (seconds === null) return null;
  const words = durationText(seconds);
  return new Plain(words, words);
}

function composePlace({ latitude, longitude, elevation }: Coordinates): Value {
  return elevation === null ? [latitude, longitude] : [latitude, longitude, elevation];
}

/** Segments as lists of places. */
export function composeTrack(track: Roadbook['track']): Value | null {
  return track === null ? null : track.map((segment) => segment.map(composePlace));
}

/** The same as text, a line a position and an empty line between segments; null where that cannot be told apart. */
export function composeTrackText(track: Roadbook['track']): string | null {
  if (track === null || track.length === 0 || track.some((segment) => segment.length === 0)) return null;
  const line = ({ latitude, longitude, elevation }: Coordinates) =>
    elevation === null ? `${latitude} ${longitude}\n` : `${latitude} ${longitude} ${elevation}\n`;
  return track.map((segment) => segment.map(line).join('')).join('\n');
}

function listed(values: readonly Value[]): readonly Value[] | null {
  return values.length === 0 ? null : values;
}

function unlessEmpty(tree: Mapping): Mapping | null {
  return Object.values(tree).every((value) => value === null) ? null : tree;
}
