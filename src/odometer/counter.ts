import type { Sample } from './lines.ts';
import type { SourceEvent } from './source.ts';

/** What a sample amounts to: the events for the core, and what the crew must know of the sensor. */
export interface Heard {
  readonly event: SourceEvent;
  readonly notices: readonly string[];
}

export interface CounterOptions {
  /** What the core takes one count for, metres: metres and speeds become counts by it. */
  readonly metresPerCount: number;
  /** Faster than this is no car but a broken reading, km/h. */
  readonly fastestKmh: number;
}

/** Counters of 8, 16 and 32 bits begin again at 0. */
const widths = [2 ** 8, 2 ** 16, 2 ** 32];
/** A counter that was this near its end and is now this near its beginning has wrapped. */
const wrapShare = 0.1;
/** A gap in speed samples longer than this is not bridged: nobody knows what the wheel did, ms. */
const longestGap = 2_000;
/** The same kind of trouble is not said again within this time, ms. */
const sayAgainAfter = 10_000;

/**
 * Makes a sensor's samples what the core needs: counts that never fall, times that never go back. A counter that wraps
 * is carried on; one that falls for another reason (the sensor restarted), or jumps further than any car drives, is
 * begun anew at what it says and the metres are not invented. Each kind of trouble is said once in a while.
 */
export function counter(options: CounterOptions) {
  let raw = 0;
  let last: Sample | null = null;
  let lastT = 0;
  const saidAt = new Map<string, number>();

  const trouble = (t: number, text: string): string[] => {
    const before = saidAt.get(text);
    if (before !== undefined && t - before < sayAgainAfter) return [];
    saidAt.set(text, t);
    return [text];
  };

  /** Metres since the last sample by speed; null where that cannot be known. */
  const bySpeed = (sample: Sample, ms: number): number | null =>
    last?.kind === 'kmh' && ms <= longestGap ? ((last.value + sample.value) / 2 / 3600) * ms : null;

  const advance = (sample: Sample, t: number): { counts: number; notices: string[] } => {
    const ms = t - lastT;
    if (sample.kind === 'kmh') {
      if (sample.value < 0)
        return { counts: 0, notices: trouble(t, 'the speed is below zero: the sensor is reversed') };
      const metres = bySpeed(sample, ms);
      const gap =
        last?.kind === 'kmh' && metres === null
          ? trouble(t, 'the speed was silent: that distance is not known')
          : [];
      return { counts: (metres ?? 0) / options.metresPerCount, notices: gap };
    }
    const perUnit = sample.kind === 'metres' ? 1 / options.metresPerCount : 1;
    if (last?.kind !== sample.kind) return { counts: 0, notices: [] };
    const turned = unwrapped(last.value, sample.value);
    if (turned === null) {
      return { counts: 0, notices: trouble(t, 'the counter fell: it is counted from its new figure on') };
    }
    const counts = turned * perUnit;
    const most = (options.fastestKmh / 3600) * Math.max(ms, 1000);
    if (counts * options.metresPerCount > most) {
      return {
        counts: 0,
        notices: trouble(t, 'the counter jumped further than a car drives: the jump is not counted'),
      };
    }
    return { counts, notices: [] };
  };

  /** Takes a sample that was heard at `heard` ms. */
  return (sample: Sample, heard: number): Heard => {
    const t = Math.max(lastT, sample.t ?? heard);
    const late = sample.t !== null && sample.t < lastT ? trouble(t, 'the sensor’s clock went back') : [];
    const { counts, notices } = advance(sample, t);
    const first = last === null;
    last = sample;
    lastT = t;
    raw += counts;
    const event: SourceEvent = first || counts > 0 ? { type: 'wheel', t, raw } : { type: 'tick', t };
    return { event, notices: [...late, ...notices] };
  };
}

/** How far a counter went on from `before` to `now`, over the end of its width if that is what happened; null if it fell. */
function unwrapped(before: number, now: number): number | null {
  if (now >= before) return now - before;
  for (const width of widths) {
    if (before < width && before >= width * (1 - wrapShare) && now < width * wrapShare)
      return width - before + now;
  }
  return null;
}
