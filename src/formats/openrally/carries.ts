import type { Note, Waypoint } from '../../model/roadbook.ts';
import { kmhFromSpeed, type Units } from '../../model/units.ts';
import { same } from '../../text/same.ts';
import { type Carriage, type FieldTable, partialFromTotals } from '../carries.ts';
import { isXmlText } from '../xml/text.ts';
import { isWritten } from './boxes.ts';
import { carriedWaypoints, type Dialect, newest } from './dialect.ts';
import { speedFigure } from './figures.ts';
import { keptFormat } from './kept.ts';
import { isKeepable } from './kept-text.ts';

export const kept: Carriage<{
  readonly kept: readonly { readonly format: string; readonly content: string }[];
}> = {
  how: 'what was read from GPX',
  loses: (thing) => thing.kept.some(({ format, content }) => format !== keptFormat || !isKeepable(content)),
};

/** What one dialect of OpenRally carries. */
export function openRallyCarries(dialect: Dialect): FieldTable {
  return {
    roadbook: {
      event: false,
      'stage-number': false,
      'stage-name': words((r) => r.stage.name),
      date: false,
      start: false,
      release: false,
      units: true,
      edition: false,
      description: words((r) => r.description),
      total: true,
      'fuel-range': false,
      track: {
        how: 'without empty segments, and with 180° W for 180° E',
        loses: ({ track }) => (track ?? []).some((s) => s.length === 0 || s.some(isDateLine)),
      },
      kept,
    },
    note: {
      number: true,
      name: {
        how: 'as trimmed text; “Untitled” stands for none',
        loses: ({ name }) => name !== null && !isName(name),
      },
      distance: true,
      partial: partialFromTotals,
      at: {
        how: '0, 0 stands for unknown, and 180° W for 180° E',
        loses: ({ at }) => at !== null && (isNullIsland(at) || isDateLine(at)),
      },
      elevation: { how: 'with known coordinates', loses: ({ at }) => at !== null && isNullIsland(at) },
      'show-at': dialect.extended || dialect.version >= '1.0.2',
      waypoint: waypoints(dialect, 'types that the version knows, each once', (w) => w.type),
      'waypoint-name': waypoints(dialect, 'but for neutralisations, as trimmed text', (w) => w.name),
      open: waypoints(dialect, 'but for neutralisations and time controls', (w) => w.open),
      clear: waypoints(dialect, 'but for neutralisations and time controls', (w) => w.clear),
      time: waypoints(
        dialect,
        'of neutralisations in seconds, of time controls in minutes',
        (w) => w.seconds,
      ),
      limit: {
        how: 'in whole km/h or mph',
        loses: ({ limitKmh }, { roadbook }) =>
          limitKmh !== null && readAgain(limitKmh, roadbook.units, dialect) !== limitKmh,
      },
      cap: true,
      'average-cap': false,
      danger: true,
      tulip: {
        how: 'where no picture stands in its place',
        loses: ({ pictures }) => isWritten(pictures.tulip),
      },
      'tulip-picture': picture((n) => n.pictures.tulip),
      'text-picture': picture((n) => n.pictures.text),
      text: {
        how: 'as trimmed text',
        loses: ({ text }) => text !== null && !isNoteText(text),
      },
      symbols: {
        how: 'where no picture of the description stands in their place',
        loses: ({ pictures }) => isWritten(pictures.text),
      },
      stop: true,
      reset: true,
      services: { how: 'each once', loses: ({ services }) => new Set(services).size < services.length },
      surface: false,
      change: false,
      remark: false,
      kept,
    },
  };
}

/** What the newest version carries by its published schema. */
export const carries: FieldTable = openRallyCarries(newest);

/** Text that reads back as it was: not empty, no white space around it, no character that XML cannot hold. */
function isWords(text: string): boolean {
  return text !== '' && text === text.trim() && isXmlText(text);
}

/** Text of a note that reads back as it was. */
function isNoteText(text: string): boolean {
  return isWords(text) && !text.includes('\r');
}

/** `Untitled` is Rally Navigator's word for none. */
export function isName(name: string): boolean {
  return name !== '' && name === name.trimStart() && isXmlText(name) && name !== 'Untitled';
}

function isNullIsland({ latitude, longitude }: NonNullable<Note['at']>): boolean {
  return latitude === 0 && longitude === 0;
}

/** GPX has −180 ≤ longitude < 180. */
function isDateLine({ longitude }: NonNullable<Note['at']>): boolean {
  return longitude === 180;
}

function words<T>(text: (thing: T) => string | null): Carriage<T> {
  return {
    how: 'as trimmed text',
    loses: (thing) => {
      const given = text(thing);
      return given !== null && !isWords(given);
    },
  };
}

function picture(of: (note: Note) => string | null): Carriage<Note> {
  return {
    how: 'without the white space around it',
    loses: (note) => {
      const given = of(note);
      return given !== null && !(isWords(given) && isWritten(given));
    },
  };
}

function waypoints(dialect: Dialect, how: string, field: (waypoint: Waypoint) => unknown): Carriage<Note> {
  return {
    how,
    loses: (note) => {
      const carried = carriedWaypoints(note.waypoints, dialect);
      return !same(note.waypoints.map(field), carried.map(field));
    },
  };
}

function readAgain(kmh: number, units: Units, dialect: Dialect): number {
  return kmhFromSpeed(Number(speedFigure(kmh, units, dialect)), units);
}
