/** The whole of what journal.test.ts does in part: some minutes. `npm run fuzz -- test/journal` */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import type { Event } from '../../src/nav/event.ts';
import { drive, fault, memory, powerLoss, record } from '../support/journals.ts';

const hours = 3_600_000;

/** A journal of 1,000 records in as many lines. */
function thousand() {
  const disk = memory();
  const events = drive();
  function* until(): Generator<Event> {
    while (disk.bytes().toString().split('\n').length <= 1_000) yield events.next().value;
  }
  record(disk, until());
  const whole = disk.bytes();
  const ends = [...whole.entries()].flatMap(([i, byte]) => (byte === 0x0a ? [i + 1] : []));
  return { acknowledged: disk.acknowledged(), whole, ends };
}

it(
  'every truncation of 1,000 records: every whole line is kept, the torn one is dropped',
  () => {
    const { whole, ends } = thousand();
    expect(ends).toHaveLength(1_000);
    let good = 0;
    for (let cut = 0; cut <= whole.length; cut++) {
      if (cut === ends[good]) good += 1;
      const found = readJournal(whole.subarray(0, cut));
      const end = ends[good - 1] ?? 0;
      if (found.ok ? found.good !== end || found.torn !== cut - end : good > 0)
        throw new Error(`cut at ${cut}`);
    }
    console.log(`${whole.length + 1} truncations of ${ends.length} records`);
  },
  hours,
);

it(
  'every single-bit flip of 1,000 records: refused, or what was written last is dropped and said',
  () => {
    const { acknowledged, whole } = thousand();
    const damaged = Buffer.from(whole);
    let dropped = 0;
    for (let i = 0; i < whole.length; i++) {
      for (let bit = 0; bit < 8; bit++) {
        damaged[i] = (whole[i] ?? 0) ^ (1 << bit);
        const found = readJournal(damaged);
        const wrong = fault(whole, acknowledged, damaged, i, found);
        if (wrong !== null) throw new Error(wrong);
        if (found.ok) dropped += 1;
      }
      damaged[i] = whole[i] ?? 0;
    }
    console.log(`${whole.length * 8} flips: ${dropped} dropped the last write, the rest were refused`);
  },
  hours,
);

it(
  '100,000 states of lost power: everything synced is there, nothing else is believed',
  () => {
    const file = memory();
    const { disk, moments } = file;
    // Now and then the disk fails for a while, so that some writes are long, and some come again.
    const events = drive();
    function* some(): Generator<Event> {
      for (let i = 0; i < 1_500; i++) yield events.next().value;
    }
    record(file, some(), {
      before: (index) => {
        disk.full = index % 97 > 60;
        disk.deaf = index % 131 > 100;
      },
    });
    const whole = file.bytes();
    const state = fc.tuple(
      fc.integer({ min: 2, max: moments.length }),
      fc.constantFrom(16, 64, 512, 4096),
      fc.array(fc.nat(1000), { minLength: 64, maxLength: 64 }),
    );
    fc.assert(
      fc.property(state, ([moment, block, picks]) => {
        const until = moments.slice(0, moment);
        const bytes = powerLoss(whole, until, block, (i, of) => (picks[i % 64] ?? 0) % of);
        const found = readJournal(bytes);
        return (
          found.ok &&
          found.good >= (until.at(-1)?.synced ?? 0) &&
          bytes.subarray(0, found.good).equals(whole.subarray(0, found.good))
        );
      }),
      { seed: 20_261_122, numRuns: 100_000 },
    );
  },
  hours,
);
