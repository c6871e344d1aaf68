import { performance } from 'node:perf_hooks';
import type { Clock } from '../odometer/source.ts';

/** The machine's own clock: one that does not go back when somebody sets it. */
export const systemClock: Clock = {
  now: () => performance.now(),
  every(ms, call) {
    const timer = setInterval(call, ms);
    return () => clearInterval(timer);
  },
};
