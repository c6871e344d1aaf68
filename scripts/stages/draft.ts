import { earthRadius, sphericalBearing, sphericalDistance } from '../../src/geo/sphere.ts';
import type { Coordinates, LineStyle } from '../../src/model/fields.ts';
import type { NoteDraft, RoadbookDraft, TrackSegment, WaypointDraft } from '../../src/model/roadbook.ts';
import type { Tulip, TulipPoint } from '../../src/model/tulip.ts';
import { fromNotation } from '../../src/tulip/notation.ts';
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

/** Where a landmark stands in the tulip: on its side, as far from the roads as it can, but where the crew can see it. */
function roomOn(side: Side, angles: readonly number[]): TulipPoint {
  const free = (bearing: number) => Math.min(...angles.map((angle) => Math.abs(angle - bearing)), 45);
  const sign = side === 'left' ? -1 : 1;
  const bearings = [55, 90, 30].map((bearing) => sign * bearing);
  const best = bearings.reduce((a, b) => (free(b) > free(a) ? b : a));
  const radians = (best * Math.PI) / 180;
  const two = (x: number) => Math.round(x * 80) / 100;
  return [two(Math.sin(radians)), two(Math.cos(radians))];
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
