import { secondsFrom } from '../../model/duration.ts';
import type { Coordinates } from '../../model/fields.ts';
import type { NoteDraft, RoadbookDraft, WaypointDraft } from '../../model/roadbook.ts';
import { kmhFromSpeed, metresFromPrinted, type Units } from '../../model/units.ts';
import { fromNotation } from '../../tulip/notation.ts';
import type {
  HeaderDocument,
  NoteDocument,
  PlaceDocument,
  TrackDocument,
  WaypointsDocument,
} from './document.ts';
import { trackFromText } from './track.ts';

/** The model's view of a checked document. `metres`: its plain `total` is metres, as the model prints it. */
export function headerDraft(header: HeaderDocument, metres: boolean): Omit<RoadbookDraft, 'notes'> {
  const units = header.units ?? 'metric';
  const total = header.total ?? null;
  const range = header['fuel-range'] ?? null;
  const { stage } = header;
  return {
    event: words(header.event),
    stage: {
      number: words(stage?.number),
      name: words(stage?.name),
      date: stage?.date ?? null,
      start: stage?.start ?? null,
      releaseMinutes: minutes(stage?.release) ?? stage?.releaseMinutes ?? null,
    },
    units,
    edition: header.edition ?? null,
    description: words(header.description),
    total: total === null ? null : metres ? Math.round(total) : metresFromPrinted(total, units),
    fuelRange: range === null ? (header.fuelRange ?? null) : metresFromPrinted(range, units),
    track: header.track === null || header.track === undefined ? null : track(header.track),
    origin: header.origin ?? null,
    kept: header.kept ?? [],
  };
}

/** The model's view of a checked note; `units` are the document's. */
export function noteDraft(note: NoteDocument, units: Units): NoteDraft {
  const scale = scaleOf(note, units);
  const waypoints = [...waypointsOf(note.waypoints), ...waypointsOf(note.wp), ...waypointsOf(note.zone)];
  const at = note.at ?? waypoints.find((waypoint) => waypoint.at)?.at ?? null;
  const services = listOf(note.services);
  return {
    number: note.number ?? null,
    name: words(note.name),
    distance: distanceOf(note),
    partial: scale(note.partial ?? null),
    at: at === null ? null : coordinates(at),
    showAt: note['show-at'] ?? note.showAt ?? false,
    waypoints: waypoints.map(waypointDraft),
    limitKmh: typeof note.limit === 'number' ? kmhFromSpeed(note.limit, units) : (note.limitKmh ?? null),
    cap: note.cap ?? null,
    averageCap: note['average-cap'] ?? note.averageCap ?? null,
    danger: note.danger ?? null,
    tulip: note.tulip === null || note.tulip === undefined ? null : fromNotation(note.tulip),
    pictures: { tulip: note.pictures?.tulip ?? null, text: note.pictures?.text ?? null },
    text: words(note.text),
    symbols: listOf(note.symbols),
    stopSeconds: seconds(note.stop) ?? note.stopSeconds ?? null,
    reset: note.reset === true ? 0 : note.reset === false ? null : scale(note.reset ?? null),
    services: note.fuel === true && !services.includes('fuel') ? ['fuel', ...services] : services,
    surface: note.surface ?? null,
    change: note.change ?? null,
    remark: words(note.remark),
    kept: note.kept ?? [],
  };
}

function distanceOf({ km, mi, distance }: NoteDocument): number | null {
  if (typeof km === 'number') return metresFromPrinted(km, 'metric');
  if (typeof mi === 'number') return metresFromPrinted(mi, 'imperial');
  return distance ?? null;
}

/** To whole metres, from the unit that the note gives its total in. */
function scaleOf(note: NoteDocument, units: Units): (value: number | null) => number | null {
  const { km, mi, distance } = note;
  if (typeof km === 'number') return (value) => value && metresFromPrinted(value, 'metric');
  if (typeof mi === 'number') return (value) => value && metresFromPrinted(value, 'imperial');
  if (distance !== undefined) return (value) => value && Math.round(value);
  return (value) => value && metresFromPrinted(value, units);
}

type WaypointDocument = Exclude<WaypointsDocument, string | readonly unknown[]>;

/** All waypoints as mappings, in order. */
function waypointsOf(value: WaypointsDocument | null | undefined): WaypointDocument[] {
  return listOf(value).map((one) => (typeof one === 'string' ? { type: one } : one));
}

function waypointDraft({ type, name, open, clear, time, seconds: plain }: WaypointDocument): WaypointDraft {
  return {
    type,
    name: words(name),
    open: open ?? null,
    clear: clear ?? null,
    seconds: seconds(time) ?? plain ?? null,
  };
}

function coordinates(place: PlaceDocument): Coordinates {
  if (!Array.isArray(place)) return place;
  const [latitude, longitude, elevation = null] = place;
  return { latitude, longitude, elevation };
}

/** A list of segments, or of places, which are then one segment. */
function track(value: TrackDocument): Coordinates[][] {
  if (typeof value === 'string') return trackFromText(value);
  const segments: Coordinates[][] = [];
  const loose: Coordinates[] = [];
  for (const item of value) {
    if (isSegment(item)) segments.push(item.map(coordinates));
    else loose.push(coordinates(item));
  }
  return loose.length > 0 ? [...segments, loose] : segments;
}

/** A list of places; a place is itself a list of numbers, or a mapping. */
function isSegment(item: PlaceDocument | PlaceDocument[]): item is PlaceDocument[] {
  return Array.isArray(item) && typeof item[0] !== 'number';
}

function words(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function seconds(value: string | number | null | undefined): number | null {
  const found = typeof value === 'string' ? secondsFrom(value) : (value ?? null);
  return found === null ? null : Math.round(found);
}

/** A bare number is minutes. */
function minutes(value: string | number | null | undefined): number | null {
  if (typeof value === 'number') return value;
  const found = typeof value === 'string' ? secondsFrom(value) : null;
  return found === null ? null : found / 60;
}

function listOf<T>(value: T | T[] | null | undefined): T[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
