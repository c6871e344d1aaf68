import * as z from 'zod';
import type { NoteDraft } from '../../model/roadbook.ts';
import { kmhFromSpeed, metresFromPrinted } from '../../model/units.ts';
import { marksOf } from './marks.ts';
import { numberOf, tagsOf, waypointsOf } from './tags.ts';
import { readTulip } from './tulip.ts';

/**
 * A row of either dialect: an instruction of the published schema (`distance`, `heading`, `note`, `location`) or an entry
 * of the specification's pages (`km`, `cap`, `notes`, `waypoint`). Mixtures are read; what is not here is kept.
 */
const Words = z.union([z.string(), z.number()]).transform(String);

export const Instruction = z.looseObject({
  id: Words.nullish(),
  distance: z.number().min(0).nullish(),
  km: z.number().min(0).nullish(),
  heading: z.number().nullish(),
  cap: z.number().nullish(),
  type: z.string().nullish(),
  tulip: z
    .union([
      z.string(),
      z.looseObject({
        symbol: z.string().nullish(),
        variant: z.string().nullish(),
        svg: z.string().min(1).nullish(),
      }),
    ])
    .nullish(),
  location: z
    .looseObject({ name: Words.nullish(), coords: z.tuple([z.number(), z.number()]).nullish() })
    .nullish(),
  waypoint: z.looseObject({ lat: z.number().nullish(), lon: z.number().nullish() }).nullish(),
  landmark: Words.nullish(),
  tags: z.array(Words).nullish(),
  symbols: z.array(Words).nullish(),
  note: Words.nullish(),
  notes: Words.nullish(),
  speed_limit: z.number().nullish(),
});
export type Instruction = z.output<typeof Instruction>;

/** `meta.units`, with the defaults of the specification. */
export interface OrbUnits {
  readonly distance: 'km' | 'mi' | 'm';
  readonly heading: 'deg' | 'rad';
  readonly speed: 'kmh' | 'mph' | 'ms';
}

/** What a row means by where it stands. */
export interface Standing {
  readonly units: OrbUnits;
  /** The first instruction is a start and the last a finish, unless they say otherwise; entries have no such rule. */
  readonly role: 'start' | 'finish' | null;
  /** It is the last of its stage, and another follows. */
  readonly stageEnds: boolean;
  /** Distance of the next row, in the file's unit. */
  readonly next: number | null;
}

/** The note of an instruction. */
export function noteOf(instruction: Instruction, standing: Standing): NoteDraft {
  const { units, role } = standing;
  const { location, landmark } = instruction;
  const heading = instruction.heading ?? instruction.cap ?? null;
  const distance = distanceOf(instruction);
  const { danger, symbols } = marksOf(instruction.symbols ?? []);
  const { tulip, picture } = readTulip(instruction.tulip ?? null, (instruction.type ?? role) === 'finish');
  const tags = tagsOf(instruction.tags ?? []);
  const type = instruction.type ?? role;
  return {
    number: numberOf(instruction.id),
    name: location?.name ?? landmark ?? null,
    distance: distance === null ? null : metresOf(distance, units),
    at: placeOf(instruction),
    waypoints: waypointsOf(tags, type),
    limitKmh: kmhOf(instruction.speed_limit ?? null, units),
    cap: heading === null ? null : units.heading === 'rad' ? Math.round((heading * 180) / Math.PI) : heading,
    danger,
    tulip,
    pictures: { tulip: picture, text: null },
    text: instruction.note ?? instruction.notes ?? null,
    symbols,
    reset: resets(instruction, standing) ? 0 : null,
    services: [...tags.services],
    change: tags.change,
  };
}

/**
 * `reset_trip` is a trip counter's reset, which is the axis's as well only where the distance then starts again; and so it
 * may at the end of a stage.
 */
export function resets(instruction: Instruction, { next, stageEnds }: Standing): boolean {
  const distance = distanceOf(instruction);
  if (distance === null || next === null || next >= distance) return false;
  return stageEnds || tagsOf(instruction.tags ?? []).reset;
}

export function distanceOf({ distance, km }: Instruction): number | null {
  return distance ?? km ?? null;
}

function metresOf(distance: number, { distance: unit }: OrbUnits): number {
  if (unit === 'm') return Math.round(distance);
  return metresFromPrinted(distance, unit === 'mi' ? 'imperial' : 'metric');
}

function kmhOf(speed: number | null, { speed: unit }: OrbUnits): number | null {
  if (speed === null) return null;
  return unit === 'ms' ? speed * 3.6 : kmhFromSpeed(speed, unit === 'mph' ? 'imperial' : 'metric');
}

function placeOf({ location, waypoint }: Instruction): NoteDraft['at'] {
  const [latitude, longitude] = location?.coords ?? [waypoint?.lat ?? null, waypoint?.lon ?? null];
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
