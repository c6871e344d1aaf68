import { forTerminal } from '../../text/escape.ts';
import type { Source } from '../../text/source.ts';
import { limits, tooManyNotes } from '../limits.ts';
import { attribute, child, content, declarations, tagSpan, type XmlElement } from '../xml/element.ts';
import { type RecordHandler, readElement, readRecords } from '../xml/records.ts';
import type { Context } from './context.ts';
import { contextOf, type Document, newDocument, type Points, quietContextOf } from './document.ts';
import { keptElement } from './kept.ts';
import { readMetadata } from './metadata.ts';
import { readNote } from './note.ts';
import { readPlace } from './place.ts';
import { plainNote, plainPlace } from './plain-point.ts';
import { quoted } from './values.ts';
import { likeOpenRally, openRallyNamespace } from './vocabulary.ts';

const containers: ReadonlySet<string> = new Set(['gpx', 'trk', 'trkseg', 'rte']);
const breaks: ReadonlySet<string> = new Set(['metadata', 'wpt', 'rte', 'rtept', 'trk', 'trkseg', 'trkpt']);

/** Takes in GPX with the elements of OpenRally, of any version and producer, or without any. */
export function gpxDocument({ text }: Source): Document {
  let document = newDocument(text);
  readRecords(text, () => {
    document = newDocument(text);
    return recordsInto(document);
  });
  return document;
}

function recordsInto(document: Document): RecordHandler {
  const track = trackContext(document);
  return {
    containers,
    breaks,
    enter(container) {
      if (container.local === 'gpx' && !document.isGpx) {
        document.isGpx = true;
        readRoot(container, document);
      } else {
        document.track.push([]);
        if (container.local === 'trk' || container.local === 'rte')
          document.ways.push({ local: container.local, kept: [] });
      }
    },
    leave() {},
    record: (element, container) => readRecord(element, container, document, track),
    problem: (diagnostic) => document.diagnostics.push(diagnostic),
    take: (start, container) => take(start, container, document),
  };
}

/** Points that are plain are not taken apart into elements. */
function take(start: number, container: string, document: Document): number {
  if (container === 'gpx') {
    const { notes, spans } = document.waypoints;
    const plain = notes.length < limits.notes ? plainNote(document, start) : null;
    if (plain === null) return -1;
    notes.push(plain.read);
    spans.push({ start, end: plain.end });
    return plain.end;
  }
  const segment = container === 'trkseg' ? document.track.at(-1) : undefined;
  const plain = segment && plainPlace(document, start);
  if (!segment || !plain) return -1;
  segment.push(plain.read);
  return plain.end;
}

function readRoot(root: XmlElement, document: Document): void {
  document.places.set('', tagSpan(root));
  document.namespaces = declarations(root.attributes);
  document.creator = attribute(root, 'creator')?.value.trim() || null;
  document.gpxVersion = attribute(root, 'version')?.value.trim() || null;
  const ours = [...document.namespaces].filter(([, name]) => likeOpenRally.test(name));
  const other = ours.find(([, name]) => !openRallyNamespace.test(name));
  if (other !== undefined) {
    const found = `the namespace ${quoted(other[1])} is not that of OpenRally`;
    document.deviations.add('other-namespace', tagSpan(root), found);
  }
  document.ours = new Set(ours.map(([prefix]) => prefix));
  document.isOpenRally = ours.length > 0;
}

function readRecord(element: XmlElement, container: string, document: Document, track: Context): void {
  switch (element.local) {
    case 'trkpt': {
      const place = readPlace(element, track);
      if (place !== null) document.track.at(-1)?.push(place);
      reduce(element, document);
      return;
    }
    case 'wpt':
      readPoint(element, document.waypoints, document);
      return;
    case 'rtept':
      readPoint(element, document.route, document);
      return;
    default:
      if (container === 'gpx') {
        if (readMetadata(element, document)) readPointsAgain(document);
      } else if (container === 'trk' || container === 'rte') {
        // What a track or route has besides its points says nothing about the roadbook, and is kept.
        document.ways.at(-1)?.kept.push(
          keptElement(
            element,
            [],
            contextOf(document, () => container),
          ).content,
        );
      }
  }
}

/** What a track point has beside its place and elevation is left out, and said once. */
function reduce(point: XmlElement, document: Document): void {
  const left = point.children.filter(({ local }) => local !== 'ele');
  const [first] = left;
  if (first === undefined) return;
  document.reduced ??= { span: tagSpan(first), count: 0, names: new Set() };
  document.reduced.count++;
  for (const { local } of left) if (document.reduced.names.size < 5) document.reduced.names.add(local);
}

/** One finding stands for all points of the track without a position: a bad logger writes thousands. */
function trackContext(document: Document): Context {
  return {
    ...contextOf(document, () => 'track point'),
    report(diagnostic) {
      document.badTrackPoints ??= { first: diagnostic, count: 0 };
      document.badTrackPoints.count++;
    },
  };
}

function readPoint(element: XmlElement, points: Points, document: Document): void {
  const index = points.notes.length;
  if (index >= limits.notes) {
    if (points.spans.length === index) document.diagnostics.push(tooManyNotes(tagSpan(element)));
    points.spans.push({ start: element.start, end: element.end });
    return;
  }
  const { draft, isOpenRally } = readNote(
    element,
    contextOf(document, () => labelOf(element, index)),
  );
  document.isOpenRally ||= isOpenRally;
  points.notes.push(draft);
  points.spans.push({ start: element.start, end: element.end });
}

/** For units that are stated behind waypoints, against the order of GPX: what was read in other units is read again. */
function readPointsAgain(document: Document): void {
  for (const points of [document.waypoints, document.route]) {
    for (const [i, span] of points.spans.slice(0, points.notes.length).entries()) {
      const element = readElement(document.source, span.start, span.end);
      const context = quietContextOf(document, null);
      if (element !== null) points.notes[i] = readNote(element, context).draft;
    }
  }
}

function labelOf(element: XmlElement, index: number): string {
  const name = child(element, 'name');
  const text = name === undefined ? '' : content(name);
  const number = /^\d{1,7}$/.test(text) ? Number(text) : index + 1;
  return /^\d*$/.test(text) ? `note ${number}` : `note ${number} (${forTerminal(text.slice(0, 40))})`;
}
