import * as z from 'zod';
import { diffLines } from '../text/line-diff.ts';
import { fingerprint } from './fingerprint.ts';
import { Note, type Roadbook } from './roadbook.ts';

/**
 * What a bulletin changes in a stage, against its fingerprint. Notes are counted from 0 in the roadbook that it is for;
 * `renumbered` are notes that say the same under another number or partial distance, because one before them came or went.
 */
export const Amendment = z.strictObject({
  'roadbook-amendment': z.literal(1),
  /** As the bulletin is called. */
  bulletin: z.string().max(200).nullable(),
  /** Of the roadbook it is for, and of the one it makes. */
  for: z.string(),
  gives: z.string(),
  changes: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('changed'), at: z.int().min(0), note: Note }),
        z.strictObject({ kind: z.literal('renumbered'), at: z.int().min(0), note: Note }),
        z.strictObject({ kind: z.literal('new'), before: z.int().min(0), note: Note }),
        z.strictObject({ kind: z.literal('deleted'), at: z.int().min(0) }),
      ]),
    )
    .max(10_000),
});
export type Amendment = z.output<typeof Amendment>;
type Change = Amendment['changes'][number];

/** Notes this near are the same note, changed: metres. */
const near = 50;

/** The amendment that makes `after` of `before`; changed notes are marked MODIF, new ones NEWNOTE. */
export function amendment(before: Roadbook, after: Roadbook, bulletin: string | null): Amendment {
  const changes: Change[] = [];
  const gone: number[] = [];
  const come: Note[] = [];
  let x = 0;
  let y = 0;
  for (const { kind } of diffLines(before.notes.map(saying), after.notes.map(saying))) {
    const note = after.notes[y];
    if (kind === 'old') {
      gone.push(x++);
    } else if (kind === 'new') {
      if (note !== undefined) come.push(note);
      y++;
    } else {
      settle();
      const old = before.notes[x];
      if (old && note && JSON.stringify(old) !== JSON.stringify({ ...note, change: old.change }))
        changes.push({ kind: 'renumbered', at: x, note: { ...note, change: old.change } });
      x++;
      y++;
    }
  }
  settle();
  const open = { 'roadbook-amendment': 1, bulletin, for: fingerprint(before), gives: '', changes } as const;
  return { ...open, gives: fingerprint(amended(before, open)) };

  /** A note that went and one that came at its place are one note that changed. */
  function settle(): void {
    for (const note of come.splice(0)) {
      const at = gone.find((index) => isSamePlace(before.notes[index], note));
      if (at === undefined)
        changes.push({ kind: 'new', before: gone[0] ?? x, note: { ...note, change: 'NEWNOTE' } });
      else {
        for (const skipped of gone.splice(0, gone.indexOf(at) + 1)) {
          if (skipped !== at) changes.push({ kind: 'deleted', at: skipped });
        }
        changes.push({ kind: 'changed', at, note: { ...note, change: 'MODIF' } });
      }
    }
    for (const at of gone.splice(0)) changes.push({ kind: 'deleted', at });
  }
}

function isSamePlace(old: Note | undefined, note: Note): boolean {
  if (old?.distance == null || note.distance === null) return false;
  return Math.abs(old.distance - note.distance) <= near;
}

/** All that a note says to the crew where it stands; its number and partial follow from the others. */
function saying({ number: _, partial: __, change: ___, ...note }: Note): string {
  return JSON.stringify(note);
}

/** The roadbook with the changes in it; those at places it does not have are passed over, and the fingerprint then tells. */
export function amended(roadbook: Roadbook, { changes }: Pick<Amendment, 'changes'>): Roadbook {
  const { notes } = roadbook;
  const result = notes.flatMap((note, at) => [...comingBefore(at), ...staying(note, at)]);
  return { ...roadbook, notes: [...result, ...comingBefore(notes.length)] };

  function comingBefore(index: number): Note[] {
    return changes.flatMap((change) =>
      change.kind === 'new' && change.before === index ? [change.note] : [],
    );
  }

  function staying(note: Note, index: number): Note[] {
    const change = changes.find((one) => one.kind !== 'new' && one.at === index);
    if (change === undefined) return [note];
    return 'note' in change ? [change.note] : [];
  }
}

/** In words, a line each: what the bulletin does. */
export function amendmentLines(before: Roadbook, { changes }: Amendment): string[] {
  const km = (metres: number | null | undefined) => (metres == null ? '?' : (metres / 1000).toFixed(2));
  return changes.flatMap((change) => {
    if (change.kind === 'renumbered') return [];
    const note = change.kind === 'deleted' ? before.notes[change.at] : change.note;
    const mark = { changed: 'MODIF', new: 'NEWNOTE', deleted: 'deleted' }[change.kind];
    return [
      `${mark}: note ${note?.number ?? '?'} at ${km(note?.distance)} km${note?.text ? `: ${note.text}` : ''}`,
    ];
  });
}
