import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counter } from '../../src/odometer/counter.ts';
import { parseLine, type Sample } from '../../src/odometer/lines.ts';
import type { SourceEvent } from '../../src/odometer/source.ts';
import { streamSource } from '../../src/odometer/stream.ts';
import { handClock } from '../support/clock.ts';

describe('a line', () => {
  it.each([
    ['12345', { t: null, kind: 'counts', value: 12345 }],
    ['c 7\r', { t: null, kind: 'counts', value: 7 }],
    ['m 1234.5', { t: null, kind: 'metres', value: 1234.5 }],
    ['v 87.3', { t: null, kind: 'kmh', value: 87.3 }],
    ['@60000 c 12', { t: 60000, kind: 'counts', value: 12 }],
    ['{"t":5,"counts":9,"rssi":-40}', { t: 5, kind: 'counts', value: 9 }],
    ['{"kmh":50}', { t: null, kind: 'kmh', value: 50 }],
    ['', null],
    ['# wheel sensor 2', null],
    ['c', 'not a sample'],
    ['x 5', 'not a sample'],
    ['c 0x10', 'not a sample'],
    ['c 1e999', 'not a sample'],
    ['{"counts":"9"}', 'not a sample'],
    ['{"volts":12}', 'has none of counts, metres, kmh'],
    ['{', 'not JSON'],
    ['1'.repeat(300), 'a line of more than 200 characters'],
  ])('%s', (line, sample) => {
    expect(parseLine(line)).toEqual(sample);
  });
});

/** What a counter makes of samples a second apart: counts at the end, and what was said. */
function counted(samples: readonly Omit<Sample, 't'>[], every = 1000) {
  const take = counter({ metresPerCount: 0.5, fastestKmh: 300 });
  const heard = samples.map((sample, i) => take({ t: null, ...sample }, i * every));
  const raws = heard.flatMap(({ event }) => (event.type === 'wheel' ? [event.raw] : []));
  return { raws, notices: heard.flatMap(({ notices }) => notices), events: heard.map(({ event }) => event) };
}
const counts = (...values: number[]) => values.map((value) => ({ kind: 'counts' as const, value }));

describe('a counter', () => {
  it.each([
    ['counts from where it stood', counts(1000, 1010, 1030), [0, 10, 30], []],
    ['of 8 bits wraps', counts(240, 250, 5, 9), [0, 10, 21, 25], []],
    ['of 16 bits wraps', counts(65_500, 65_530, 20), [0, 30, 56], []],
    ['of 32 bits wraps', counts(4_294_967_290, 4), [0, 10], []],
    ['that repeats itself stands', counts(5, 5, 5, 6), [0, 1], []],
    ['that restarts is begun anew', counts(5000, 5100, 0, 40), [0, 100, 140], [/the counter fell/]],
    ['of 16 bits stands at its end', counts(65_535, 65_535, 3), [0, 4], []],
    ['that says an old line again counts on', counts(100, 110, 100, 120), [0, 10, 20], [/runs backwards/]],
    ['that runs back and on again', counts(100, 150, 120, 90, 140, 160), [0, 50, 60], [/runs backwards/]],
    ['that is reversed counts nothing', counts(500, 480, 460, 440), [0], [/runs backwards/]],
    ['that jumps is not believed', counts(0, 50, 900_000, 900_050), [0, 50, 100], [/jumped further/]],
  ])('%s', (_, samples, raws, said) => {
    const found = counted(samples);
    expect(found.raws).toEqual(raws);
    expect(found.notices).toHaveLength(said.length);
    for (const [i, pattern] of said.entries()) expect(found.notices[i]).toMatch(pattern);
  });

  it('turns metres and speed into its own counts', () => {
    const metres = [0, 10, 30].map((value) => ({ kind: 'metres' as const, value }));
    expect(counted(metres).raws).toEqual([0, 20, 60]);
    const speed = [36, 36, 72].map((value) => ({ kind: 'kmh' as const, value }));
    expect(counted(speed).raws).toEqual([0, 20, 50]);
  });

  it.each([
    ['tells the time of day: the run begins at 0', [1_760_000_000_000, 1_760_000_000_100], [0, 100]],
    ['tells its lines in another order', [5000, 5200, 5100, 5300], [0, 200, 200, 300]],
    ['is started anew: its time goes on', [5000, 65_000, 20, 120], [0, 60_000, 60_000, 60_100]],
  ])('of a sensor whose clock %s', (_, told, expected) => {
    const take = counter({ metresPerCount: 1, fastestKmh: 300 });
    const heard = told.map((t, i) => take({ t, kind: 'counts', value: i }, 7).event.t);
    expect(heard).toEqual(expected);
  });

  it('invents nothing from lines that come twice or in another order', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 40 });
    const disorder = fc.array(fc.nat(1000), { maxLength: 20 });
    fc.assert(
      fc.property(steps, disorder, (ahead, mixed) => {
        let at = 1000;
        const sent = ahead.map((step) => {
          at += step;
          return at;
        });
        const heard = [...sent];
        for (const where of mixed) {
          // An old line again, three places late at most.
          const i = where % sent.length;
          heard.splice(Math.min(heard.length, i + 3), 0, heard[i] ?? 1000);
        }
        const { raws } = counted(counts(...heard));
        expect(raws.at(-1)).toBe(Math.max(...heard) - (heard[0] ?? 0));
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });

  it('says that the sensor changed its mind about what it sends', () => {
    const { raws, notices } = counted([
      ...counts(10, 20),
      { kind: 'metres', value: 500 },
      { kind: 'metres', value: 510 },
    ]);
    expect(raws).toEqual([0, 10, 30]);
    expect(notices).toEqual(['it says metres now: counted from here on']);
  });

  it('does not invent what a silent speed sensor drove', () => {
    const take = counter({ metresPerCount: 1, fastestKmh: 300 });
    const speed = (value: number): Sample => ({ t: null, kind: 'kmh', value });
    take(speed(100), 0);
    expect(take(speed(100), 60_000)).toMatchObject({ event: { type: 'tick' }, notices: [/silent/] });
  });

  it('never falls, goes back in time or makes a figure that is none, whatever it is told', () => {
    const sample = fc.record({
      t: fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 })),
      kind: fc.constantFrom('counts' as const, 'metres' as const, 'kmh' as const),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
    });
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 60 }), (samples) => {
        const take = counter({ metresPerCount: 0.5, fastestKmh: 300 });
        let raw = 0;
        let t = 0;
        for (const [i, one] of samples.entries()) {
          const { event } = take(one, i * 10);
          expect(event.t).toBeGreaterThanOrEqual(t);
          t = event.t;
          if (event.type !== 'wheel') continue;
          expect(Number.isFinite(event.raw)).toBe(true);
          expect(event.raw).toBeGreaterThanOrEqual(raw);
          raw = event.raw;
        }
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });
});

describe('a stream of lines', () => {
  function attached({ reconnects = true } = {}) {
    const clock = handClock();
    const streams: PassThrough[] = [];
    const events: SourceEvent[] = [];
    const notices: string[] = [];
    let over = false;
    const source = streamSource({
      name: 'wheel',
      metresPerCount: 1,
      fastestKmh: 300,
      parse: parseLine,
      clock,
      reconnects,
      open: () => {
        const stream = new PassThrough();
        streams.push(stream);
        return stream;
      },
    });
    const running = source.start(
      (event) => events.push(event),
      () => {
        over = true;
      },
      (text) => notices.push(text),
    );
    /** Lets the streams deliver. */
    const settle = () => new Promise<void>((done) => setImmediate(done));
    return { clock, streams, events, notices, running, settle, over: () => over };
  }
  const raws = (events: SourceEvent[]) => events.flatMap((e) => (e.type === 'wheel' ? [e.raw] : []));

  it('is heard however its bytes are cut', async () => {
    const { streams, events, settle } = attached();
    await settle();
    for (const piece of ['10', '0\n1', '10\n', '120', '\n']) streams[0]?.write(piece);
    await settle();
    expect(raws(events)).toEqual([0, 10, 20]);
  });

  it('is said to be silent, and heard again, and nothing is counted between', async () => {
    const { clock, streams, events, notices, settle } = attached();
    await settle();
    streams[0]?.write('100\n');
    await settle();
    clock.pass(5000);
    expect(notices).toEqual(['wheel: silent']);
    streams[0]?.write('104\n');
    await settle();
    expect(notices).toEqual(['wheel: silent', 'wheel: heard again']);
    expect(raws(events)).toEqual([0, 4]);
  });

  it('is opened again by itself', async () => {
    const { clock, streams, events, notices, settle } = attached();
    await settle();
    streams[0]?.write('100\n');
    await settle();
    streams[0]?.destroy(new Error('unplugged'));
    await settle();
    expect(notices.join()).toContain('unplugged; trying again');
    clock.pass(2000);
    await settle();
    expect(streams).toHaveLength(2);
    streams[1]?.write('106\n');
    await settle();
    expect(raws(events)).toEqual([0, 6]);
  });

  it('that fails is said once, and not for each attempt', async () => {
    const { clock, streams, notices, settle } = attached();
    for (let i = 0; i < 3; i++) {
      await settle();
      streams[i]?.destroy(new Error('no route to host'));
      await settle();
      clock.pass(1500);
    }
    expect(streams.length).toBeGreaterThan(2);
    expect(notices.filter((text) => text.includes('no route'))).toEqual([
      'wheel: no route to host; trying again',
    ]);
  });

  it('counts its last line even where the line does not end', async () => {
    const { streams, events, settle } = attached({ reconnects: false });
    await settle();
    streams[0]?.end('100\n107');
    await settle();
    await settle();
    expect(raws(events)).toEqual([0, 7]);
  });

  it('that has an end ends', async () => {
    const { streams, settle, over } = attached({ reconnects: false });
    await settle();
    streams[0]?.end('100\n');
    await settle();
    await settle();
    expect(over()).toBe(true);
  });
});
