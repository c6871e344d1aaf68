import type * as z from 'zod';
import {
  anything,
  embedded,
  flag,
  isMapping,
  items,
  mapping,
  measured,
  number,
  optionalMapping,
  text,
} from '../foreign.ts';

/**
 * The shape of a TLP file as far as it is understood. Every row is a vertex of the route; `instruction` makes it a note.
 * The older program (storm-factory/tulip, to 2020) says `waypoints` and `waypoint`, keeps the description as HTML, and its
 * first files spell `lng` and put numbers into `distances` and `angles`.
 */
const Notification = optionalMapping({
  type: text,
  openrallytype: text,
  openRadius: measured('radius'),
  validationRadius: measured('radius'),
  bubble: number,
  modifier: number,
  time: measured('seconds'),
});

const Way = mapping({ paths: items, path: anything });

const TulipBox = optionalMapping({ entry: Way, exit: Way, tracks: items, glyphs: items });

export const Row = mapping({
  instruction: anything,
  waypoint: anything,
  kmFromStart: measured('distance'),
  kmFromPrev: measured('distance'),
  distances: mapping({ kmFromStart: measured('distance'), kmFromPrev: measured('distance') }),
  heading: measured('degrees'),
  capAvg: measured('degrees'),
  relativeAngle: measured('degrees'),
  angles: mapping({ heading: measured('degrees'), relativeAngle: measured('degrees') }),
  showHeading: flag,
  showCoordinates: flag,
  stopTimeSec: measured('seconds'),
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
  totalDistance: measured('distance'),
  fuelRange: measured('distance'),
  appVersion: text,
  schemaVersion: text,
  instructions: items,
  waypoints: items,
});

/**
 * A row as the program writes it: others have the list of glyphs itself as a box or under fabric's own `objects`, the words
 * alone as notes, and the type of a notification without a mapping around it.
 */
export function rowAsWritten(raw: unknown): unknown {
  if (!isMapping(raw)) return raw;
  const { noteJson, tulipJson, notes, notification } = raw;
  const written = {
    noteJson: boxOf(noteJson),
    tulipJson: boxOf(tulipJson),
    notes: typeof notes === 'string' && !notes.trimStart().startsWith('{') ? { text: notes } : notes,
    notification: typeof notification === 'string' ? { type: notification } : notification,
  };
  const keys = ['noteJson', 'tulipJson', 'notes', 'notification'] as const;
  return keys.every((key) => written[key] === raw[key]) ? raw : { ...raw, ...written };
}

function boxOf(raw: unknown): unknown {
  if (Array.isArray(raw) && raw.length > 0) return { glyphs: raw };
  const box = embedded(raw);
  return box && box.glyphs === undefined && Array.isArray(box.objects)
    ? { ...box, glyphs: box.objects }
    : raw;
}

/** A side road: one path for each stroke it is drawn with. */
export const SideRoad = mapping({ type: text, paths: items });
export const Stroke = mapping({ path: anything, strokeDashArray: items, strokeWidth: number });

/** An object of fabric.js; `left` and `top` are its middle. */
const GlyphFields = mapping({
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

/** A glyph may be the name of its file alone, an object of any case, and one with a file needs no type. */
export const Glyph = {
  parse(raw: unknown): Glyph {
    if (typeof raw === 'string' && embedded(raw) === null)
      return GlyphFields.parse({ type: 'image', src: raw });
    const glyph = GlyphFields.parse(raw);
    const type = glyph.src === null ? glyph.type?.toLowerCase() : 'image';
    return { ...glyph, type: type ?? null };
  },
};

export type Document = z.output<typeof Document>;
export type Row = z.output<typeof Row>;
export type Way = z.output<typeof Way>;
export type Glyph = z.output<typeof GlyphFields>;
export type Notification = NonNullable<z.output<typeof Notification>>;

/** What a row has that other programs' waypoints do not. */
const rowKeys = ['long', 'lng', 'instruction', 'waypoint', 'tulipJson', 'kmFromStart'];

/** The document, its rows and the key they stand under; null where there are none, or none that are like a row. */
export function documentOf(
  value: unknown,
): { document: Document; rows: readonly unknown[]; key: string } | null {
  if (!isMapping(value)) return null;
  const document = Document.parse(value);
  const isList = (key: 'instructions' | 'waypoints') => Array.isArray(value[key]) || document[key].length > 0;
  const hasBoth = isList('waypoints') && document.instructions.length === 0;
  const key = isList('instructions') && !hasBoth ? 'instructions' : 'waypoints';
  if (!isList(key)) return null;
  const rows = document[key];
  const isRow = (row: unknown) => isMapping(row) && rowKeys.some((one) => Object.hasOwn(row, one));
  return rows.length === 0 || rows.some(isRow) ? { document, rows, key } : null;
}

/** True for a row that is a note. */
export function isNote({ instruction, waypoint }: Row): boolean {
  return [instruction, waypoint].some((said) => Boolean(said) && said !== 'false');
}
