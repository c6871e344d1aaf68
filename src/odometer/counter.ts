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
/** A counter that falls to this or less was started anew. */
const fresh = 1;
/** A gap in speed samples longer than this is not bridged: nobody knows what the wheel did, ms. */
const longestGap = 2_000;
/** Lines in another order are late by less than this, ms. */
const unordered = 1_000;
/** The same kind of trouble is not said again within this time, ms. */
const sayAgainAfter = 10_000;

/**
 * Makes a sensor's samples what the core needs: counts that never fall, times that never go back. Nothing is invented: a
 * counter that wraps is carried on; one that runs backwards (an old line again, a car going back, a reversed sensor)
 * counts again from the furthest it has been; one that falls further (the sensor restarted), or jumps further than any car
 * drives, is begun anew at what it says. Each kind of trouble is said once in a while.
 */
export function counter(options: CounterOptions) {
  let raw = 0;
  let last: Sample | null = null;
  let lastT = 0;
  /** What the sensor's own clock is ahead of the run's: a CAN adapter tells the time of day; null until it has told one. */
  let ahead: number | null = null;
  /** How far the counter is behind the furthest it has been, in its own unit. */
  let behind = 0;
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
    const [countsPerUnit, metresPerUnit] =
      sample.kind === 'metres' ? [1 / options.metresPerCount, 1] : [1, options.metresPerCount];
    if (last?.kind !== sample.kind) {
      behind = 0;
      const text = `it says ${sample.kind} now: counted from here on`;
      return { counts: 0, notices: last === null ? [] : trouble(t, text) };
    }
    const second = options.fastestKmh / 3.6 / metresPerUnit;
    const units = turned(last.value, sample.value, second * Math.max(ms / 1000, 1), second);
    if (units === null) {
      behind = 0;
      const text =
        sample.value < last.value
          ? 'the counter fell: it is counted from its new figure on'
          : 'the counter jumped further than a car drives: the jump is not counted';
      return { counts: 0, notices: trouble(t, text) };
    }
    const onward = Math.max(0, units - behind);
    behind = Math.max(0, behind - units);
    const text = 'the counter runs backwards: that is not counted (press r if the car does)';
    return { counts: onward * countsPerUnit, notices: units < 0 ? trouble(t, text) : [] };
  };

  /** Takes a sample that was heard at `heard` ms. */
  return (sample: Sample, heard: number): Heard => {
    ahead ??= sample.t === null ? null : sample.t - lastT;
    const told = sample.t === null ? heard : sample.t - (ahead ?? 0);
    const t = Math.max(lastT, told);
    const late = sample.t !== null && told < lastT ? trouble(t, 'the sensor’s clock went back') : [];
    // Started anew, or set: it is followed from here on.
    if (sample.t !== null && told < lastT - unordered) ahead = sample.t - lastT;
    const { counts, notices } = advance(sample, t);
    const first = last === null;
    last = sample;
    lastT = t;
    raw += counts;
    const event: SourceEvent = first || counts > 0 ? { type: 'wheel', t, raw } : { type: 'tick', t };
    return { event, notices: [...late, ...notices] };
  };
}

/**
 * How far a counter turned, over the end of its width if that is what happened, below 0 if it ran backwards: at most `most`
 * onwards and `back` backwards. Null where it cannot have come there by turning.
 */
function turned(before: number, now: number, most: number, back: number): number | null {
  const straight = now - before;
  if (straight >= 0) return straight <= most ? straight : null;
  for (const width of widths) {
    const wrapped = straight + width;
    const nearEnds = before < width && before >= width * (1 - wrapShare) && now < width * wrapShare;
    if (nearEnds && wrapped <= most) return wrapped;
  }
  return now > fresh && -straight <= back ? straight : null;
}
