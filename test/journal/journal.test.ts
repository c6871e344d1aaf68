import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import type { Header } from '../../src/journal/record.ts';
import { replay } from '../../src/journal/replay.ts';
import { type JournalFile, openJournal } from '../../src/journal/write.ts';
import type { Event } from '../../src/nav/event.ts';
import { defaultSettings } from '../../src/nav/settings.ts';
import { type State, start } from '../../src/nav/state.ts';
import { step } from '../../src/nav/step.ts';
import { stageOf } from '../support/drive.ts';

const seed = 20_261_122;
const stage = stageOf(Array.from({ length: 40 }, (_, i) => ({ distance: i * 250 })));
const header: Header = {
  journal: 1,
  id: 'a1b2c3d4',
  fingerprint: stage.fingerprint,
  title: stage.title,
  file: null,
  settings: defaultSettings,
  started: '2026-10-12T07:40:00Z',
};

/** A file in memory that can be told to fail. */
function memory() {
  const written: string[] = [];
  const disk = { full: false, deaf: false };
  const file: JournalFile = {
    write(text) {
      if (disk.full) throw new Error('ENOSPC: no space left on device');
      written.push(text);
    },
    sync() {
      if (disk.deaf) throw new Error('EIO: i/o error');
    },
    close() {},
  };
  return { file, disk, bytes: () => Buffer.from(written.join('')), writes: written };
}

/** Drives 25 m a sample and confirms every fourth note; answers the events. */
function* drive(): Generator<Event> {
  for (let i = 0; i <= 390; i++) {
    yield { type: 'wheel', t: i * 50, raw: i * 25.123456789 };
    if (i % 40 === 39) yield { type: 'confirm', t: i * 50 };
    if (i % 100 === 50) yield { type: 'nudge', t: i * 50, metres: 10 };
  }
}

function record(file: JournalFile, events: Iterable<Event>, trouble: (m: string | null) => void = () => {}) {
  let clock = 0;
  const journal = openJournal(file, header, { sequence: 0, trouble, now: () => clock });
  let state: State = start(stage, header.settings);
  for (const event of events) {
    clock = event.t;
    [state] = step(stage, state, event);
    journal.note(event, state);
  }
  return { journal, state };
}

function read(bytes: Uint8Array) {
  const found = readJournal(bytes);
  if (!found.ok) throw new Error(found.reason);
  return found;
}

describe('a journal', () => {
  it('replays to the same state, bit for bit', () => {
    const { file, bytes } = memory();
    const { journal, state } = record(file, drive());
    journal.flush();
    expect(JSON.stringify(replay(stage, read(bytes())))).toBe(JSON.stringify(state));
  });

  it('resumes from a snapshot of a long run to the same state', () => {
    const { file, bytes } = memory();
    const long = Array.from({ length: 9_000 }, (_, i): Event => ({ type: 'wheel', t: i * 100, raw: i }));
    const { journal, state } = record(file, long);
    journal.flush();
    const found = read(bytes());
    expect(found.records.length).toBeLessThan(4_100);
    expect(JSON.stringify(replay(stage, found))).toBe(JSON.stringify(state));
  });

  it('has every act on disk when it is noted, and counts within 100 ms', () => {
    const { file, bytes } = memory();
    let clock = 0;
    const journal = openJournal(file, header, { sequence: 0, trouble: () => {}, now: () => clock });
    const state = start(stage);
    journal.note({ type: 'wheel', t: 0, raw: 0 }, state);
    clock = 90;
    journal.note({ type: 'wheel', t: 90, raw: 2 }, state);
    expect(read(bytes()).records).toEqual([]);
    clock = 100;
    journal.note({ type: 'wheel', t: 100, raw: 3 }, state);
    expect(read(bytes()).records).toEqual([{ kind: 'wheel', samples: [0, 0, 90, 2, 100, 3] }]);
    journal.note({ type: 'nudge', t: 120, metres: 10 }, state);
    expect(read(bytes()).records).toHaveLength(2);
  });

  it('knows whether the crew ended the run', () => {
    const { file, bytes } = memory();
    const { journal } = record(file, drive());
    journal.flush();
    expect(read(bytes()).ended).toBe(false);
    journal.close('ended', 20_000);
    expect(read(bytes()).ended).toBe(true);
  });
});

describe('damage', () => {
  const { file, bytes, writes } = memory();
  const { journal } = record(file, [...drive()].slice(0, 120));
  journal.flush();
  const whole = bytes();
  /** Where each line ends. */
  const ends = [...whole.entries()].flatMap(([i, byte]) => (byte === 0x0a ? [i + 1] : []));

  it('cut anywhere: every whole line is kept, the torn one is dropped and counted', () => {
    const first = ends[0] ?? 0;
    for (let cut = 0; cut < whole.length; cut++) {
      const found = readJournal(whole.subarray(0, cut));
      if (cut < first) {
        expect(found.ok).toBe(false);
        continue;
      }
      const good = ends.findLast((end) => end <= cut) ?? 0;
      expect(found).toMatchObject({ ok: true, good, torn: cut - good });
    }
  });

  it('one bit flipped anywhere never resumes as if nothing were', () => {
    const intact = read(whole);
    for (let i = 0; i < whole.length; i++) {
      const flipped = Buffer.from(whole);
      flipped[i] = (flipped[i] ?? 0) ^ (1 << (i % 8));
      const found = readJournal(flipped);
      if (!found.ok) continue;
      // Only the end may be taken for a torn tail, and that is said; a lost line feed joins the last two lines to one.
      expect(found.torn).toBeGreaterThan(0);
      expect(ends.slice(-3, -1)).toContain(found.good);
      expect(found.records.length).toBeGreaterThanOrEqual(intact.records.length - 2);
    }
  });

  it('writes lost or put in another order are refused, or end as a tail', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(writes.length - 1), { minLength: 1, maxLength: 60 }), (order) => {
        const found = readJournal(Buffer.from(order.map((i) => writes[i] ?? '').join('')));
        if (!found.ok) return;
        const kept = Buffer.from(order.map((i) => writes[i] ?? '').join('')).subarray(0, found.good);
        expect(whole.subarray(0, kept.length).equals(kept)).toBe(true);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('bytes that were never a journal are refused in words', () => {
    expect(readJournal(Buffer.from('roadbook: 1\n'))).toEqual({
      ok: false,
      reason: 'it does not begin with the header of a journal',
    });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(readJournal(noise).ok).toBe(false);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('a disk that fails', () => {
  it('is said once, driving goes on, and what was owed is written when it can be', () => {
    const { file, disk, bytes } = memory();
    const said: (string | null)[] = [];
    const events = [...drive()];
    let clock = 0;
    const journal = openJournal(file, header, {
      sequence: 0,
      trouble: (m) => said.push(m),
      now: () => clock,
    });
    let state: State = start(stage, header.settings);
    for (const [i, event] of events.entries()) {
      clock = event.t;
      disk.full = i > 100 && i < 300;
      [state] = step(stage, state, event);
      journal.note(event, state);
    }
    journal.flush();
    expect(said).toEqual(['ENOSPC: no space left on device', null]);
    expect(JSON.stringify(replay(stage, read(bytes())))).toBe(JSON.stringify(state));
  });

  it('that cannot sync is said too', () => {
    const { file, disk } = memory();
    const said: (string | null)[] = [];
    disk.deaf = true;
    record(file, drive(), (m) => said.push(m));
    expect(said).toEqual(['EIO: i/o error']);
  });
});
