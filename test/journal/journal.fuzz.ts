/** The whole of what journal.test.ts does in part: some minutes. `npm run fuzz -- test/journal` */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJournal } from '../../src/journal/read.ts';
import type { Event } from '../../src/nav/event.ts';
import { drive, fault, memory, powerLoss, record } from '../support/journals.ts';

const hours = 3_600_000;

/** A journal of 1,000 records in as many lines. */
function thousand() {
  const { file, writes, bytes } = memory();
  const events = drive();
  function* until(): Generator<Event> {
    while (bytes().toString().split('\n').length <= 1_000) yield events.next().value;
  }
  record(file, until());
  const whole = bytes();
  const ends = [...whole.entries()].flatMap(([i, byte]) => (byte === 0x0a ? [i + 1] : []));
  return { writes, whole, ends };
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
    const { writes, whole } = thousand();
    let dropped = 0;
    for (let i = 0; i < whole.length; i++) {
      for (let bit = 0; bit < 8; bit++) {
        whole[i] = (whole[i] ?? 0) ^ (1 << bit);
        const wrong = fault(writes, whole, i);
        if (wrong !== null) throw new Error(wrong);
        if (readJournal(whole).ok) dropped += 1;
        whole[i] = (whole[i] ?? 0) ^ (1 << bit);
      }
    }
    console.log(`${whole.length * 8} flips: ${dropped} dropped the last write, the rest were refused`);
  },
  hours,
);

it(
  '100,000 states of lost power: everything synced is there, nothing else is believed',
  () => {
    const { file, disk, writes } = memory();
    // Now and then the disk fails for a while, so that some writes are long.
    const events = drive();
    function* some(): Generator<Event> {
      for (let i = 0; i < 1_500; i++) yield events.next().value;
    }
    record(file, some(), {
      before: (index) => {
        disk.full = index % 97 > 60;
      },
    });
    const lengths = writes.map((text) => Buffer.byteLength(text));
    const state = fc.tuple(
      fc.integer({ min: 2, max: writes.length }),
      fc.constantFrom(16, 64, 512, 4096),
      fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }),
      fc.nat(500),
    );
    fc.assert(
      fc.property(state, ([begun, block, there, length]) => {
        const bytes = powerLoss(writes.slice(0, begun), block, (i) => there[i % 64] ?? false, length);
        const found = readJournal(bytes);
        const synced = lengths.slice(0, begun - 1).reduce((sum, one) => sum + one, 0);
        const whole = Buffer.from(writes.slice(0, begun).join(''));
        return (
          found.ok &&
          found.good >= synced &&
          bytes.subarray(0, found.good).equals(whole.subarray(0, found.good))
        );
      }),
      { seed: 20_261_122, numRuns: 100_000 },
    );
  },
  hours,
);
