import type { Clock } from '../../src/odometer/source.ts';

/** A clock that goes only when told to. */
export function handClock(): Clock & { pass(ms: number): void; sleep(ms: number): void } {
  let now = 0;
  const calls = new Map<() => void, { ms: number; due: number }>();
  return {
    now: () => now,
    every(ms, call) {
      calls.set(call, { ms, due: now + ms });
      return () => void calls.delete(call);
    },
    /** Time goes by and nobody is called, as in a stopped process. */
    sleep(ms) {
      now += ms;
    },
    pass(ms) {
      for (const end = now + ms; now < end; ) {
        now += 1;
        for (const [call, when] of calls) {
          if (when.due > now) continue;
          when.due = now + when.ms;
          call();
        }
      }
    },
  };
}
