import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import type { Place } from '../../src/journal/record.ts';
import { replay } from '../../src/journal/replay.ts';
import { tailOf } from '../../src/journal/tail.ts';
import { newJournal, openJournal } from '../../src/journal/write.ts';
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
    const disk = memory();
    const { journal, state } = record(disk, first(400, drive()));
    journal.flush();
    expect(JSON.stringify(replay(stage, read(disk.bytes())))).toBe(JSON.stringify(state));
  });

  it('resumes from a snapshot of a long run to the same state', () => {
    const disk = memory();
    const long = Array.from({ length: 9_000 }, (_, i): Event => ({ type: 'wheel', t: i * 100, raw: i }));
    const { journal, state } = record(disk, long);
    journal.flush();
    const found = read(disk.bytes());
    expect(found.records.length).toBeLessThan(4_100);
    expect(JSON.stringify(replay(stage, found))).toBe(JSON.stringify(state));
  });

  it('has acts synced when they are noted, and counts written when the turn of events ends, at most each 20 ms', () => {
    const { file, bytes, moments } = memory();
    let clock = 0;
    let turn: (() => void)[] = [];
    const turnEnds = () => {
      for (const call of turn) call();
      turn = [];
    };
    const journal = openJournal(file, header, {
      end: newJournal,
      trouble: () => {},
      now: () => clock,
      soon: (call) => turn.push(call),
    });
    const state = start(stage);
    const wheel = (t: number, raw: number) => journal.note({ type: 'wheel', t, raw }, state);
    const samples = () => read(bytes()).records.flatMap((one) => (one.kind === 'wheel' ? [one.samples] : []));
    clock = 100;
    // Whatever a turn brings, as after a standstill of this process, is in one line when it ends.
    wheel(60, 1);
    wheel(80, 2);
    wheel(100, 3);
    expect(samples()).toEqual([]);
    turnEnds();
    expect(samples()).toEqual([[60, 1, 80, 2, 100, 3]]);
    clock = 119;
    wheel(119, 4);
    turnEnds();
    expect(samples()).toHaveLength(1);
    clock = 120;
    wheel(120, 5);
    turnEnds();
    expect(samples().at(-1)).toEqual([119, 4, 120, 5]);
    expect(moments.at(-1)?.synced).toBeLessThan(bytes().length);
    // A turn that does not end, as in time lapse.
    clock = 140;
    wheel(140, 6);
    clock = 190;
    wheel(190, 7);
    expect(samples().at(-1)).toEqual([140, 6, 190, 7]);
    journal.note({ type: 'nudge', t: 190, metres: 10 }, state);
    expect(read(bytes()).records.at(-1)?.kind).toBe('act');
    expect(moments.at(-1)?.synced).toBe(bytes().length);
  });

  it('knows whether the crew ended the run', () => {
    const disk = memory();
    const { journal } = record(disk, first(400, drive()));
    journal.flush();
    expect(read(disk.bytes()).ended).toBe(false);
    journal.close('ended', 20_000);
    expect(read(disk.bytes()).ended).toBe(true);
  });
});

describe('damage', () => {
  const disk = memory();
  record(disk, first(60, drive()));
  const { moments } = disk;
  const whole = disk.bytes();
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
      expect(fault(whole, disk.acknowledged(), flipped, i)).toBeNull();
    }
  });

  it('power lost: everything synced is there, nothing else is believed, and it is never refused', () => {
    const state = fc.record({
      moment: fc.integer({ min: 2, max: moments.length }),
      block: fc.constantFrom(16, 64, 512, 4096),
      picks: fc.array(fc.nat(1000), { minLength: 64, maxLength: 64 }),
    });
    fc.assert(
      fc.property(state, ({ moment, block, picks }) => {
        const until = moments.slice(0, moment);
        const bytes = powerLoss(whole, until, block, (i, of) => (picks[i % 64] ?? 0) % of);
        const found = read(bytes);
        expect(found.good).toBeGreaterThanOrEqual(until.at(-1)?.synced ?? 0);
        expect(bytes.subarray(0, found.good).equals(whole.subarray(0, found.good))).toBe(true);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('a disk that lies, and lost or reordered what it said it had: refused, or it ends before that', () => {
    const writes = moments.map(({ written }, i) => whole.subarray(moments[i - 1]?.written ?? 0, written));
    fc.assert(
      fc.property(fc.array(fc.nat(writes.length - 1), { minLength: 1, maxLength: 60 }), (order) => {
        const bytes = Buffer.concat(order.map((i) => writes[i] ?? Buffer.alloc(0)));
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
    const disk = memory();
    const said: (string | null)[] = [];
    const { journal, state } = record(disk, first(400, drive()), {
      trouble: (message) => said.push(message),
      before: (index) => {
        disk.disk.full = index > 100 && index < 300;
      },
    });
    journal.flush();
    expect(said).toEqual(['ENOSPC: no space left on device', null]);
    expect(JSON.stringify(replay(stage, read(disk.bytes())))).toBe(JSON.stringify(state));
  });

  it.each([
    ['acts', 1],
    ['counts alone', 3],
  ])('that cannot sync is said too, and what it may have lost is written again: %s', (_, from) => {
    const disk = memory();
    const said: (string | null)[] = [];
    const { journal, state } = record(disk, first(460, drive()), {
      trouble: (message) => said.push(message),
      before: (index) => {
        disk.disk.deaf = index >= from && index < 400;
      },
    });
    journal.flush();
    expect(said).toEqual(['EIO: i/o error', null]);
    expect(JSON.stringify(replay(stage, read(disk.bytes())))).toBe(JSON.stringify(state));
  });

  it('writes all again that a failed sync may have lost, one that another sync did not hear of too', () => {
    const places: number[] = [];
    let ends: (error: Error | null) => void = () => {};
    let length = 0;
    const tail = tailOf(
      {
        write(bytes, at) {
          places.push(at);
          length = Math.max(length, at + bytes.length);
        },
        sync() {},
        syncSoon(done) {
          ends = done;
        },
        close() {},
      },
      newJournal,
    );
    const line = ({ sequence, first: from }: Place) => `${sequence}/${from}\n`;
    const heard: string[] = [];
    tail.add(line);
    tail.write();
    tail.syncSoon((error) => heard.push(error.message));
    tail.add(line);
    tail.write();
    // An act's own sync says that all is well; the one under way was told of the failure.
    tail.sync();
    expect(places).toEqual([0, 4]);
    ends(new Error('EIO'));
    expect(heard).toEqual(['EIO']);
    tail.write();
    expect(places).toEqual([0, 4, 0]);
    tail.sync();
    tail.add(line);
    tail.write();
    expect(places).toEqual([0, 4, 0, 8]);
  });

  it('loses the power while a long debt is paid: what was synced before is there', () => {
    const disk = memory();
    const { journal } = record(disk, first(400, drive()), {
      before: (index) => {
        disk.disk.full = index > 100;
      },
    });
    disk.disk.full = false;
    journal.close('left', 0);
    const under = disk.moments.slice(0, -1);
    const { written = 0, synced = 0 } = under.at(-1) ?? {};
    expect(written - synced).toBeGreaterThan(1_000);
    // Its first block lost and all behind it there: good lines behind bad ones, and yet no damage.
    const bytes = powerLoss(disk.bytes(), under, 512, (i, of) => (i > 0 ? of - 1 : 0));
    const found = read(bytes);
    expect(found.good).toBe(synced);
    expect(found.torn).toBeGreaterThan(500);
  });
});
