import { earthRadius, sphericalBearing, sphericalDistance } from '../../src/geo/sphere.ts';
import type { Coordinates, LineStyle } from '../../src/model/fields.ts';
import type { NoteDraft, RoadbookDraft, TrackSegment, WaypointDraft } from '../../src/model/roadbook.ts';
import type { Tulip } from '../../src/model/tulip.ts';
import { fromNotation } from '../../src/tulip/notation.ts';
import type { PlaceWord } from '../../src/tulip/places.ts';
import type { Entry, Itinerary, Side } from './itinerary.ts';
import { type Laid, lay } from './lay.ts';

/** The organiser's roadbook of an itinerary. The same itinerary gives the same roadbook. */
export function draft(itinerary: Itinerary): RoadbookDraft {
  const { event, stage, description, fuelRangeKm, entries } = itinerary;
  const laid = lay(itinerary);
  const names = namer();
  const notes: NoteDraft[] = [];
  let printed = 0;
  for (const [i, entry] of entries.entries()) {
    const here = laid[i];
    if (!here) continue;
    printed += entry.partial;
    notes.push({
      ...written(entry, names),
      ...measured(entry, here, i === 0),
      number: i + 1,
      distance: printed,
    });
    if (entry.reset) printed = 0;
  }
  return {
    event,
    stage,
    edition: 'organiser',
    description,
    total: entries.reduce((sum, entry) => sum + entry.partial, 0),
    fuelRange: fuelRangeKm * 1000,
    notes,
    track: [trackOf(laid)],
  };
}

function written(entry: Entry, name: (waypoint: WaypointDraft) => WaypointDraft): NoteDraft {
  const { partial, text, limitKmh, danger, stopSeconds, symbols, services, showAt, change, remark } = entry;
  return {
    partial,
    text,
    limitKmh,
    danger,
    stopSeconds,
    symbols: [...symbols],
    services: [...services],
    showAt,
    change,
    remark,
    waypoints: entry.waypoints.map(name),
    reset: entry.reset ? 0 : null,
  };
}

/** A road that is plain to see needs no CAP; a junction, a bend and open ground do. */
const turnWithoutCap = 15;
/** Off the tracks, from this distance on, the heading of the whole leg is printed as well, metres. */
const legWithAverage = 700;

function measured(entry: Entry, laid: Laid, first: boolean): NoteDraft {
  const { at, entry: from, exit: onto, leg, metres } = laid;
  const end = leg.at(-1);
  if (end === undefined || metres === 0) return { at, tulip: tulipOf(entry, from.line, null) };
  const open = onto.line === 'off-piste';
  const turns = Math.abs(entry.turn) >= turnWithoutCap;
  return {
    at,
    surface: onto.surface,
    cap: open || first || turns ? cap(at, exitPoint(leg) ?? end) : null,
    averageCap: open && metres >= legWithAverage ? cap(at, end) : null,
    tulip: tulipOf(entry, from.line, onto.line),
  };
}

function tulipOf(entry: Entry, from: LineStyle, onto: LineStyle | null): Tulip {
  const { turn, roads, roundabout, landmarks } = entry;
  const angles = [180, ...(onto === null ? [] : [turn]), ...roads.map(({ angle }) => angle)];
  return fromNotation({
    ...(onto !== null && { out: turn }),
    roads: roads.map(({ angle, line }) => ({ angle, line: line ?? from })),
    surface: [from, onto ?? from],
    roundabout,
    symbols: landmarks.map(({ symbol, side }) => (side ? { symbol, at: roomOn(side, angles) } : symbol)),
  });
}

/** Where a landmark stands in the tulip: on its side, where the roads leave most room; in front of the crew if they can. */
function roomOn(side: Side, angles: readonly number[]): PlaceWord {
  if (side === 'across') return side;
  const beside = side === 'left' ? -90 : 90;
  const free = (bearing: number) => Math.min(...angles.map((angle) => Math.abs(angle - bearing)), 40);
  return free(beside / 2) >= free(beside) ? `front-${side}` : side;
}

/** The first point of the leg that is 30 m or more from the note: nearer ones are too near to take a heading from. */
function exitPoint([at, ...points]: Laid['leg']): Coordinates | undefined {
  return points.find((p) => at && sphericalDistance(at, p, earthRadius.rallyNavigator) >= 30);
}

function cap(from: Coordinates, to: Coordinates): number {
  return Math.round(sphericalBearing(from, to)) % 360;
}

/** Waypoints and passage controls are numbered, each kind for itself; the other marks are not. */
function namer(): (waypoint: WaypointDraft) => WaypointDraft {
  let waypoints = 0;
  let controls = 0;
  return (waypoint) => {
    if (waypoint.type.startsWith('WP')) return { ...waypoint, name: String(++waypoints) };
    return waypoint.type === 'CP' ? { ...waypoint, name: String(++controls) } : waypoint;
  };
}

function trackOf(laid: readonly Laid[]): TrackSegment {
  return laid.flatMap(({ at, leg }, i) => (i === laid.length - 1 ? [at] : leg.slice(0, -1)));
}
