import * as z from 'zod';
import type { ProblemName } from '../text/problems.ts';

/** Which problem a value outside its field's schema is, and what helps; a field that is not here is `value-out-of-range`. */
export const fieldProblem = z.registry<{ problem: ProblemName; help?: string }>();

/** Distance on the printed axis or along it, in whole metres, 0 to 20,000 km. The page prints 0.01 km. */
export const Metres = z.int().min(0).max(20_000_000);

/** Heading clockwise from true north, whole degrees. 0 and 360 both mean north, as printed. */
export const Cap = z.int().min(0).max(360).register(fieldProblem, { problem: 'cap-out-of-range' });

/** Danger mark: 1 `!` caution, 2 `!!` danger, 3 `!!!` extreme danger. */
export const Danger = z.literal([1, 2, 3]).register(fieldProblem, { problem: 'danger-out-of-range' });

/** Speed limit in km/h, above 0, at most 300. */
export const Kmh = z.number().positive().max(300);

/** Waiting, stop or target time in whole seconds, up to a day. */
export const Seconds = z.int().min(0).max(86_400);

/** Validation or opening radius of a waypoint in whole metres, 1 m to 20 km. */
export const Radius = z.int().min(1).max(20_000);

/** WGS 84 position, degrees; elevation in metres or null. Checks and drafts use it, navigation never. */
export const Coordinates = z
  .strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    elevation: z.number().nullable().default(null),
  })
  .register(fieldProblem, { problem: 'bad-coordinate' });

/**
 * Waypoint and control types. WPV visible, WPE eclipse, WPM masked, WPN navigation, WPP precise, WPS safety, WPC control;
 * DSS/ASS start and finish of the selective section; DZ/FZ speed zone; DN/FN neutralisation; DT/FT transfer;
 * CP passage control; TC time control.
 */
export const waypointTypes = [
  'WPV',
  'WPE',
  'WPM',
  'WPN',
  'WPP',
  'WPS',
  'WPC',
  'DSS',
  'ASS',
  'DZ',
  'FZ',
  'DN',
  'FN',
  'DT',
  'FT',
  'CP',
  'TC',
] as const;
export const WaypointType = z.enum(waypointTypes);

/** How a road is drawn in a tulip, widest first. */
export const lineStyles = [
  'dual-carriageway',
  'road',
  'main-track',
  'track',
  'small-track',
  'low-visibility',
  'off-piste',
] as const;
export const LineStyle = z.enum(lineStyles);

/** The ground the wheel turns on from this note to the next; it decides how far an odometer drifts. */
export const surfaces = [
  'tarmac',
  'gravel',
  'track',
  'stones',
  'sandy',
  'sand',
  'dunes',
  'wadi',
  'chott',
  'off-piste',
] as const;
export const Surface = z.enum(surfaces);

/** What waits at a note for the crew or the crowd. */
export const services = ['fuel', 'medical', 'helicopter', 'fire', 'police', 'spectators', 'media'] as const;
export const Service = z.enum(services);

export type Coordinates = z.output<typeof Coordinates>;
export type WaypointType = z.output<typeof WaypointType>;
export type LineStyle = z.output<typeof LineStyle>;
export type Surface = z.output<typeof Surface>;
export type Service = z.output<typeof Service>;
export type Danger = z.output<typeof Danger>;
