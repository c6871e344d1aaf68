import * as z from 'zod';
import type { RoadbookDraft } from '../../model/roadbook.ts';
import type { OrbUnits } from './instruction.ts';

const Words = z.union([z.string(), z.number()]).transform(String);

/** `meta` of both dialects. */
export const Meta = z.looseObject({
  openroadbook: Words.nullish(),
  format: z.string().nullish(),
  version: Words.nullish(),
  id: Words.nullish(),
  title: Words.nullish(),
  event: z.union([Words, z.looseObject({ name: Words.nullish(), stage: Words.nullish() })]).nullish(),
  date: z.string().nullish(),
  units: z
    .union([
      z.enum(['km', 'mi', 'm']),
      z.looseObject({
        distance: z.enum(['km', 'mi', 'm']).nullish(),
        heading: z.enum(['deg', 'rad']).nullish(),
        speed: z.enum(['kmh', 'mph', 'ms']).nullish(),
      }),
    ])
    .nullish(),
});
export type Meta = z.output<typeof Meta>;

/** A stage without its rows. */
export const StageHead = z.looseObject({
  id: Words.nullish(),
  name: Words.nullish(),
  description: z.string().nullish(),
});
export type StageHead = z.output<typeof StageHead>;

/** Where the schema wants a word and the roadbook has none. */
export const placeholder = { title: 'Untitled', stageId: 'stage', stageName: 'Stage' } as const;

export function unitsOf({ units }: Meta): OrbUnits {
  const given = typeof units === 'string' ? { distance: units } : units;
  return {
    distance: given?.distance ?? 'km',
    heading: (given && 'heading' in given && given.heading) || 'deg',
    speed: (given && 'speed' in given && given.speed) || 'kmh',
  };
}

/** What the head says of the roadbook; the first stage's names count. */
export function headDraft(meta: Meta, stage: StageHead): Omit<RoadbookDraft, 'notes'> {
  const { title, event } = meta;
  const named = typeof event === 'object' ? event : null;
  const eventName = title ?? (typeof event === 'string' ? event : (named?.name ?? null));
  return {
    event: unless(eventName, placeholder.title),
    stage: {
      number: unless(stage.id, placeholder.stageId),
      name: unless(stage.name, placeholder.stageName) ?? named?.stage ?? null,
      date: isDay(meta.date) ? (meta.date ?? null) : null,
    },
    units: unitsOf(meta).distance === 'mi' ? 'imperial' : 'metric',
    description: stage.description ?? null,
  };
}

/** The profile that the draft is made for. */
export const usualProfile = 'adventure';

/** What of `meta` goes into no field of the roadbook. */
export function leftOfMeta(meta: Meta): object {
  const { openroadbook, format: _f, version, id, title, event, date, units, ...rest } = meta;
  const {
    distance: _d,
    heading: _h,
    speed: _s,
    ...unitsRest
  } = typeof units === 'object' && units ? units : {};
  const { name, stage: _g, ...eventRest } = typeof event === 'object' && event ? event : { name: event };
  return {
    ...rest,
    openroadbook: isVersion(openroadbook) ? null : openroadbook,
    version: isVersion(version) ? null : version,
    // What is written where a file has none.
    profile: rest.profile === usualProfile ? null : rest.profile,
    id: id === idOf(title ?? null) ? null : id,
    event: { ...eventRest, name: title ? name : null },
    date: isDay(date) ? null : date,
    units: unitsRest,
  };
}

/** What of a stage goes into no field; of a stage behind the first, everything but its rows. */
export function leftOfStage({ id, name, description, ...rest }: StageHead, first: boolean): object {
  return first ? rest : { id, name, description, ...rest };
}

/** The document's id where it has none of its own: the title in letters, digits and dashes. */
export function idOf(title: string | null): string {
  const words = (title ?? placeholder.title)
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ['roadbook']).join('-').slice(0, 60);
}

function isVersion(text: string | null | undefined): boolean {
  return text === '1.0' || text === '1' || text === '1.0.0';
}

export function isDay(text: string | null | undefined): boolean {
  return z.iso.date().safeParse(text).success;
}

function unless(text: string | null | undefined, absent: string): string | null {
  return text === absent ? null : (text ?? null);
}
