import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import { replay } from '../../src/journal/replay.ts';
import { openJournal } from '../../src/journal/write.ts';
import type { Event } from '../../src/nav/event.ts';
import { start } from '../../src/nav/state.ts';
import { drive, fault, first, header, memory, powerLoss, record, stage } from '../support/journals.ts';

const seed = 20_261_122;

function read(bytes: Uint8Array) {
  const found = readJournal(bytes);
  if (!found.ok) throw new Error(found.reason);
  return found;
}

describe('a journal', () => {
  it('replays to the same state, bit for bit', () => {
    const { file, bytes } = memory();
    const { journal, state } = record(file, first(400, drive()));
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

  it('has every act on disk when it is noted, and counts within 50 ms', () => {
    const { file, bytes } = memory();
    let clock = 0;
    const journal = openJournal(file, header, { sequence: 0, trouble: () => {}, now: () => clock });
    const state = start(stage);
    journal.note({ type: 'wheel', t: 0, raw: 0 }, state);
    clock = 40;
    journal.note({ type: 'wheel', t: 40, raw: 2 }, state);
    expect(read(bytes()).records).toEqual([]);
    clock = 50;
    journal.note({ type: 'wheel', t: 50, raw: 3 }, state);
    expect(read(bytes()).records).toEqual([{ kind: 'wheel', samples: [0, 0, 40, 2, 50, 3] }]);
    journal.note({ type: 'nudge', t: 120, metres: 10 }, state);
    expect(read(bytes()).records).toHaveLength(2);
  });

  it('knows whether the crew ended the run', () => {
    const { file, bytes } = memory();
    const { journal } = record(file, first(400, drive()));
    journal.flush();
    expect(read(bytes()).ended).toBe(false);
    journal.close('ended', 20_000);
    expect(read(bytes()).ended).toBe(true);
  });
});

describe('damage', () => {
  const { file, bytes, writes } = memory();
  const { journal } = record(file, first(60, drive()));
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

  it('one bit flipped: refused, or what was written last is dropped and said', () => {
    for (let i = 0; i < whole.length; i++) {
      const flipped = Buffer.from(whole);
      flipped[i] = (flipped[i] ?? 0) ^ (1 << (i % 8));
      expect(fault(writes, flipped, i)).toBeNull();
    }
  });

  it('power lost: everything synced is there, nothing else is believed, and it is never refused', () => {
    const state = fc.record({
      /** How many writes had begun; the last is under way. */
      begun: fc.integer({ min: 2, max: writes.length }),
      block: fc.constantFrom(16, 64, 512, 4096),
      there: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      length: fc.nat(100),
    });
    fc.assert(
      fc.property(state, ({ begun, block, there, length }) => {
        const under = writes.slice(0, begun);
        const bytes = powerLoss(under, block, (i) => there[i % there.length] ?? false, length);
        const found = read(bytes);
        expect(found.good).toBeGreaterThanOrEqual(Buffer.byteLength(under.slice(0, -1).join('')));
        expect(bytes.subarray(0, found.good).equals(whole.subarray(0, found.good))).toBe(true);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('a disk that lies, and lost or reordered what it said it had: refused, or it ends before that', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(writes.length - 1), { minLength: 1, maxLength: 60 }), (order) => {
        const bytes = Buffer.from(order.map((i) => writes[i] ?? '').join(''));
        const found = readJournal(bytes);
        if (!found.ok) return;
        const kept = bytes.subarray(0, found.good);
        expect(whole.subarray(0, kept.length).equals(kept)).toBe(true);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('bytes that were never a journal are refused in words', () => {
    expect(readJournal(Buffer.from('roadbook: 1\n'))).toEqual({
      ok: false,
      reason: 'it does not begin with the header of a journal',
      empty: false,
    });
    expect(readJournal(Buffer.from('0/0 12'))).toMatchObject({ ok: false, empty: true });
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
    const { journal, state } = record(file, first(400, drive()), {
      trouble: (message) => said.push(message),
      before: (index) => {
        disk.full = index > 100 && index < 300;
      },
    });
    journal.flush();
    expect(said).toEqual(['ENOSPC: no space left on device', null]);
    expect(JSON.stringify(replay(stage, read(bytes())))).toBe(JSON.stringify(state));
  });

  it('that cannot sync is said too, and what it may have lost is written again', () => {
    const { file, disk, bytes } = memory();
    const said: (string | null)[] = [];
    const { journal, state } = record(file, first(460, drive()), {
      trouble: (message) => said.push(message),
      before: (index) => {
        disk.deaf = index < 400;
      },
    });
    journal.flush();
    expect(said).toEqual(['EIO: i/o error', null]);
    expect(JSON.stringify(replay(stage, read(bytes())))).toBe(JSON.stringify(state));
  });

  it('loses the power while a long debt is paid: what was synced before is there', () => {
    const { file, disk, writes } = memory();
    const { journal } = record(file, first(400, drive()), {
      before: (index) => {
        disk.full = index > 100;
      },
    });
    disk.full = false;
    journal.close('left', 0);
    const debt = writes.at(-1) ?? '';
    expect(debt.split('\n').length).toBeGreaterThan(10);
    // Its first block lost and all behind it there: good lines behind bad ones, and yet no damage.
    const bytes = powerLoss(writes, 512, (i) => i > 0, 1);
    const found = read(bytes);
    expect(found.good).toBe(Buffer.byteLength(writes.slice(0, -1).join('')));
    expect(found.torn).toBeGreaterThan(debt.length - 512);
  });
});
