import type { Coordinates } from '../../model/fields.ts';
import type { Kept } from '../../model/roadbook.ts';
import type { Units } from '../../model/units.ts';
import { type Diagnostic, mostFindings } from '../../text/diagnostic.ts';
import type { Span } from '../../text/span.ts';
import type { Context } from './context.ts';
import { deviationLog } from './deviations.ts';
import type { Draft } from './draft.ts';
import { producer } from './producer.ts';

/** A GPX file while it is read. */
export interface Document {
  readonly source: string;
  readonly diagnostics: Diagnostic[];
  readonly deviations: ReturnType<typeof deviationLog>;
  /** Declared on the root, by prefix. */
  namespaces: ReadonlyMap<string, string>;
  /** Of these the prefixes for OpenRally. */
  ours: ReadonlySet<string>;
  creator: string | null;
  gpxVersion: string | null;
  units: Units;
  /** The root is, or holds, a `gpx`. */
  isGpx: boolean;
  isOpenRally: boolean;
  readonly stage: { name: string | null };
  readonly kept: Kept[];
  readonly roadbook: { description?: string; total?: number };
  /** Places of the roadbook's own fields. */
  readonly places: Map<string, Span>;
  /** From `wpt`, and from `rtept`: a route is the notes only where there is no waypoint. */
  readonly waypoints: Points;
  readonly route: Points;
  readonly track: Coordinates[][];
  /** Of each `trk` and `rte`, what it has besides points: its name and the like. */
  readonly ways: { readonly local: 'trk' | 'rte'; readonly kept: string[] }[];
  /** Track points that have more than a place and an elevation: the first, how many, and what. */
  reduced: { span: Span; count: number; names: Set<string> } | null;
  /** Of the track points without a position, the first, and how many there are. */
  badTrackPoints: { first: Diagnostic; count: number } | null;
}

/** Notes, and where in the file each stands: read again from there when somebody asks for a place in it. */
export interface Points {
  readonly notes: Draft[];
  readonly spans: Span[];
}

export function newDocument(source: string): Document {
  return {
    source,
    diagnostics: [],
    deviations: deviationLog(),
    namespaces: new Map(),
    ours: new Set(),
    creator: null,
    gpxVersion: null,
    units: 'metric',
    isGpx: false,
    isOpenRally: false,
    stage: { name: null },
    kept: [],
    roadbook: {},
    places: new Map(),
    waypoints: { notes: [], spans: [] },
    route: { notes: [], spans: [] },
    track: [],
    ways: [],
    reduced: null,
    badTrackPoints: null,
  };
}

/** For reading an element of the document for the first time: everything wrong with it is reported. */
export function contextOf(document: Document, label: () => string): Context {
  return {
    source: document.source,
    units: document.units,
    ours: document.ours,
    namespaces: document.namespaces,
    isOpenRally: document.isOpenRally,
    isOwn: document.creator === producer,
    label,
    places: null,
    // No more than are ever shown.
    report(diagnostic) {
      if (document.diagnostics.length < mostFindings) document.diagnostics.push(diagnostic);
    },
    deviates: (kind, span, found) => document.deviations.add(kind, span, found),
  };
}

/** For reading it once more: nothing is reported twice, and places are taken. */
export function quietContextOf(document: Document, places: Map<string, Span> | null): Context {
  return { ...contextOf(document, () => ''), places, report: () => {}, deviates: () => {} };
}

/** The place of the start tag of an element that stands at `span`. */
export function startTag({ start }: Span, source: string): Span {
  return { start, end: source.indexOf('>', start) + 1 };
}
