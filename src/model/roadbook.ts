import * as z from 'zod';
import {
  Cap,
  Coordinates,
  Danger,
  Kmh,
  Metres,
  Radius,
  Seconds,
  Service,
  Surface,
  WaypointType,
} from './fields.ts';
import { Tulip } from './tulip.ts';

/** Source text of a format that the model has no word for, kept so that the same format writes it back unchanged. */
export const Kept = z.strictObject({ format: z.string(), content: z.string() });

/** A waypoint or control at a note. Radii are the file's own; profiles only judge them. */
export const Waypoint = z.strictObject({
  type: WaypointType,
  /** Number or name printed in the circle; a sequence of its own, not the note's number. */
  name: z.string().max(80).nullable().default(null),
  /** Guidance begins inside this radius, metres. */
  open: Radius.nullable().default(null),
  /** Validated inside this radius, metres. */
  clear: Radius.nullable().default(null),
  /** DN: length of the neutralisation; DT: transfer time; TC: time allowed to the next time control. */
  seconds: Seconds.nullable().default(null),
});

/** A picture as the file holds it, byte for byte: a `data:` URL or the text of an SVG. */
export const Picture = z.string().min(1);

/** One row of the roadbook. */
export const Note = z.strictObject({
  /** As printed; counted from 1 where the file has none. */
  number: z.int().min(0).max(1_000_000),
  /** The file's own name of the note, where that says more than the number. */
  name: z.string().nullable().default(null),
  /** Printed at the note: since the start, or since the last reset. */
  distance: Metres.nullable().default(null),
  /** Since the previous note. */
  partial: Metres.nullable().default(null),
  at: Coordinates.nullable().default(null),
  /** The organiser lets crews see `at`. */
  showAt: z.boolean().default(false),
  waypoints: z.array(Waypoint).max(32).default([]),
  /** Speed limit from here on. */
  limitKmh: Kmh.nullable().default(null),
  /** Exit heading: leaving the tick mark. */
  cap: Cap.nullable().default(null),
  /** Average heading to the next note (CAP moyen). */
  averageCap: Cap.nullable().default(null),
  danger: Danger.nullable().default(null),
  tulip: Tulip.nullable().default(null),
  pictures: z
    .strictObject({ tulip: Picture.nullable().default(null), text: Picture.nullable().default(null) })
    .default({ tulip: null, text: null }),
  text: z.string().max(10_000).nullable().default(null),
  /** Lexicon ids shown in the description box, in order. */
  symbols: z.array(z.string().min(1).max(80)).max(64).default([]),
  /** Mandatory stop; 0 is a stop without a time. */
  stopSeconds: Seconds.nullable().default(null),
  /** The printed axis starts again behind this note, at this distance (nearly always 0). */
  reset: Metres.nullable().default(null),
  services: z.array(Service).max(16).default([]),
  surface: Surface.nullable().default(null),
  /** A bulletin changed or added the note. */
  change: z.enum(['MODIF', 'NEWNOTE']).nullable().default(null),
  /** For the organiser alone; never in a competitor edition. */
  remark: z.string().max(10_000).nullable().default(null),
  kept: z.array(Kept).default([]),
});

/** A run of recorded or drawn positions. */
export const TrackSegment = z.array(Coordinates);

/** A stage's roadbook: what every reader gives and every writer takes. Unknown is null. */
export const Roadbook = z.strictObject({
  roadbook: z.literal(1).default(1),
  event: z.string().max(200).nullable().default(null),
  stage: z
    .strictObject({
      number: z.string().max(40).nullable().default(null),
      name: z.string().max(200).nullable().default(null),
      date: z.iso.date().nullable().default(null),
      /** Start of the first crew. */
      start: z.iso.datetime({ offset: true }).nullable().default(null),
      /** Crews see the roadbook this long before their start. */
      releaseMinutes: z.number().min(0).max(100_000).nullable().default(null),
    })
    .default({ number: null, name: null, date: null, start: null, releaseMinutes: null }),
  /** What the page prints; distances here are metres all the same. */
  units: z.enum(['metric', 'imperial']).default('metric'),
  edition: z.enum(['organiser', 'competitor']).nullable().default(null),
  description: z.string().max(20_000).nullable().default(null),
  /** The whole stage's length as the file states it, resets not subtracted. */
  total: Metres.nullable().default(null),
  /** How far a vehicle must get on one tank. */
  fuelRange: Metres.nullable().default(null),
  notes: z.array(Note),
  track: z.array(TrackSegment).nullable().default(null),
  /** Where it was read from. */
  origin: z
    .strictObject({
      format: z.string(),
      version: z.string().nullable().default(null),
      creator: z.string().nullable().default(null),
    })
    .nullable()
    .default(null),
  kept: z.array(Kept).default([]),
});

export type Kept = z.output<typeof Kept>;
export type Waypoint = z.output<typeof Waypoint>;
export type Note = z.output<typeof Note>;
export type TrackSegment = z.output<typeof TrackSegment>;
export type Roadbook = z.output<typeof Roadbook>;
/** What a reader may leave out: everything but the notes, and of a note everything. */
export type RoadbookDraft = Omit<z.input<typeof Roadbook>, 'notes'> & { notes: NoteDraft[] };
export type NoteDraft = Omit<z.input<typeof Note>, 'number'> & { number?: number | null };
export type WaypointDraft = z.input<typeof Waypoint>;
