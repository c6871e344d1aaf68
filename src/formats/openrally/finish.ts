import type { Locate, Path } from '../../model/reading.ts';
import type { RoadbookDraft } from '../../model/roadbook.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import { readElement } from '../xml/records.ts';
import { deriveDistances } from './distances.ts';
import { type Document, type Points, quietContextOf, startTag } from './document.ts';
import type { Draft } from './draft.ts';
import { keptFormat } from './kept.ts';
import { readNote } from './note.ts';
import { producer } from './producer.ts';
import { openRallyNamespace, versionOf } from './vocabulary.ts';

/** A file that is read, but for what the model says of it. */
interface Finished {
  readonly format: 'openrally' | 'gpx';
  readonly draft: RoadbookDraft;
  readonly locate: Locate;
  readonly diagnostics: readonly Diagnostic[];
}

/** What can be said once the whole file is read: which points are the notes, and where they lie. */
export function finish(document: Document): Finished {
  const { waypoints, route, diagnostics, deviations } = document;
  const isRoute = waypoints.notes.length === 0;
  const points = isRoute ? route : waypoints;
  if (!isRoute && document.track.every((segment) => segment.length === 0)) {
    document.track.push(route.notes.flatMap(({ at }) => at ?? []));
  }
  if (document.badTrackPoints !== null) {
    const { first, count } = document.badTrackPoints;
    const more = count === 1 ? '' : ` (and ${count - 1} more)`;
    diagnostics.push({ ...first, message: `${first.message}${more}` });
  }
  if (document.reduced !== null) {
    const { span, count, names } = document.reduced;
    const left = forTerminal([...names].join(', '));
    const message = `of the track, places and elevations are kept: what ${count} of its points have beside them is left out (${left})`;
    diagnostics.push(problem('track-reduced', { message, span }));
  }
  for (const { local, kept } of document.ways) {
    if (kept.length > 0)
      document.kept.push({ format: keptFormat, content: `<${local}>${kept.join('')}</${local}>` });
  }
  const track = document.track.filter((segment) => segment.length > 0);
  forgetNullIsland(points, document);
  if (/rally navigator/i.test(document.creator ?? '')) liftRouteName(points.notes, document);
  if (document.creator !== producer) {
    diagnostics.push(...deriveDistances(points, track, document));
  }
  const format = document.isOpenRally ? 'openrally' : 'gpx';
  const draft: RoadbookDraft = {
    ...document.roadbook,
    stage: document.stage,
    kept: document.kept,
    units: document.units,
    notes: points.notes,
    track: track.length > 0 ? track : null,
    origin: { format, version: versionIn(document), creator: document.creator },
  };
  const said = [...diagnostics, ...deviations.diagnostics()];
  return { format, draft, locate: locator(document, points), diagnostics: said };
}

/** Rally Navigator begins every note's name with that of the route: `Day 2_001`. */
function liftRouteName(notes: readonly Draft[], document: Document): void {
  const route = notes[0]?.name ?? null;
  if (route === null || !notes.every(({ name }) => name === route)) return;
  document.stage.name ??= route;
  for (const note of notes) note.name = null;
}

/** The version of OpenRally by the namespace, or that of GPX. */
function versionIn(document: Document): string | null {
  for (const namespace of document.namespaces.values()) {
    if (openRallyNamespace.test(namespace)) return versionOf(namespace);
  }
  return document.isOpenRally ? null : document.gpxVersion;
}

/**
 * 0°N 0°E lies in the Gulf of Guinea and stands for “unknown” in the official examples. Beside known positions it is a slip,
 * and said.
 */
function forgetNullIsland({ notes, spans }: Points, document: Document): void {
  const isNull = ({ at }: Draft) => at?.latitude === 0 && at.longitude === 0;
  const isMeant = document.creator === producer || notes.every((note) => isNull(note) || !note.at);
  for (const [i, note] of notes.entries()) {
    if (!isNull(note)) continue;
    note.at = null;
    const span = spans[i];
    if (isMeant || span === undefined) continue;
    const message = `note ${note.number ?? i + 1} lies at 0, 0, far from the others`;
    document.deviations.add('null-island', startTag(span, document.source), message);
  }
}

/** Places in a note are found by reading it once more; the last note asked for is remembered. */
function locator(document: Document, points: Points): Locate {
  let last: { index: number; places: ReadonlyMap<string, Span> } | null = null;
  const placesOf = (index: number): ReadonlyMap<string, Span> => {
    if (last?.index === index) return last.places;
    const places = new Map<string, Span>();
    const span = points.spans[index];
    const element = span ? readElement(document.source, span.start, span.end) : null;
    if (element !== null) readNote(element, quietContextOf(document, places));
    last = { index, places };
    return places;
  };
  return (path) => {
    const [first, index] = path;
    if (first !== 'notes' || typeof index !== 'number') return nearestPlace(document.places, path);
    const whole = points.spans[index];
    // Asked for every note of a file with errors: it needs no reading.
    if (path.length === 2) return whole === undefined ? null : startTag(whole, document.source);
    return nearestPlace(placesOf(index), path.slice(2));
  };
}

/** The place of the field, or of its nearest ancestor that has one. */
function nearestPlace(places: ReadonlyMap<string, Span>, path: Path): Span | null {
  for (let length = path.length; length >= 0; length--) {
    const span = places.get(path.slice(0, length).join('.'));
    if (span !== undefined) return span;
  }
  return null;
}
