import type * as z from 'zod';
import { anything, flag, isMapping, items, mapping, number, optionalMapping, text } from '../foreign.ts';

/**
 * The shape of a TLP file as far as it is understood. Every row is a vertex of the route; `instruction` makes it a note.
 * The older program (storm-factory/tulip, to 2020) says `waypoints` and `waypoint`, keeps the description as HTML, and its
 * first files spell `lng` and put numbers into `distances` and `angles`.
 */
const Notification = optionalMapping({
  type: text,
  openrallytype: text,
  openRadius: number,
  validationRadius: number,
  bubble: number,
  modifier: number,
  time: number,
});

const Way = mapping({ paths: items, path: anything });

const TulipBox = optionalMapping({ entry: Way, exit: Way, tracks: items, glyphs: items });

export const Row = mapping({
  lat: number,
  long: number,
  lng: number,
  instruction: anything,
  waypoint: anything,
  kmFromStart: number,
  kmFromPrev: number,
  distances: mapping({ kmFromStart: number, kmFromPrev: number }),
  heading: number,
  capAvg: number,
  relativeAngle: number,
  angles: mapping({ heading: number, relativeAngle: number }),
  showHeading: flag,
  showCoordinates: flag,
  stopTimeSec: number,
  entryTrackType: text,
  exitTrackType: text,
  notification: Notification,
  tulipJson: TulipBox,
  noteJson: mapping({ glyphs: items }),
  notes: mapping({ text: text, glyphs: items }),
});

const Document = mapping({
  name: text,
  desc: text,
  totalDistance: number,
  fuelRange: number,
  appVersion: text,
  schemaVersion: text,
  instructions: items,
  waypoints: items,
});

/** A side road: one path for each stroke it is drawn with. */
export const SideRoad = mapping({ type: text, paths: items });
export const Stroke = mapping({ path: items, strokeDashArray: items, strokeWidth: number });

/** An object of fabric.js; `left` and `top` are its middle. */
export const Glyph = mapping({
  type: text,
  subType: text,
  id: text,
  src: text,
  text: text,
  left: number,
  top: number,
  height: number,
  scaleY: number,
  angle: number,
  objects: items,
  paths: items,
});

export type Document = z.output<typeof Document>;
export type Row = z.output<typeof Row>;
export type Way = z.output<typeof Way>;
export type Glyph = z.output<typeof Glyph>;
export type Notification = NonNullable<z.output<typeof Notification>>;

/** What a row has that other programs' waypoints do not. */
const rowKeys = ['long', 'lng', 'instruction', 'waypoint', 'tulipJson'];

/** The document, its rows and the key they stand under; null where there are none, or none that are like a row. */
export function documentOf(
  value: unknown,
): { document: Document; rows: readonly unknown[]; key: string } | null {
  if (!isMapping(value)) return null;
  const key = Array.isArray(value.instructions) ? 'instructions' : 'waypoints';
  if (!Array.isArray(value[key])) return null;
  const document = Document.parse(value);
  const rows = document[key];
  const isRow = (row: unknown) => isMapping(row) && rowKeys.some((one) => Object.hasOwn(row, one));
  return rows.length === 0 || rows.some(isRow) ? { document, rows, key } : null;
}

/** True for a row that is a note. */
export function isNote({ instruction, waypoint }: Row): boolean {
  return [instruction, waypoint].some((said) => Boolean(said) && said !== 'false');
}
