import { readJournal } from '../../src/journal/read.ts';
import type { Header } from '../../src/journal/record.ts';
import type { JournalFile } from '../../src/journal/tail.ts';
import { newJournal, openJournal } from '../../src/journal/write.ts';
import type { Event } from '../../src/nav/event.ts';
import { defaultSettings } from '../../src/nav/settings.ts';
import { type State, start } from '../../src/nav/state.ts';
import { step } from '../../src/nav/step.ts';
import { stageOf } from './drive.ts';

export const stage = stageOf(Array.from({ length: 40 }, (_, i) => ({ distance: i * 250 })));

export const header: Header = {
  journal: 1,
  id: 'a1b2c3d4',
  fingerprint: stage.fingerprint,
  title: stage.title,
  file: null,
  settings: defaultSettings,
  started: '2026-10-12T07:40:00Z',
};

/** What a disk has at some moment, bytes: so many are written, so many of them are synced. */
export interface Moment {
  readonly written: number;
  readonly synced: number;
}

/** A file in memory that can be told to fail, and remembers every write and sync. */
export function memory() {
  const moments: Moment[] = [];
  const disk = { full: false, deaf: false };
  let content: Buffer = Buffer.alloc(0);
  let synced = 0;
  let heard = 0;
  let underWay: (() => void) | null = null;
  const remember = () => moments.push({ written: content.length, synced });
  const file: JournalFile = {
    write(bytes, at) {
      if (disk.full) throw new Error('ENOSPC: no space left on device');
      const grown = Buffer.alloc(Math.max(content.length, at + bytes.length));
      content.copy(grown);
      grown.set(bytes, at);
      content = grown;
      heard = synced;
      remember();
    },
    sync() {
      if (disk.deaf) throw new Error('EIO: i/o error');
      synced = content.length;
      remember();
    },
    syncSoon(done) {
      const upTo = content.length;
      underWay = () => {
        if (disk.deaf) return done(new Error('EIO: i/o error'));
        synced = Math.max(synced, upTo);
        remember();
        done(null);
      };
    },
    close() {},
  };
  return {
    file,
    disk,
    moments,
    bytes: () => content,
    /** What was synced when the last line was written, bytes: damage to it can be told from a torn tail. */
    acknowledged: () => heard,
    /** The sync that is under way ends. */
    settle() {
      const settled = underWay;
      underWay = null;
      settled?.();
    },
  };
}

/** Wheel counts, `t` 50 ms apart, with a nudge and a confirmation now and then; endless. */
export function* drive(): Generator<Event> {
  for (let i = 0; ; i++) {
    yield { type: 'wheel', t: i * 50, raw: i * 25.123456789 };
    if (i % 40 === 39) yield { type: 'confirm', t: i * 50 };
    if (i % 100 === 50) yield { type: 'nudge', t: i * 50, metres: 10 };
  }
}

/** So many of them. */
export function* first(count: number, events: Iterable<Event>): Generator<Event> {
  let left = count;
  for (const event of events) {
    if (left-- <= 0) return;
    yield event;
  }
}

/**
 * Drives the stage by these events with a journal, each in a turn of its own; a sync begins at every fifth and ends two
 * later. `before` is called ahead of each.
 */
export function record(
  { file, settle }: Pick<ReturnType<typeof memory>, 'file' | 'settle'>,
  events: Iterable<Event>,
  {
    trouble = () => {},
    before = () => {},
  }: { trouble?: (message: string | null) => void; before?: (index: number) => void } = {},
) {
  let clock = 0;
  const journal = openJournal(file, header, {
    end: newJournal,
    trouble,
    now: () => clock,
    soon: (call) => call(),
  });
  let state: State = start(stage, header.settings);
  let index = 0;
  for (const event of events) {
    before(index);
    clock = event.t;
    [state] = step(stage, state, event);
    journal.note(event, state);
    if (index % 5 === 0) journal.flush();
    if (index % 5 === 2) settle();
    index += 1;
  }
  return { journal, state };
}

/**
 * What is wrong with how a journal with damage at byte `at` was read; null if nothing: it was refused, or it ends before the
 * damage, on what was truly written, with everything that was acknowledged before its last line.
 */
export function fault(
  whole: Uint8Array,
  acknowledged: number,
  damaged: Uint8Array,
  at: number,
  found = readJournal(damaged),
): string | null {
  if (!found.ok) return null;
  if (found.torn === 0) return `byte ${at}: resumed as if nothing were`;
  if (found.good > at) return `byte ${at}: the damage is inside what was believed`;
  if (found.good < acknowledged) return `byte ${at}: what was acknowledged is dropped as a torn tail`;
  const believed = Buffer.from(damaged).subarray(0, found.good);
  return believed.equals(whole.subarray(0, found.good)) ? null : `byte ${at}: other bytes are believed`;
}

/**
 * The file as a disk may hold it when the power goes at a moment: what was synced is there, and each block behind it is as
 * some write since then left it, or was never written; the length is any of those that the file has had since. `pick` draws
 * one of so many for each block.
 */
export function powerLoss(
  whole: Uint8Array,
  moments: readonly Moment[],
  block: number,
  pick: (index: number, of: number) => number,
): Buffer {
  const now = moments.at(-1) ?? { written: 0, synced: 0 };
  const since = moments.filter(({ written }) => written > now.synced).map(({ written }) => written);
  const lengths = [now.synced, ...since];
  const state = Buffer.alloc(now.written);
  state.set(whole.subarray(0, now.synced));
  const from = Math.floor(now.synced / block);
  for (let i = from; i * block < now.written; i++) {
    const written = lengths[pick(i - from, lengths.length)] ?? 0;
    const end = Math.min((i + 1) * block, written);
    if (end > i * block) state.set(whole.subarray(i * block, end), i * block);
  }
  const ends = [...lengths];
  for (let end = (from + 1) * block; end < now.written; end += block) ends.push(end);
  return state.subarray(0, ends[pick(63, ends.length)]);
}
