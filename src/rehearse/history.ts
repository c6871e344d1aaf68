import * as z from 'zod';
import { type Drill, drillNames } from './drill.ts';

/** What was rehearsed, so that a crew sees whether it gets better. The quiz is of no stage in particular. */
const Entry = z.strictObject({
  date: z.iso.datetime(),
  drill: z.enum([...drillNames, 'quiz']),
  /** The stage's; null for a quiz. */
  fingerprint: z.string().nullable(),
  title: z.string(),
  /** Numbers of the first and last note, as printed; null for a quiz. */
  notes: z.tuple([z.int(), z.int()]).nullable(),
  speedKmh: z.number().positive().nullable(),
  points: z.number().min(0).max(100),
});
export const History = z.strictObject({ rehearsals: z.literal(1), entries: z.array(Entry) });

export type Entry = z.output<typeof Entry>;
export type History = z.output<typeof History>;

export const noHistory: History = { rehearsals: 1, entries: [] };

/** Older ones are forgotten: years of evenings. */
const kept = 2_000;

export function remembered({ entries }: History, entry: Entry): History {
  return { rehearsals: 1, entries: [...entries, entry].slice(-kept) };
}

/** Rehearsals of the same thing: drill and stage. */
export function likes(
  { entries }: History,
  { drill, fingerprint }: Pick<Entry, 'drill' | 'fingerprint'>,
): Entry[] {
  return entries.filter((entry) => entry.drill === drill && entry.fingerprint === fingerprint);
}

/** Of several stages the one that needs it most: never rehearsed, else with the worst last score, else the oldest. */
export function neediest<T extends { readonly fingerprint: string }>(
  history: History,
  drill: Drill,
  stages: readonly T[],
): T | null {
  const last = (stage: T) => likes(history, { drill, fingerprint: stage.fingerprint }).at(-1);
  const rank = (stage: T): readonly [number, string] => {
    const entry = last(stage);
    return entry ? [entry.points, entry.date] : [-1, ''];
  };
  const ordered = stages.toSorted((a, b) => {
    const [points, date] = rank(a);
    const [otherPoints, otherDate] = rank(b);
    return points - otherPoints || (date < otherDate ? -1 : date > otherDate ? 1 : 0);
  });
  return ordered[0] ?? null;
}
