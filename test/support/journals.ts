import { readJournal } from '../../src/journal/read.ts';
import type { Header } from '../../src/journal/record.ts';
import { type JournalFile, openJournal } from '../../src/journal/write.ts';
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

/** A file in memory that can be told to fail, and remembers each write that was synced. */
export function memory() {
  const writes: string[] = [];
  const disk = { full: false, deaf: false };
  const file: JournalFile = {
    append(text) {
      if (disk.full) throw new Error('ENOSPC: no space left on device');
      if (disk.deaf) throw new Error('EIO: i/o error');
      writes.push(text);
    },
    close() {},
  };
  return { file, disk, writes, bytes: () => Buffer.from(writes.join('')) };
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

/** Drives the stage by these events with a journal; `before` is called ahead of each. */
export function record(
  file: JournalFile,
  events: Iterable<Event>,
  {
    trouble = () => {},
    before = () => {},
  }: { trouble?: (message: string | null) => void; before?: (index: number) => void } = {},
) {
  let clock = 0;
  const journal = openJournal(file, header, { sequence: 0, trouble, now: () => clock });
  let state: State = start(stage, header.settings);
  let index = 0;
  for (const event of events) {
    before(index++);
    clock = event.t;
    [state] = step(stage, state, event);
    journal.note(event, state);
  }
  return { journal, state };
}

/**
 * What is wrong with how a journal with damage at byte `at` was read; null if nothing: it was refused, or it ends before the
 * damage, on what was truly written, with everything of the writes before the last.
 */
export function fault(writes: readonly string[], damaged: Uint8Array, at: number): string | null {
  const found = readJournal(damaged);
  if (!found.ok) return null;
  const whole = Buffer.from(writes.join(''));
  const synced = whole.length - Buffer.byteLength(writes.at(-1) ?? '');
  if (found.torn === 0) return `byte ${at}: resumed as if nothing were`;
  if (found.good > at) return `byte ${at}: the damage is inside what was believed`;
  if (found.good < synced) return `byte ${at}: acknowledged writes were dropped as a torn tail`;
  const believed = Buffer.from(damaged).subarray(0, found.good);
  return believed.equals(whole.subarray(0, found.good)) ? null : `byte ${at}: other bytes are believed`;
}

/**
 * The file as a disk may hold it when the power goes while the last write is under way: each of its blocks is there or not,
 * and the length is the old one, the new one, or that of a block between. `there` decides by the block's number.
 */
export function powerLoss(
  writes: readonly string[],
  block: number,
  there: (index: number) => boolean,
  length: number,
): Buffer {
  const synced = Buffer.from(writes.slice(0, -1).join(''));
  const whole = Buffer.from(writes.join(''));
  const state = Buffer.alloc(whole.length);
  synced.copy(state);
  const from = Math.floor(synced.length / block);
  for (let start = from * block; start < whole.length; start += block) {
    if (there(start / block - from)) whole.copy(state, start, start, Math.min(start + block, whole.length));
  }
  const ends = [synced.length, whole.length];
  for (let end = (from + 1) * block; end < whole.length; end += block) ends.push(end);
  return state.subarray(0, ends[length % ends.length]);
}
