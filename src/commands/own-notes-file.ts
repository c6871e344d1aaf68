import * as z from 'zod';
import { documentOf } from '../formats/tree/document.ts';
import { parseYaml } from '../formats/tree/yaml.ts';

const Entry = z.strictObject({
  note: z.int().min(0),
  /** Printed at the note, metres: a number alone may come twice, or move with a bulletin. */
  distance: z.number().nullable().default(null),
  mark: z.boolean().default(false),
  text: z.string().max(1000).nullable().default(null),
});
const Sidecar = z.strictObject({
  'roadbook-notes': z.literal(1),
  fingerprint: z.string().nullable().default(null),
  notes: z.array(Entry).max(20_000).default([]),
});

export type Entry = z.output<typeof Entry>;
export type Sidecar = z.output<typeof Sidecar>;

/** What `FILE.notes.yaml` says; null where that cannot be read. */
export function readSidecar(text: string): Sidecar | null {
  try {
    return Sidecar.safeParse(documentOf(parseYaml(text)).value).data ?? null;
  } catch {
    return null;
  }
}
