import * as z from 'zod';
import {
  Cap,
  Coordinates,
  Danger,
  fieldProblem,
  Metres,
  Radius,
  Seconds,
  Service,
  Surface,
  WaypointType,
} from '../../model/fields.ts';
import { Kept, Picture, Roadbook } from '../../model/roadbook.ts';
import { TulipNotation } from '../../tulip/notation-schema.ts';

/**
 * The native document, as people write it and as `show --format json` prints it (the model's own names: `distance`,
 * `waypoints`, `limitKmh`, …). Types, the published JSON Schema and the documentation come from here. Null stands wherever
 * a value may be left out, and means that.
 */

/** Kilometres or miles along the road. */
const Printed = z.number().min(0).max(20_000);

/** A number stands for its digits. */
const Text = (longest: number) => z.union([z.string().max(longest), z.number()]);

/** Hours, minutes and seconds, each with its unit, in this order. */
const inWords =
  /^(?=\d)(?:\d+(?:\.\d+)? ?h(?: ?(?=\d)|$))?(?:\d+(?:\.\d+)? ?min(?: ?(?=\d)|$))?(?:\d+(?:\.\d+)? ?s)?$/;

/** A number of the field's own unit, or words: `15 min`, `1 h 30 min`, `3 s`. */
const Duration = (number: z.ZodType<number>) =>
  z.union([number, z.string().regex(inWords)]).register(fieldProblem, {
    problem: 'value-out-of-range',
    help: 'write a number, or as `15 min`, `1 h 30 min`, `3 s`',
  });

const { latitude, longitude } = Coordinates.shape;

/** `[lat, lon]`, `[lat, lon, elevation]`, or the same as a mapping. */
const Place = z
  .union([z.tuple([latitude, longitude, z.number().optional()]), Coordinates])
  .meta({ id: 'place', description: '`[lat, lon]` or `[lat, lon, elevation]`: degrees and metres' })
  .register(fieldProblem, { problem: 'bad-coordinate', help: 'write [latitude, longitude] in degrees' });

const WaypointMapping = z.strictObject({
  type: WaypointType,
  name: Text(80).nullish().meta({ description: 'Number or name printed in the circle' }),
  open: Radius.nullish().meta({ description: 'Guidance begins inside this radius, metres' }),
  clear: Radius.nullish().meta({ description: 'Validated inside this radius, metres' }),
  time: Duration(Seconds)
    .nullish()
    .meta({ description: 'Length of a DN or DT, or time allowed from a TC: seconds, or `15 min`' }),
  seconds: Seconds.nullish().meta({ description: 'The same as `time`, in seconds' }),
  at: Place.nullish().meta({ description: "The note's coordinates: `[lat, lon]`; only for organisers" }),
});

const OneWaypoint = z
  .union([WaypointType, WaypointMapping])
  .meta({ id: 'waypoint', description: 'A type, or a mapping with its name and radii' });
const Waypoints = z.union([OneWaypoint, z.array(OneWaypoint).max(32)]);

export const NoteDocument = z.strictObject({
  number: z
    .int()
    .min(0)
    .max(1_000_000)
    .nullish()
    .meta({ description: 'As printed; counted from 1 if left out' }),
  name: Text(10_000)
    .nullish()
    .meta({ description: "The note's own name, where it says more than its number" }),
  km: Printed.nullish().meta({ description: 'Total distance, kilometres' }),
  mi: Printed.nullish().meta({ description: 'Total distance, miles' }),
  distance: Metres.nullish().meta({
    description: 'Total distance, metres; `partial` and `reset` are then metres too',
  }),
  partial: z
    .number()
    .min(0)
    .max(20_000_000)
    .nullish()
    .meta({ description: 'Distance since the note before, in the unit of the total' }),
  at: Place.nullish().meta({
    description: '`[lat, lon]` or `[lat, lon, elevation]`; never in a competitor edition unless shown',
  }),
  'show-at': z.boolean().nullish().meta({ description: 'Crews see the coordinates' }),
  showAt: z.boolean().nullish().meta({ description: 'The same as `show-at`' }),
  wp: Waypoints.nullish().meta({ description: 'Waypoint or control: a type, a mapping, or a list of them' }),
  zone: Waypoints.nullish().meta({ description: 'Start or end of a zone: DZ FZ, DN FN, DT FT' }),
  waypoints: Waypoints.nullish().meta({ description: 'The same as `wp`' }),
  limit: z
    .number()
    .positive()
    .max(300)
    .nullish()
    .meta({ description: 'Speed limit from here on, km/h or mph' }),
  limitKmh: z.number().positive().max(300).nullish().meta({ description: 'Speed limit from here on, km/h' }),
  cap: Cap.nullish().meta({ description: 'Heading leaving the note, degrees from true north' }),
  'average-cap': Cap.nullish().meta({
    description: 'Average heading to the next note, degrees from true north',
  }),
  averageCap: Cap.nullish().meta({ description: 'The same as `average-cap`' }),
  danger: Danger.nullish().meta({ description: '1 caution, 2 danger, 3 extreme danger' }),
  tulip: TulipNotation.nullish().meta({
    description: 'A word, the angle of the exit, or a mapping: `{ out: 75, roads: [-20, 180] }`',
  }),
  pictures: z
    .strictObject({ tulip: Picture.nullish(), text: Picture.nullish() })
    .nullish()
    .meta({ description: 'Pictures instead of a tulip or text: data URLs or SVG' }),
  text: Text(10_000).nullish().meta({ description: 'What the crew reads' }),
  symbols: z
    .union([z.string().min(1).max(80), z.array(z.string().min(1).max(80)).max(64)])
    .nullish()
    .meta({ description: 'Lexicon symbols in the description box' }),
  stop: Duration(Seconds)
    .nullish()
    .meta({ description: 'Mandatory stop: seconds, or `3 s`; 0 is a stop without a time' }),
  stopSeconds: Seconds.nullish().meta({ description: 'The same as `stop`, in seconds' }),
  reset: z
    .union([z.boolean(), z.number().min(0).max(20_000_000)])
    .nullish()
    .meta({ description: 'The distance starts again behind this note: true, or from this distance' }),
  services: z
    .union([Service, z.array(Service).max(16)])
    .nullish()
    .meta({ description: 'What waits here' }),
  fuel: z.boolean().nullish().meta({ description: 'Fuel waits here' }),
  surface: Surface.nullish().meta({ description: 'The ground from here to the next note' }),
  change: z
    .enum(['MODIF', 'NEWNOTE'])
    .nullish()
    .meta({ description: 'A bulletin changed or added the note' }),
  remark: Text(10_000).nullish().meta({ description: 'For the organiser alone' }),
  kept: z.array(Kept).nullish().meta({ description: 'What the format it came from says beyond this' }),
});

const StageDocument = z.strictObject({
  number: Text(40).nullish().meta({ description: 'As printed' }),
  name: Text(200).nullish().meta({ description: 'As printed' }),
  date: z.iso.date().nullish().meta({ description: '2026-10-12' }),
  start: z.iso
    .datetime({ offset: true })
    .nullish()
    .meta({ description: 'Start of the first crew: 2026-10-12T07:40:00Z' }),
  release: Duration(z.number().min(0).max(100_000))
    .nullish()
    .meta({ description: 'Crews see the roadbook this long before their start: minutes, or `15 min`' }),
  releaseMinutes: z
    .number()
    .min(0)
    .max(100_000)
    .nullish()
    .meta({ description: 'The same as `release`, in minutes' }),
});

const Track = z.union([z.string(), z.array(Place), z.array(z.array(Place))]);
const model = Roadbook.shape;

/** Everything but the notes. */
export const HeaderDocument = z.strictObject({
  $schema: z.string().nullish().meta({ description: 'Where an editor finds the schema of this file' }),
  roadbook: z.literal(1).nullish().meta({ description: 'Version of the format' }),
  event: Text(200).nullish().meta({ description: 'Name of the event' }),
  stage: StageDocument.nullish(),
  units: model.units
    .unwrap()
    .nullish()
    .meta({ description: 'What the page prints; km/h and km unless imperial' }),
  edition: model.edition.unwrap().unwrap().nullish().meta({ description: 'Who this copy is for' }),
  description: Text(20_000).nullish().meta({ description: 'About the stage' }),
  total: z
    .number()
    .min(0)
    .max(20_000_000)
    .nullish()
    .meta({ description: 'Length of the stage, km or miles; metres where notes give `distance`' }),
  'fuel-range': Printed.nullish().meta({
    description: 'How far a vehicle must get on one tank, km or miles',
  }),
  fuelRange: Metres.nullish().meta({ description: 'The same as `fuel-range`, in metres' }),
  track: Track.nullish().meta({
    description: 'Positions along the way: a line `lat lon [elevation]` each, an empty line between parts',
  }),
  origin: model.origin.unwrap().unwrap().nullish().meta({ description: 'Where it was read from' }),
  kept: z.array(Kept).nullish().meta({ description: 'What the format it came from says beyond this' }),
});

export type HeaderDocument = z.output<typeof HeaderDocument>;
export type NoteDocument = z.output<typeof NoteDocument>;
export type WaypointsDocument = z.output<typeof Waypoints>;
export type TrackDocument = z.output<typeof Track>;
export type PlaceDocument = z.output<typeof Place>;
