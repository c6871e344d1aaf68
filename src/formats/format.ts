import type { Reading } from '../model/reading.ts';
import type { Roadbook } from '../model/roadbook.ts';
import type { Source } from '../text/source.ts';
import type { FieldTable, Loss } from './carries.ts';
import type { Sketch } from './sketch.ts';

/** Names on the command line (`--to`) and in messages. */
export type FormatName =
  | 'native'
  | 'json'
  | 'openrally'
  | 'gpx'
  | 'kml'
  | 'rn2'
  | 'rn'
  | 'tlp'
  | 'orb'
  | 'csv';

/** What must be known of a format before it is loaded. */
export interface FormatEntry {
  readonly name: FormatName;
  /** For people: `OpenRally GPX`. */
  readonly title: string;
  /** The first is the one written; all begin with a dot. */
  readonly extensions: readonly string[];
  /** True if the text is this format, judged by content alone; null for a format that is never read. */
  readonly detect: ((sketch: Sketch) => boolean) | null;
  readonly reads: boolean;
  readonly writes: boolean;
  /**
   * A reader that asks no schema, which takes longer to load than most files to read: what it gives is what `read` would give;
   * null for a text that needs more.
   */
  clean?(): Promise<(source: Source) => Reading | null>;
  /** The writer of `load`, where it can be had without what only the reader needs. */
  writer?(): Promise<Writer>;
  load(): Promise<{ format: Format }>;
}

export type Writer = (roadbook: Roadbook, options: WriteOptions) => Written;

/** A file format. A reader understands what it can of any text and never throws on content. */
export interface Format {
  readonly read: ((source: Source) => Reading) | null;
  readonly write: Writer | null;
  /** What it carries, field by field; a writer gives `lossesOf(roadbook, table, title)` as its losses. */
  readonly carries: FieldTable;
}

export interface WriteOptions {
  /** OpenRally version to write; the newest when absent. */
  readonly openrallyVersion?: string;
  /** Also write what the published schema does not know but producers do. */
  readonly extended?: boolean;
  /** OpenRoadBook: `instructions` as its schema has them, or `entries` as its pages; else as it was read, else the first. */
  readonly orbDialect?: 'instructions' | 'entries';
}

/** A written file and what it could not carry. */
export interface Written {
  readonly text: string;
  readonly losses: readonly Loss[];
}
