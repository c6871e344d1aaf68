import type { Speedometer } from './state.ts';

/** Shorter and a single pulse would shake the figure. */
const window = 500;
/** Without a pulse for this long the wheel stands. */
const standstill = 2_000;

/** After a wheel count: a new figure once the window is full. */
export function measured(speed: Speedometer, t: number, raw: number, metresPerCount: number): Speedometer {
  if (speed.t === null) return { kmh: null, t, raw };
  const ms = t - speed.t;
  if (ms < window) return speed;
  return { kmh: (((raw - speed.raw) * metresPerCount) / ms) * 3600, t, raw };
}

/** After time without a count. */
export function stood(speed: Speedometer, t: number): Speedometer {
  if (speed.t === null || speed.kmh === 0 || t - speed.t < standstill) return speed;
  return { kmh: 0, t, raw: speed.raw };
}
