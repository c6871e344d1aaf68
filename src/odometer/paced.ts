import type { Clock, OdometerSource, SourceEvent } from './source.ts';

/** A frame of life; a faster screen than this nobody reads. */
const frame = 100;
/** A longer frame is a stopped process or a machine that slept: nobody drove meanwhile, ms. */
const longest = 1000;

/** Plays events at their own times against the clock, `rate` times as fast as life. The rate can be changed underway. */
export function paced(
  name: string,
  events: Iterable<SourceEvent>,
  clock: Clock,
  initialRate = 1,
): OdometerSource {
  return {
    name,
    events,
    start(emit, ended) {
      const upcoming = events[Symbol.iterator]();
      let next = upcoming.next();
      let rate = initialRate;
      let at = next.done ? 0 : next.value.t;
      let last = clock.now();
      const stop = clock.every(frame, () => {
        const now = clock.now();
        at += Math.min(now - last, longest) * rate;
        last = now;
        while (!next.done && next.value.t <= at) {
          emit(next.value);
          next = upcoming.next();
        }
        if (!next.done) return;
        stop();
        ended();
      });
      return {
        stop,
        pace: {
          rate: () => rate,
          set: (to) => {
            rate = Math.max(0, Math.min(1000, to));
          },
        },
      };
    },
  };
}
