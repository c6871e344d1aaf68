import { complete } from '../../model/complete.ts';
import type { Locate, Path, Reading } from '../../model/reading.ts';
import type { RoadbookDraft } from '../../model/roadbook.ts';
import { type Diagnostic, problem } from '../../text/diagnostic.ts';
import { forTerminal } from '../../text/escape.ts';
import type { Source } from '../../text/source.ts';
import type { Span } from '../../text/span.ts';
import { limits } from '../limits.ts';
import { attribute, child, content, declarations, tagSpan, type XmlElement } from '../xml/element.ts';
import { readElement, readRecords } from '../xml/records.ts';
import { contextOf, type Document, newDocument, type Points, quietContextOf } from './document.ts';
import type { Draft } from './draft.ts';
import { readMetadata } from './metadata.ts';
import { readNote } from './note.ts';
import { readPlace } from './place.ts';
import { openRallyNamespace, versionOf } from './vocabulary.ts';

const containers: ReadonlySet<string> = new Set(['gpx', 'trk', 'trkseg', 'rte']);
const breaks: ReadonlySet<string> = new Set(['metadata', 'wpt', 'rte', 'rtept', 'trk', 'trkseg', 'trkpt']);

/**
 * Reads GPX with the elements of OpenRally, of any version and producer, or without any. `origin.format` is `openrally` where
 * the file speaks of OpenRally, else `gpx`.
 */
export function readGpx({ text }: Source): Reading {
  const document = newDocument(text);
  let isGpx = false;
  readRecords(text, {
    containers,
    breaks,
    enter(container) {
      if (container.local === 'gpx') {
        isGpx = true;
        readRoot(container, document);
      } else if (container.local === 'trkseg') {
        document.track.push([]);
      }
    },
    leave() {},
    record: (element, container) => readRecord(element, container, document),
    problem: (diagnostic) => document.diagnostics.push(diagnostic),
  });
  return isGpx ? finish(document) : notGpx(document);
}

function readRoot(root: XmlElement, document: Document): void {
  document.namespaces = declarations(root.attributes);
  document.creator = attribute(root, 'creator')?.value.trim() || null;
  document.gpxVersion = attribute(root, 'version')?.value.trim() || null;
  document.isOpenRally = [...document.namespaces.values()].some((name) => openRallyNamespace.test(name));
}

function readRecord(element: XmlElement, container: string, document: Document): void {
  switch (element.local) {
    case 'trkpt': {
      const context = contextOf(document, 'track point');
      const place = readPlace(element, context);
      if (place !== null) document.track.at(-1)?.push(place);
      return;
    }
    case 'wpt':
      readPoint(element, document.waypoints, document);
      return;
    case 'rtept':
      readPoint(element, document.route, document);
      return;
    default:
      // What a track or route has besides its points says nothing about the roadbook.
      if (container === 'gpx' && readMetadata(element, document)) readPointsAgain(document);
  }
}

function readPoint(element: XmlElement, points: Points, document: Document): void {
  const index = points.notes.length;
  if (index >= limits.notes) {
    if (points.spans.length === index) document.diagnostics.push(tooMany(element));
    points.spans.push({ start: element.start, end: element.end });
    return;
  }
  const { draft, isOpenRally } = readNote(element, contextOf(document, labelOf(element, index)));
  document.isOpenRally ||= isOpenRally;
  points.notes.push(draft);
  points.spans.push({ start: element.start, end: element.end });
}

function tooMany(element: XmlElement): Diagnostic {
  return problem('too-many-notes', {
    message: `the roadbook has more than ${limits.notes.toLocaleString('en')} notes`,
    span: tagSpan(element),
    help: 'the rest is not read: split the roadbook by stage',
  });
}

/** For units that are stated behind waypoints, against the order of GPX: what was read in other units is read again. */
function readPointsAgain(document: Document): void {
  for (const points of [document.waypoints, document.route]) {
    for (const [i, span] of points.spans.slice(0, points.notes.length).entries()) {
      const element = readElement(document.source, span.start, span.end);
      const context = quietContextOf(document, '', null);
      if (element !== null) points.notes[i] = readNote(element, context).draft;
    }
  }
}

function labelOf(element: XmlElement, index: number): string {
  const name = child(element, 'name');
  const text = name === undefined ? '' : content(name);
  return `note ${text === '' ? index + 1 : forTerminal(text.slice(0, 40))}`;
}

function finish(document: Document): Reading {
  const { waypoints, route, diagnostics, deviations } = document;
  const isRoute = waypoints.notes.length === 0;
  const points = isRoute ? route : waypoints;
  if (!isRoute && document.track.every((segment) => segment.length === 0)) {
    document.track.push(route.notes.flatMap(({ at }) => at ?? []));
  }
  const track = document.track.filter((segment) => segment.length > 0);
  forgetNullIsland(points, document);
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
  const locate = locator(document, points);
  const { roadbook, diagnostics: problems } = complete(draft, locate);
  return {
    format,
    roadbook,
    locate,
    diagnostics: [...diagnostics, ...deviations.diagnostics(), ...problems],
  };
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
  const areAllNull = notes.every((note) => isNull(note) || !note.at);
  for (const [i, note] of notes.entries()) {
    if (!isNull(note)) continue;
    note.at = null;
    const span = spans[i];
    if (areAllNull || span === undefined) continue;
    const message = `note ${note.number ?? i + 1} lies at 0, 0, far from the others`;
    document.deviations.add('null-island', startTag(span, document.source), message);
  }
}

function startTag({ start }: Span, source: string): Span {
  return { start, end: source.indexOf('>', start) + 1 };
}

/** Places in a note are found by reading it once more; the last note asked for is remembered. */
function locator(document: Document, points: Points): Locate {
  let last: { index: number; places: ReadonlyMap<string, Span> } | null = null;
  const placesOf = (index: number): ReadonlyMap<string, Span> => {
    if (last?.index === index) return last.places;
    const places = new Map<string, Span>();
    const span = points.spans[index];
    const element = span ? readElement(document.source, span.start, span.end) : null;
    if (element !== null) readNote(element, quietContextOf(document, '', places));
    last = { index, places };
    return places;
  };
  return (path) => {
    const [first, index] = path;
    if (first === 'notes' && typeof index === 'number') return nearestPlace(placesOf(index), path.slice(2));
    return nearestPlace(document.places, path);
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

function notGpx(document: Document): Reading {
  const missing = problem('not-a-roadbook', {
    message: 'the file has no <gpx> element',
    span: { start: 0, end: Math.min(1, document.source.length) },
    help: 'export the roadbook as OpenRally GPX',
  });
  return {
    format: 'gpx',
    roadbook: null,
    locate: () => null,
    diagnostics: [...document.diagnostics, missing],
  };
}
