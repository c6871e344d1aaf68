/**
 * The columns, in the order they are written. This one table reads, writes and documents: to add a column, add a line.
 */
import { durationText } from '../../model/duration.ts';
import { services, surfaces, type WaypointType, waypointTypes } from '../../model/fields.ts';
import type { Path } from '../../model/reading.ts';
import type { Note, NoteDraft, Waypoint } from '../../model/roadbook.ts';
import { exactDistance, exactSpeed, type Units } from '../../model/units.ts';
import { toNotation } from '../../tulip/notation.ts';
import { guarded } from './formula.ts';
import {
  choice,
  danger,
  degrees,
  distance,
  type Given,
  items,
  number,
  pair,
  radius,
  seconds,
  speed,
  text,
  yes,
} from './given.ts';
import { listCell } from './list.ts';
import type { ColumnName } from './names.ts';
import { tulipOf } from './tulip-cell.ts';

export type Column = {
  readonly name: ColumnName;
  /** For docs/formats.md. */
  readonly means: string;
  /** Where its values go in a note; for waypoints, in each of them. */
  readonly path: Path;
  /** Written only where a note has something to say in it. */
  readonly rare?: true;
  /** The cell's text; empty for unknown. */
  readonly write: (note: Note, units: Units) => string;
} & (
  | { readonly of: 'note'; readonly read: (given: Given) => Partial<NoteDraft> }
  /** A part of the position. */
  | { readonly of: 'position'; readonly read: (given: Given) => Partial<Position> }
  /** A list with an item for each waypoint of the note, in the order of the column `type`, which comes before. */
  | { readonly of: 'waypoints'; readonly read: (given: Given, item: string) => Partial<Waypoint> }
);

export type Position = Record<'latitude' | 'longitude' | 'elevation', number | null>;

export const columns: readonly Column[] = [
  {
    name: 'number',
    means: 'number of the note; counted from 1 where it is empty',
    ...ofNote('number', number, (n) => String(n)),
  },
  {
    name: 'km',
    means: 'total distance; `mi` on a page in miles, where every distance and speed then is in miles',
    ...ofNote('distance', distance, exactDistance),
  },
  {
    name: 'partial',
    means: 'distance since the note before; worked out from the totals where it is empty',
    ...ofNote('partial', distance, exactDistance),
  },
  {
    name: 'type',
    means: `${waypointTypes.join(', ')}; several as \`DT \\| DZ\``,
    ...ofWaypoints(
      'type',
      () => null,
      (type) => type,
    ),
    read: typeOf,
  },
  {
    name: 'name',
    means: 'number or name in the waypoint’s circle',
    ...ofWaypoints('name', (_, item) => item, String),
  },
  {
    name: 'open',
    means: 'radius inside which guidance begins, metres',
    ...ofWaypoints('open', radius, String),
  },
  {
    name: 'clear',
    means: 'radius inside which the waypoint is validated, metres',
    ...ofWaypoints('clear', radius, String),
  },
  {
    name: 'time',
    means: 'length of a DN or DT, time allowed from a TC to the next: `15 min`, or seconds',
    ...ofWaypoints('seconds', seconds, durationText),
  },
  {
    name: 'limit',
    means: 'speed limit from here on, km/h (mph on a page in miles)',
    ...ofNote('limitKmh', speed, (kmh, units) => exactSpeed(kmh, units) ?? `${kmh} km/h`),
  },
  {
    name: 'cap',
    means: 'exit heading in degrees, clockwise from true north',
    ...ofNote('cap', number, (n) => String(n)),
  },
  {
    name: 'average cap',
    means: 'average heading to the next note, degrees',
    ...ofNote('averageCap', number, (n) => String(n)),
  },
  {
    name: 'danger',
    means: '1 to 3, or `!` to `!!!`',
    ...ofNote('danger', danger, (n) => String(n)),
  },
  {
    name: 'text',
    means: 'the description',
    ...ofNote('text', text, guarded),
  },
  {
    name: 'symbols',
    means: 'lexicon ids in order: `dunes \\| small-wadi`; commas separate as well',
    ...ofNote('symbols', (given) => items(given).filter((item) => item !== null), listOf),
  },
  {
    name: 'tulip',
    means:
      'a word (`left`, `t-right`, `roundabout`), the exit’s angle, or the native format’s mapping as JSON',
    ...ofNote('tulip', tulipOf, (tulip) => {
      const notation = toNotation(tulip);
      return typeof notation === 'string' ? notation : JSON.stringify(notation);
    }),
  },
  {
    name: 'surface',
    means: `ground from here on: ${surfaces.join(', ')}`,
    ...ofNote('surface', (given) => choice(given, text(given), surfaces), String),
  },
  {
    name: 'stop',
    means: 'mandatory stop: `3 s`; `yes` or `0 s` where no time is printed',
    ...ofNote('stopSeconds', (given) => figureOrYes(given, (g) => seconds(g, text(g))), durationText),
  },
  {
    name: 'reset',
    means: 'the axis starts again behind this note, at this distance; `yes` is 0',
    ...ofNote('reset', (given) => figureOrYes(given, distance), exactDistance),
  },
  {
    name: 'services',
    means: `${services.join(', ')}; several as \`fuel \\| medical\``,
    ...ofNote('services', servicesOf, listOf),
  },
  { name: 'lat', means: 'degrees, WGS 84', ...ofPosition('latitude') },
  {
    name: 'lon',
    means: 'degrees, WGS 84',
    ...ofPosition('longitude'),
  },
  {
    name: 'coordinates',
    means: 'latitude and longitude in one cell; read, never written',
    rare: true,
    of: 'position',
    path: ['at'],
    read: pair,
    write: () => '',
  },
  { name: 'ele', means: 'metres', ...ofPosition('elevation') },
  {
    name: 'show at',
    means: '`yes`: crews see the coordinates',
    rare: true,
    ...ofNote('showAt', yes, (shown) => (shown ? 'yes' : '')),
  },
  {
    name: 'note name',
    means: 'the file’s own name of the note, where that says more than the number',
    rare: true,
    ...ofNote('name', text, guarded),
  },
  {
    name: 'change',
    means: 'MODIF or NEWNOTE',
    rare: true,
    ...ofNote('change', (given) => choice(given, text(given), ['MODIF', 'NEWNOTE'] as const), String),
  },
  {
    name: 'remark',
    means: 'for the organiser alone',
    rare: true,
    ...ofNote('remark', text, guarded),
  },
];

/** A column for one field of the note; null is written as an empty cell. */
function ofNote<F extends keyof NoteDraft & keyof Note>(
  field: F,
  read: (given: Given) => NoteDraft[F],
  write: (value: NonNullable<Note[F]>, units: Units) => string,
) {
  return {
    of: 'note' as const,
    path: [field],
    read: (given: Given): Partial<NoteDraft> => {
      const part: Partial<NoteDraft> = {};
      part[field] = read(given);
      return part;
    },
    write: (note: Note, units: Units) => {
      const value = note[field];
      return value === null ? '' : write(value, units);
    },
  };
}

function ofWaypoints<F extends keyof Waypoint>(
  field: F,
  read: (given: Given, item: string) => Waypoint[F] | null,
  write: (value: NonNullable<Waypoint[F]>) => string,
) {
  return {
    of: 'waypoints' as const,
    path: ['waypoints', field],
    read: (given: Given, item: string): Partial<Waypoint> => {
      const part: Partial<Waypoint> = {};
      const value = read(given, item);
      if (value !== null) part[field] = value;
      return part;
    },
    write: ({ waypoints }: Note) => {
      const said = waypoints.map(({ [field]: value }) => (value === null ? null : write(value)));
      return said.every((item) => item === null) ? '' : guarded(listCell(said));
    },
  };
}

function ofPosition(field: keyof Position) {
  return {
    of: 'position' as const,
    path: ['at', field],
    read: (given: Given): Partial<Position> => ({
      [field]: field === 'elevation' ? number(given) : degrees(given, field),
    }),
    write: ({ at }: Note) => String(at?.[field] ?? ''),
  };
}

/** An empty list is an empty cell. */
function listOf(items: readonly string[]): string {
  return items.length === 0 ? '' : guarded(listCell(items));
}

/** What people call the types. */
const typeAliases = new Map<string, WaypointType>([
  ['checkpoint', 'CP'],
  ['pc', 'CP'],
  ['ch', 'TC'],
  ['sn', 'DN'],
]);

/** A type, also apart (`WP M`), and with the name of the waypoint behind it: `WPM12`, `WPM 12`. */
function typeOf(given: Given, item: string): Partial<Waypoint> {
  const bare = item.replace(/^wp\s+(?=[a-z])/i, 'wp');
  const [, word = bare, name] = /^([a-z]{2,3})\s*(\d{1,4})$/i.exec(bare.trim()) ?? [];
  const type = typeAliases.get(word.trim().toLowerCase()) ?? choice(given, word, waypointTypes);
  return type === null ? {} : { type, ...(name !== undefined && { name }) };
}

/** What people call fuel. */
const fuelWords = new Set(
  'gas, gasoline, petrol, refuel, refuelling, essence, carburant, ravitaillement, gasolina, combustible, repostaje, benzin, tanken, benzina, carburante, gasolio'.split(
    ', ',
  ),
);

function servicesOf(given: Given) {
  const found = items(given).map((item) =>
    item && fuelWords.has(item.trim().toLowerCase())
      ? ('fuel' as const)
      : item && choice(given, item, services),
  );
  return found.filter((service) => service !== null && service !== '');
}

/** `3 s`, or just a mark that says there is one: then 0. */
function figureOrYes(given: Given, figure: (given: Given) => number | null): number | null {
  if (/\d/.test(given.cell)) return figure(given);
  return yes(given) ? 0 : null;
}
