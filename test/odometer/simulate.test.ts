import { describe, expect, it } from 'vitest';
import { astray } from '../../src/odometer/astray.ts';
import { car } from '../../src/odometer/car.ts';
import { paced } from '../../src/odometer/paced.ts';
import { wheelOf } from '../../src/odometer/recorded.ts';
import { simulate, simulateLife } from '../../src/odometer/simulate.ts';
import type { SourceEvent } from '../../src/odometer/source.ts';
import { handClock } from '../support/clock.ts';
import { stageOf } from '../support/drive.ts';

const stage = stageOf([
  { distance: 0 },
  { distance: 1230, stopSeconds: 3 },
  { distance: 2000, waypoints: [{ type: 'DZ' }], limitKmh: 30 },
  { distance: 2500, waypoints: [{ type: 'FZ' }, { type: 'DN', seconds: 60 }] },
  { distance: 2510, waypoints: [{ type: 'FN' }] },
  { distance: 4000 },
]);

function wheel(events: Iterable<SourceEvent>) {
  return [...events].flatMap((e) => (e.type === 'wheel' ? [e] : []));
}

describe('the simulated wheel', () => {
  const samples = wheel(simulate(stage, { speedKmh: 100 }));

  it('never falls, in time or count, and ends at the last note to the bit', () => {
    for (const [i, sample] of samples.entries()) {
      const before = samples[i - 1] ?? sample;
      expect(sample.t).toBeGreaterThanOrEqual(before.t);
      expect(sample.raw).toBeGreaterThanOrEqual(before.raw);
    }
    expect(samples.at(-1)?.raw).toBe(4000);
  });

  it('has a sample exactly on every note', () => {
    for (const { at } of stage.notes) expect(samples.map((s) => s.raw)).toContain(at);
  });

  it('is under the limit at the start of a zone and all through it', () => {
    for (const [i, sample] of samples.entries()) {
      const next = samples[i + 1];
      if (!next || sample.raw < 2000 || next.raw > 2500 || next.t === sample.t) continue;
      expect(((next.raw - sample.raw) / (next.t - sample.t)) * 3600).toBeLessThan(31);
    }
  });

  it('stops where the roadbook says stop and waits a neutralisation out', () => {
    const standing = (at: number) => {
      const here = samples.findIndex((s) => s.raw === at);
      return (samples[here + 1]?.t ?? 0) - (samples[here]?.t ?? 0);
    };
    expect(standing(1230)).toBeGreaterThanOrEqual(3000);
    expect(standing(2510)).toBeGreaterThan(50_000);
    expect(standing(2000)).toBeLessThan(200);
  });

  it('counts in its own counts', () => {
    const counts = wheel(simulate(stage, { metresPerCount: 0.5 }));
    expect(counts.at(-1)?.raw).toBe(8000);
  });
});

describe('paced playing', () => {
  const events: SourceEvent[] = Array.from({ length: 11 }, (_, i) => ({
    type: 'wheel',
    t: i * 1000,
    raw: i,
  }));
  const play = (rate: number) => {
    const clock = handClock();
    const heard: number[] = [];
    let over = false;
    const running = paced('test', events, clock, rate).start(
      (e) => e.type === 'wheel' && heard.push(e.raw),
      () => {
        over = true;
      },
    );
    return { clock, heard, running, over: () => over };
  };

  it('keeps to the clock', () => {
    const { clock, heard, over } = play(1);
    clock.pass(2950);
    expect(heard).toEqual([0, 1, 2]);
    clock.pass(8000);
    expect(heard).toHaveLength(11);
    expect(over()).toBe(true);
  });

  it('runs faster, pauses and goes on', () => {
    const { clock, heard, running } = play(4);
    clock.pass(1000);
    expect(heard).toHaveLength(5);
    running.pace?.set(0);
    clock.pass(60_000);
    expect(heard).toHaveLength(5);
    running.pace?.set(1);
    clock.pass(1000);
    expect(heard).toHaveLength(6);
  });

  it('does not drive on while the process is stopped', () => {
    const { clock, heard } = play(1);
    clock.pass(2000);
    clock.sleep(60_000);
    clock.pass(2000);
    expect(heard).toEqual([0, 1, 2, 3, 4]);
  });

  it('says nothing more once stopped', () => {
    const { clock, heard, running } = play(1);
    clock.pass(1000);
    running.stop();
    clock.pass(60_000);
    expect(heard).toHaveLength(2);
  });
});

describe('a drive as in life', () => {
  const long = stageOf(Array.from({ length: 200 }, (_, i) => ({ distance: i * 400 })));

  it('is the same for the same seed, and another for another', () => {
    const drive = (seed: number) => JSON.stringify([...simulateLife(long, seed, {}, () => {})]);
    expect(drive(7)).toBe(drive(7));
    expect(drive(7)).not.toBe(drive(8));
  });

  it('goes wrong and comes back, stops, says so, and still comes to the end', () => {
    const said: string[] = [];
    const moments = [...astray(car(long), 7, (text) => said.push(text))];
    const back = moments.filter((moment, i) => {
      const before = moments[i - 1] ?? moment;
      return moment.t < before.t || moment.run < before.run || moment.position < before.position;
    });
    expect(back).toEqual([]);
    const last = moments.at(-1);
    const wrong = said.filter((text) => text.includes('not the way')).length;
    expect(last?.position).toBe(long.length);
    expect(wrong).toBeGreaterThan(0);
    expect((last?.run ?? 0) - long.length).toBeGreaterThan(wrong * 300 - 1);
    expect(said).toContain('the driver: stopping to look');
    expect(said.filter((text) => text.includes('back where')).length).toBe(wrong);
  });
});

describe('a recorded track as wheel counts', () => {
  const fix = (latitude: number, seconds: number | null) => ({
    place: { latitude, longitude: 0 },
    t: seconds === null ? null : seconds * 1000,
  });

  it('counts metres of road, not the wandering of a receiver that stands, and nothing between segments', () => {
    const events = [
      ...wheelOf(
        [
          [fix(30, 100), fix(30.001, 104), fix(30.001_01, 105), fix(30.001, 106), fix(30.002, 110)],
          [fix(30.5, 200), fix(30.501, 204)],
        ],
        { metresPerCount: 0.5, speedKmh: 60 },
      ),
    ];
    expect(events.map(({ type, t }) => [type, t])).toEqual([
      ['wheel', 0],
      ['wheel', 4000],
      ['tick', 5000],
      ['tick', 6000],
      ['wheel', 10_000],
      ['wheel', 100_000],
      ['wheel', 104_000],
    ]);
    // A thousandth of a degree of latitude at 30° is 110.85 m.
    expect(wheel(events).at(-1)?.raw).toBeCloseTo((3 * 110.85) / 0.5, 0);
  });

  it('drives one without times at the given speed', () => {
    const events = [...wheelOf([[fix(30, null), fix(30.01, null)]], { metresPerCount: 1, speedKmh: 36 })];
    expect(events.at(-1)?.t).toBeCloseTo(110_850, -2);
  });
});
