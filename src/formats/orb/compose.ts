import type { Note, Roadbook } from '../../model/roadbook.ts';
import { exactDistance } from '../../model/units.ts';
import { type Mapping, Plain } from '../tree/value.ts';
import { idOf, Meta, placeholder, StageHead, usualProfile } from './head.ts';
import { asMapping, keptMapping } from './kept.ts';
import { marksText } from './marks.ts';
import type { Dialect } from './rows.ts';
import { isRole, noRole, numberOf, resetTag, roleOf, tagsOf, tagsText } from './tags.ts';
import { writeTulip } from './tulip.ts';

/** Where a note stands in the document that is written. */
export interface Standing {
  readonly roadbook: Roadbook;
  readonly index: number;
  readonly dialect: Dialect;
}

/** The row of a note in the words of a dialect; what was kept from this format stands where it stood. */
export function composeRow(note: Note, standing: Standing): Mapping {
  const { roadbook, index, dialect } = standing;
  const left = leftOfRow(note);
  const printed = note.distance === null ? null : exactDistance(note.distance, roadbook.units);
  const distance = printed === null ? null : new Plain(printed, Number(printed));
  const id = note.number === index + 1 ? left.id : String(note.number);
  const cap = note.cap === 360 ? 0 : note.cap;
  const role = dialect === 'instructions' ? roleText(note, standing) : null;
  const type = role === null || role === noRole ? (left.type ?? role) : role;
  const tulip = writeTulip(note, left.tulip);
  const marks = {
    symbols: list(marksText(note.danger, note.symbols)),
    speed_limit: note.limitKmh,
    tags: list(tagsText(note, role, isReset(note, standing), left.tags)),
  };
  if (dialect === 'instructions') {
    const coords = note.at && [note.at.latitude, note.at.longitude];
    const location = filled({ name: note.name, coords, ...left.location });
    const landmark = note.name === null ? null : left.landmark;
    const waypoint = left.waypoint;
    return {
      id,
      distance,
      heading: cap,
      type,
      tulip,
      location,
      note: note.text,
      ...marks,
      landmark,
      waypoint,
      ...left.more,
    };
  }
  const { latitude: lat = null, longitude: lon = null } = note.at ?? {};
  const word = Object.keys(tulip).length === 1 ? tulip.symbol : tulip;
  const waypoint = filled({ lat, lon, ...left.waypoint });
  const { location } = left;
  return {
    id,
    km: distance,
    type,
    tulip: word,
    cap,
    notes: note.text,
    ...marks,
    waypoint,
    landmark: note.name,
    location,
    ...left.more,
  };
}

/** What was kept of a row, without what a reader would take for the note's own. */
function leftOfRow(note: Note) {
  const { id, type, tulip, location, waypoint, landmark, tags, ...rest } =
    asMapping(keptMapping(note.kept).instruction) ?? {};
  const { name: _name, coords: _coords, ...place } = asMapping(location) ?? {};
  const { lat: _lat, lon: _lon, ...point } = asMapping(waypoint) ?? {};
  const words = Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [];
  return {
    id: typeof id === 'string' && numberOf(id) === null ? id : null,
    type: typeof type === 'string' && !isRole(type) ? type : null,
    tulip: asMapping(tulip),
    location: filled(place),
    waypoint: filled(point),
    landmark: typeof landmark === 'string' ? landmark : null,
    tags: [...words.filter((tag) => tag === resetTag), ...tagsOf(words).rest],
    more: Object.fromEntries(Object.entries(rest).filter(([key]) => !ownKeys.has(key))),
  };
}

const ownKeys = new Set(['distance', 'km', 'heading', 'cap', 'note', 'notes', 'symbols', 'speed_limit']);

/** What was kept of the stage that begins with a note, of the first stage but its names; null where none begins. */
export function stageAt({ notes }: Roadbook, index: number): Mapping | null {
  const stage = fitting(StageHead, asMapping(keptMapping(notes[index]?.kept ?? []).stage));
  const rows = { trunk: true, instructions: true, entries: true };
  return (
    stage && filled(without(stage, index === 0 ? { ...rows, id: true, name: true, description: true } : rows))
  );
}

/** What was kept of the document beside `meta` and the stages. */
export function extraOf({ kept }: Roadbook): Mapping {
  return without(keptMapping(kept), { meta: true, stages: true, entries: true, instructions: true });
}

/** A mapping as a reader has it. */
export function plain(row: Mapping): unknown {
  return JSON.parse(JSON.stringify(row));
}

/** Said only where the first and the last row would otherwise be a start and a finish, or are one. */
function roleText(note: Note, { roadbook, index }: Standing): string | null {
  const outermost = index === 0 || index === roadbook.notes.length - 1;
  return roleOf(note) ?? (outermost ? noRole : null);
}

/** Whether the reader can see the reset: the distance must drop behind it. At the end of a stage it needs no tag. */
function isReset(note: Note, { roadbook, index }: Standing): boolean {
  return note.reset === 0 && stageAt(roadbook, index + 1) === null;
}

/** `meta` of the document. */
export function composeMeta({ event, stage, units, kept }: Roadbook, dialect: Dialect): Mapping {
  const left = without(fitting(Meta, asMapping(keptMapping(kept).meta)), { title: true });
  const unit = units === 'imperial' ? 'mi' : 'km';
  const { date } = stage; // quoted: bare, many YAML readers make a moment of it
  const version = new Plain('1.0', 1);
  if (dialect === 'entries') {
    const { name: _name, stage: _stage, ...more } = asMapping(left.event) ?? {};
    const named = filled(more) === null ? event : { name: event, ...more };
    const own = { format: 'OpenRoadBook', version, event: named, date, units: unit };
    return { ...own, ...without(left, own) };
  }
  const own = {
    openroadbook: version,
    profile: left.profile ?? usualProfile,
    id: left.id ?? idOf(event),
    title: event ?? placeholder.title,
    date,
    units: { distance: unit, heading: 'deg', speed: 'kmh' },
  };
  return { ...own, ...without(left, own) };
}

/** The entries whose keys `own` does not use. */
function without(left: Mapping, own: Mapping): Mapping {
  return Object.fromEntries(
    Object.entries(left).filter(([key]) => own[key] === undefined || own[key] === null),
  );
}

/** What was kept, without what a reader would not take in its place. */
function fitting(schema: typeof Meta | typeof StageHead, left: Mapping | null): Mapping {
  const read = Object.entries(schema.shape);
  const unfit = read.filter(([key, value]) => left !== null && !value.safeParse(left[key]).success);
  return without(left ?? {}, Object.fromEntries(unfit.map(([key]) => [key, true])));
}

function list<T>(items: readonly T[]): readonly T[] | null {
  return items.length === 0 ? null : items;
}

function filled(tree: Mapping): Mapping | null {
  return Object.values(tree).every((value) => value === null || value === undefined) ? null : tree;
}
