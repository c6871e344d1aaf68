import * as z from 'zod';
import { penaltyProfiles } from '../nav/penalty-tables.ts';

/**
 * What happened in a run: the shape of `roadbook debrief --format json`, version 1. It is made by `debriefOf` and never
 * read back; the schema is its documentation (docs/debrief.md) and holds it in the tests. Figures are rounded to what can
 * be known: metres and km/h to a tenth.
 */

const Index = z.int().min(0).describe('place of the note in the roadbook, from 0');
const Printed = z.int().describe('number of the note, as printed');
const Ms = z.int().min(0).describe('milliseconds since the run began');
const At = z.number().describe('metres on the stage’s one axis, resets added up');
const Kmh = z.number().min(0);
const Metres = z.number();

const CallOutcome = z
  .enum(['confirmed', 'doubted', 'refused', 'undone'])
  .describe('doubted: the distance spoke against it and the crew was asked; undone: taken back later');

const Call = z.strictObject({
  t: Ms,
  note: Index.nullable().describe('the note it was taken for; null when it was for none'),
  number: Printed.nullable(),
  at: At.describe('what the odometer read when it was pressed'),
  outcome: CallOutcome,
  error: Metres.nullable().describe('reading less the note’s distance, before the correction'),
  sigma: Metres.describe('one standard deviation of the reading, as the odometer had it'),
  kmh: Kmh.nullable(),
});

const Correction = z.strictObject({
  t: Ms,
  at: At.describe('what the odometer read before'),
  act: z.string().describe('nudge, set, trip-reset, freeze, reverse, calibrate, undo, …'),
  metres: Metres.describe('by how much the reading changed'),
  done: z.boolean().describe('false: it was refused'),
});

const Note = z.strictObject({
  note: Index,
  number: Printed,
  distance: z.int().min(0).describe('as printed, metres'),
  at: At,
  danger: z.int().min(1).max(3).nullable(),
  waypoint: z.string().nullable().describe('waypoint that is validated by passing it'),
  status: z.enum(['ahead', 'next', 'reached', 'confirmed', 'passed', 'skipped']),
  announced: Ms.nullable(),
  reached: Ms.nullable(),
  calls: z.int().min(0).describe('presses for this note, whatever came of them'),
  error: Metres.nullable().describe('of the confirmation that stands'),
  sigma: Metres.nullable().describe('of the confirmation that stands'),
});

const Spread = z
  .strictObject({
    count: z.int().min(1),
    bias: Metres.describe('median error, signed: above 0 the odometer showed too much'),
    median: Metres.describe('median of the errors’ sizes'),
    most: Metres.describe('95 % were smaller'),
    worst: Metres,
  })
  .describe('errors before correction');

const Section = z.strictObject({
  kind: z.enum(['liaison', 'selective']),
  from: At,
  to: At,
  firstNote: Index,
  lastNote: Index,
  started: Ms.nullable(),
  ended: Ms.nullable(),
  secondsAllowed: z.int().nullable().describe('by the time control that starts it'),
  kmh: Kmh.nullable().describe('average; null while it is not driven to its end'),
  standingSeconds: z.number().min(0),
  notes: z.int(),
  confirmed: z.int(),
  passed: z.int(),
  corrections: z.int(),
  errors: Spread.nullable(),
});

const Breach = z.strictObject({
  t: Ms,
  at: At,
  ms: z.int().min(0),
  metres: Metres.describe('of road, while over'),
  worstKmh: Kmh,
});

const Sample = z.strictObject({
  at: At,
  kmh: Kmh.describe('average over the stretch'),
  worstKmh: Kmh,
});

const Zone = z.strictObject({
  zone: z.int().min(0),
  kind: z.enum(['speed', 'neutralisation', 'transfer']),
  from: At,
  to: At,
  firstNote: Index,
  limitKmh: Kmh.nullable(),
  tolerance: z
    .strictObject({ entry: Metres, exit: Metres })
    .describe('clear radius behind the beginning and before the end, where the limit is not counted'),
  entered: Ms.nullable(),
  left: Ms.nullable(),
  worstKmh: Kmh.nullable().describe('where the limit counts'),
  breaches: z.array(Breach),
  secondsOwed: z.int().nullable().describe('of a neutralisation or transfer'),
  secondsEarly: z.int().nullable().describe('a neutralisation left that much too early'),
  trace: z.array(Sample).describe('speed in and around a speed zone'),
});

const Waypoint = z.strictObject({
  note: Index,
  number: Printed,
  type: z.string(),
  name: z.string().nullable(),
  at: At,
  status: z
    .enum(['confirmed', 'missed', 'open'])
    .describe('open: reached and not confirmed, or not yet reached'),
});

const Penalty = z.strictObject({
  kind: z.enum(['waypoint-missed', 'speeding', 'left-early', 'late', 'too-few-waypoints']),
  what: z.string(),
  note: Index,
  number: Printed,
  seconds: z.number().nullable().describe('null: nobody knows, or it is no time that is charged'),
  source: z.string().describe('where the figure was read'),
});

const Penalties = z
  .strictObject({
    profile: z.enum(penaltyProfiles),
    unofficial: z.literal(true),
    title: z.string(),
    seconds: z.number().min(0).describe('of those whose amount is known'),
    unknown: z.int().min(0).describe('how many have an amount that nobody knows'),
    list: z.array(Penalty),
  })
  .describe('what the run may be charged; never official');

const Calibration = z.strictObject({
  t: Ms,
  at: At,
  factor: z.number().positive().describe('the wheel’s scale over its nominal one, from here on'),
});

export const Debrief = z.strictObject({
  debrief: z.literal(1).describe('version of this shape'),
  title: z.string(),
  event: z.string().nullable(),
  fingerprint: z.string(),
  units: z.enum(['metric', 'imperial']).describe('of the page; everything here is metric'),
  length: At,
  started: z.string().describe('ISO 8601'),
  seconds: z.number().min(0).describe('from the first event to the last'),
  finished: z.boolean(),
  reading: At.describe('what the odometer read at the end'),
  driven: Metres.describe('what the wheel ran, by the scale learnt at the end'),
  detour: Metres.min(0).describe('of that, off the route and back to it'),
  calls: z.array(Call).describe('every “this is the note”, in order'),
  corrections: z.array(Correction).describe('every other act on the odometer, in order'),
  errors: Spread.nullable(),
  notes: z.array(Note),
  sections: z.array(Section),
  zones: z.array(Zone),
  waypoints: z.array(Waypoint),
  penalties: Penalties,
  calibration: z.array(Calibration).describe('the scale at the start, then each change'),
  trace: z.array(Sample).describe('speed by distance, at most 480 stretches'),
});

export type Call = z.output<typeof Call>;
export type Correction = z.output<typeof Correction>;
export type DebriefNote = z.output<typeof Note>;
export type Spread = z.output<typeof Spread>;
export type SectionDebrief = z.output<typeof Section>;
export type Breach = z.output<typeof Breach>;
export type Sample = z.output<typeof Sample>;
export type ZoneDebrief = z.output<typeof Zone>;
export type WaypointDebrief = z.output<typeof Waypoint>;
export type Calibration = z.output<typeof Calibration>;
export type Debrief = z.output<typeof Debrief>;
