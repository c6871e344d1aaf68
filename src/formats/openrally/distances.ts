import { ellipsoidalDistance } from '../../geo/ellipsoid.ts';
import type { Place } from '../../geo/line.ts';
import { earthRadius, sphericalDistance } from '../../geo/sphere.ts';
import { lengthsAlong, type Projector, projector } from '../../geo/track.ts';
import type { Coordinates } from '../../model/fields.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { type Document, type Points, startTag } from './document.ts';
import type { Draft } from './draft.ts';
import { fillBetween } from './gaps.ts';

/** A note further off the track than this, metres, is not on it. */
const farthest = 1000;

/** One that is to be placed between stated distances must lie nearer to it, metres. */
const onTrackWithin = 100;

/** Pieces of a track that are less apart than this, metres, in all, go on from each other. */
const longestLeap = 200;

interface Rule {
  readonly words: string;
  readonly distance: (from: Place, to: Place) => number;
}

/**
 * Gives distances to notes where the file states none: along the track, or in straight lines where there is none, by the
 * rule of the program that made the file. As on the page, they count from the last reset. What is stated is left as it is;
 * where only some notes state none, theirs must fit between their neighbours'. Notes of a plain GPX that jump to and fro along
 * the track are put into its order.
 */
export function deriveDistances(
  points: Points,
  track: readonly (readonly Coordinates[])[],
  document: Document,
): Diagnostic[] {
  const { source, creator, isOpenRally } = document;
  const { notes } = points;
  if (notes.every(({ at }) => at === null)) return [];
  const rule = ruleOf(creator);
  if (notes.some(({ distance }) => isKnown(distance))) return deriveSome(points, track, rule, source);
  const line = track.flat();
  const isTracked = line.length > 1;
  const onTrack = projector(line, lengthsAlong(line, rule.distance));
  const said: string[] = [];
  let along = isTracked ? alongTrack(notes, onTrack) : straightLines(notes, rule);
  if (isTracked && !isOpenRally && jumps(along)) {
    sortAlong(points, onTrack);
    along = alongTrack(notes, onTrack);
    said.push('; they were put into the order of the track');
  }
  const off = isTracked ? notes.filter(({ at }, i) => at !== null && along[i] === null).length : 0;
  if (off > 0) said.push(`; ${off} of ${notes.length} lie over ${farthest / 1000} km off it and have none`);
  const leaps = isTracked ? leapsOf(track, rule) : 0;
  if (leaps > longestLeap)
    said.push(`; ${(leaps / 1000).toFixed(2)} km between its pieces are straight lines`);
  count(notes, along);
  const [first] = points.spans;
  const how = isTracked
    ? `counted along the track, ${rule.words}`
    : 'counted in straight lines, so too short';
  return [
    problem('distance-derived', {
      message: `the file states no distance: the notes’ are ${how}${said.join('')}`,
      span: first ? startTag(first, source) : null,
      help: isTracked ? null : 'export the track too, or the distances as OpenRally',
    }),
  ];
}

/** Of the notes between others that state their distances: along the track, where it agrees with those. */
function deriveSome(
  { notes, spans }: Points,
  track: readonly (readonly Coordinates[])[],
  rule: Rule,
  source: string,
): Diagnostic[] {
  if (notes.every(({ distance }) => isKnown(distance))) return [];
  const line = track.flat();
  if (line.length < 2) return [];
  const projections = projector(line, lengthsAlong(line, rule.distance)).inOrder(placesOf(notes));
  const along = spread(
    notes,
    projections.map(({ along, offset }) => (offset > onTrackWithin ? null : along)),
  );
  const filled = fillBetween(notes, along);
  const [first] = filled.notes;
  const span = spans[first ?? -1];
  if (first === undefined) return [];
  const message = `${filled.notes.length} of ${notes.length} notes state no distance: theirs are counted along the track, ${rule.words}, from the notes that do, to within ${Math.round(filled.within)} m`;
  return [problem('distance-derived', { message, span: span ? startTag(span, source) : null })];
}

/** Metres from the end of each piece of a track to the start of the next: a pause of the recorder, or pieces out of order. */
function leapsOf(track: readonly (readonly Coordinates[])[], rule: Rule): number {
  let metres = 0;
  for (const [i, piece] of track.entries()) {
    const before = track[i - 1]?.at(-1);
    if (before !== undefined && piece[0] !== undefined) metres += rule.distance(before, piece[0]);
  }
  return metres;
}

/** Printed distances: from the start, or from the last reset. */
function count(notes: readonly Draft[], along: readonly (number | null)[]): void {
  let zero = 0;
  for (const [i, note] of notes.entries()) {
    const metres = along[i] ?? null;
    if (metres === null) continue;
    note.distance = Math.max(0, Math.round(metres - zero));
    if (isKnown(note.reset)) zero = metres - note.reset;
  }
}

type Along = (number | null)[];

/** Null where a note is not on the track. */
function alongTrack(notes: readonly Draft[], onTrack: Projector): Along {
  const projections = onTrack.inOrder(placesOf(notes));
  return spread(
    notes,
    projections.map(({ along, offset }) => (offset > farthest ? null : along)),
  );
}

function straightLines(notes: readonly Draft[], rule: Rule): Along {
  return spread(notes, [...lengthsAlong(placesOf(notes), rule.distance)]);
}

function placesOf(notes: readonly Draft[]): Coordinates[] {
  return notes.flatMap(({ at }) => at ?? []);
}

/** Values of the notes that have a position, given back to all. */
function spread(notes: readonly Draft[], values: readonly (number | null)[]): Along {
  let next = 0;
  return notes.map(({ at }) => (at === null ? null : (values[next++] ?? null)));
}

function jumps(along: Along): boolean {
  const known = along.filter(isKnown);
  return known.some((metres, i) => metres < (known[i - 1] ?? 0));
}

/** By the first pass of the track that is nearest; notes off the track go last. */
function sortAlong(points: Points, onTrack: Projector): void {
  const order = points.notes.map((note, i) => {
    const place = note.at === null ? null : onTrack.nearest(note.at);
    const along = place === null || place.offset > farthest ? Number.POSITIVE_INFINITY : place.along;
    return { note, span: points.spans[i], along };
  });
  order.sort((a, b) => (a.along === b.along ? 0 : a.along - b.along));
  for (const [i, { note, span }] of order.entries()) {
    points.notes[i] = note;
    if (span !== undefined) points.spans[i] = span;
  }
}

function isKnown<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function ruleOf(creator: string | null): Rule {
  const on = (radius: number) => (from: Place, to: Place) => sphericalDistance(from, to, radius);
  if (/tulip/i.test(creator ?? '')) return { words: 'as Tulip does', distance: on(earthRadius.tulip) };
  if (/rally navigator/i.test(creator ?? '')) {
    return { words: 'as Rally Navigator does', distance: on(earthRadius.rallyNavigator) };
  }
  return { words: 'on the WGS 84 ellipsoid', distance: ellipsoidalDistance };
}
