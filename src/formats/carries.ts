/**
 * What a format carries, field by field: the one table per format that its writer reports losses from, that docs/formats.md
 * is generated from, and that test/formats/carries.test.ts holds against what is written and read again.
 *
 * A format declares a `FieldTable`; a field added to the model gets a line here, and the types then ask every format about it.
 */
import { expectedPartial } from '../model/complete-clean.ts';
import type { Note, Roadbook } from '../model/roadbook.ts';
import { type Diagnostic, problem } from '../text/diagnostic.ts';

interface Field<T> {
  /** For people and tables. */
  readonly title: string;
  /** What there is to lose; null, false and a list of nulls are nothing. */
  readonly value: (thing: T) => unknown;
}

export const roadbookFields = {
  event: { title: 'event', value: (r) => r.event },
  'stage-number': { title: 'stage number', value: (r) => r.stage.number },
  'stage-name': { title: 'stage name', value: (r) => r.stage.name },
  date: { title: 'date of the stage', value: (r) => r.stage.date },
  start: { title: 'start of the first crew', value: (r) => r.stage.start },
  release: { title: 'release before the start', value: (r) => r.stage.releaseMinutes },
  units: { title: 'units of the page', value: (r) => r.units },
  edition: { title: 'edition', value: (r) => r.edition },
  description: { title: 'description', value: (r) => r.description },
  total: { title: 'stated length', value: (r) => r.total },
  'fuel-range': { title: 'fuel range', value: (r) => r.fuelRange },
  track: { title: 'track', value: (r) => r.track },
  kept: { title: 'what the format did not understand', value: (r) => r.kept },
} as const satisfies Record<string, Field<Roadbook>>;

export const noteFields = {
  number: { title: 'note number', value: (n) => n.number },
  name: { title: 'name of the note', value: (n) => n.name },
  distance: { title: 'total distance', value: (n) => n.distance },
  partial: { title: 'partial distance', value: (n) => n.partial },
  at: { title: 'coordinates', value: (n) => n.at && [n.at.latitude, n.at.longitude] },
  elevation: { title: 'elevation', value: (n) => n.at?.elevation ?? null },
  'show-at': { title: 'coordinates shown to crews', value: (n) => n.showAt },
  waypoint: { title: 'waypoint type', value: (n) => n.waypoints.map((w) => w.type) },
  'waypoint-name': { title: 'waypoint name', value: (n) => n.waypoints.map((w) => w.name) },
  open: { title: 'open radius', value: (n) => n.waypoints.map((w) => w.open) },
  clear: { title: 'clear radius', value: (n) => n.waypoints.map((w) => w.clear) },
  time: { title: 'time of DN, DT and TC', value: (n) => n.waypoints.map((w) => w.seconds) },
  limit: { title: 'speed limit', value: (n) => n.limitKmh },
  cap: { title: 'CAP', value: (n) => n.cap },
  'average-cap': { title: 'average CAP', value: (n) => n.averageCap },
  danger: { title: 'danger', value: (n) => n.danger },
  tulip: { title: 'tulip', value: (n) => n.tulip },
  'tulip-picture': { title: 'picture of the tulip', value: (n) => n.pictures.tulip },
  'text-picture': { title: 'picture of the description', value: (n) => n.pictures.text },
  text: { title: 'text', value: (n) => n.text },
  symbols: { title: 'symbols', value: (n) => n.symbols },
  stop: { title: 'stop', value: (n) => n.stopSeconds },
  reset: { title: 'reset', value: (n) => n.reset },
  services: { title: 'services', value: (n) => n.services },
  surface: { title: 'surface', value: (n) => n.surface },
  change: { title: 'change by a bulletin', value: (n) => n.change },
  remark: { title: "organiser's remark", value: (n) => n.remark },
  kept: { title: 'what the format did not understand', value: (n) => n.kept },
} as const satisfies Record<string, Field<Note>>;

export type RoadbookField = keyof typeof roadbookFields;
export type NoteField = keyof typeof noteFields;
export const roadbookFieldNames = names(roadbookFields);
export const noteFieldNames = names(noteFields);

/** Where a note stands, for a rule that must look at its neighbours. */
export interface Standing {
  readonly roadbook: Roadbook;
  readonly index: number;
}

/**
 * How a format carries a field: all of it exactly (`true`), none of it (`false`), or in part: then `how` says which part, for
 * the documentation and the message, and `loses` is true of exactly those values that do not come back as they were.
 */
export type Carriage<T> =
  | boolean
  | { readonly how: string; readonly loses: (thing: T, standing: Standing) => boolean };

/** What one format carries. A format that is only read lists what its reader can find in a file. */
export interface FieldTable {
  readonly roadbook: Readonly<Record<RoadbookField, Carriage<Roadbook>>>;
  readonly note: Readonly<Record<NoteField, Carriage<Note>>>;
}

/** The table of a format that loses nothing; others name what they do otherwise. */
export const everything: FieldTable = {
  roadbook: {
    event: true,
    'stage-number': true,
    'stage-name': true,
    date: true,
    start: true,
    release: true,
    units: true,
    edition: true,
    description: true,
    total: true,
    'fuel-range': true,
    track: true,
    kept: true,
  },
  note: {
    number: true,
    name: true,
    distance: true,
    partial: true,
    at: true,
    elevation: true,
    'show-at': true,
    waypoint: true,
    'waypoint-name': true,
    open: true,
    clear: true,
    time: true,
    limit: true,
    cap: true,
    'average-cap': true,
    danger: true,
    tulip: true,
    'tulip-picture': true,
    'text-picture': true,
    text: true,
    symbols: true,
    stop: true,
    reset: true,
    services: true,
    surface: true,
    change: true,
    remark: true,
    kept: true,
  },
};

/** A thing that a written file does not hold: a diagnostic that also says, for counting, which note and which field. */
export interface Loss extends Diagnostic {
  /** The note's printed number; null when the whole roadbook loses it. */
  readonly note: number | null;
  readonly field: string;
  /** The part that is carried; empty when none is. */
  readonly how: string;
}

/** Everything that `title`, a format for people, cannot carry of this roadbook: the roadbook's fields, then note by note. */
export function lossesOf(roadbook: Roadbook, carried: FieldTable, title: string): Loss[] {
  const losses: Loss[] = [];
  const whole = { roadbook, index: -1 };
  for (const field of roadbookFieldNames) {
    const how = lost(roadbookFields[field], carried.roadbook[field], roadbook, whole);
    if (how !== null) losses.push(loss({ note: null, field, title, how }));
  }
  for (const [index, note] of roadbook.notes.entries()) {
    for (const field of noteFieldNames) {
      const how = lost(noteFields[field], carried.note[field], note, { roadbook, index });
      if (how !== null) losses.push(loss({ note: note.number, field, title, how }));
    }
  }
  return losses;
}

/** One loss, for a writer that finds what no table can say. `how` is the part that is carried; empty when none is. */
function loss({
  note,
  field,
  title,
  how,
}: {
  note: number | null;
  field: string;
  title: string;
  how: string;
}): Loss {
  const where = note === null ? '' : `note ${note}: `;
  const message =
    how === ''
      ? `${where}${field} is not carried by ${title}`
      : `${where}${field} is not fully carried by ${title}: ${how}`;
  return { ...problem('not-carried', { message }), note, field, how };
}

/** Null when nothing is lost; else the part that is carried. */
function lost<T>(field: Field<T>, carriage: Carriage<T>, thing: T, standing: Standing): string | null {
  if (carriage === true || isNothing(field.value(thing))) return null;
  if (carriage === false) return '';
  return carriage.loses(thing, standing) ? carriage.how : null;
}

/** A partial that the format does not state: the reader works it out from the totals. */
export const partialFromTotals: Carriage<Note> = {
  how: 'worked out from the totals',
  loses: (note, { roadbook, index }) => note.partial !== expectedPartial(roadbook.notes[index - 1], note),
};

/** A field of a format that is only read, where the file does not simply state it: by which rule it is found. */
export function foundAs(how: string): Carriage<unknown> {
  return { how, loses: () => true };
}

/** A number that the format does not state: the reader counts from 1. */
export const numberCounted: Carriage<Note> = {
  how: 'counted from 1',
  loses: (note, { index }) => note.number !== index + 1,
};

/** Source text kept for the format it came from; what another format left there is lost. */
export function keptOf(format: string): Carriage<{ readonly kept: readonly { readonly format: string }[] }> {
  return {
    how: 'what was read from the same format',
    loses: ({ kept }) => kept.some((k) => k.format !== format),
  };
}

/** A format without units: its pages are metric. */
export const metricOnly: Carriage<Roadbook> = {
  how: 'always metric',
  loses: ({ units }) => units !== 'metric',
};

/** A list of nothing is nothing: no waypoint of the note has a name. */
export function isNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.every((item) => item === null));
}

/** The keys of a table in its order, with their type. */
function names<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(table).filter((key): key is K => Object.hasOwn(table, key));
}
