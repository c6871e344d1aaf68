import type { Stage, Zone } from '../stage/stage.ts';
import type { SourceEvent } from './source.ts';

export interface Simulation {
  /** What the driver would like to drive, km/h. */
  readonly speedKmh: number;
  /** Samples a second. */
  readonly hz: number;
  /** What one count of this wheel is in truth, metres. */
  readonly metresPerCount: number;
}

export const defaultSimulation: Simulation = { speedKmh: 90, hz: 10, metresPerCount: 1 };

/** Firm but not racing, m/s². */
const acceleration = 2.5;
const braking = 4;
/** The driver keeps this much below a limit, km/h. */
const margin = 3;
/** The limit is reached this far before its zone, metres: a speedometer lags. */
const early = 20;
/** Samples while standing, ms. */
const standing = 1000;

/**
 * A perfect wheel driven through the stage by a driver who obeys it: brakes for speed zones, stops where the roadbook
 * says stop, waits out neutralisations. Virtual time from 0; ends at the last note. A sample falls on every note, so
 * that a crew can confirm it there.
 */
export function* simulate(stage: Stage, options: Partial<Simulation> = {}): Generator<SourceEvent> {
  const { speedKmh, hz, metresPerCount } = { ...defaultSimulation, ...options };
  const dt = 1 / hz;
  const wanted = speedKmh / 3.6;
  const slow = slowZones(stage);
  let position = 0;
  let speed = 0;
  let ms = 0;
  let neutralUntil = 0;
  let next = 0;
  const sample = (): SourceEvent => ({ type: 'wheel', t: Math.round(ms), raw: position / metresPerCount });

  yield sample();
  for (;;) {
    // At a note: the clock starts, the crew stops.
    for (; next < stage.notes.length && (stage.notes[next]?.at ?? 0) <= position; next++) {
      const note = stage.notes[next]?.note;
      const neutral = note?.waypoints.find((w) => w.type === 'DN')?.seconds;
      if (neutral) neutralUntil = ms + neutral * 1000;
      const leaves = note?.waypoints.some((w) => w.type === 'FN') ?? false;
      const until = Math.max(ms + (note?.stopSeconds ?? 0) * 1000, leaves ? neutralUntil : 0);
      if (until > ms) speed = 0;
      while (ms < until) {
        ms = Math.min(until, ms + standing);
        yield { type: 'tick', t: Math.round(ms) };
      }
    }
    const stop = stage.notes[next];
    if (!stop) return;
    const target = Math.min(wanted, allowed(slow, position));
    speed =
      speed < target ? Math.min(target, speed + acceleration * dt) : Math.max(target, speed - braking * dt);
    const metres = Math.max(speed, 0.5) * dt;
    const share = Math.min(1, (stop.at - position) / metres);
    // Exactly the note's distance: a sum of steps would miss it by a rounding error.
    position = share < 1 ? stop.at : Math.min(stop.at, position + metres);
    ms += share * dt * 1000;
    yield sample();
  }
}

function slowZones(stage: Stage): Zone[] {
  return stage.zones.filter((zone) => zone.limitKmh !== null);
}

/** The speed from which the driver can still brake for every zone ahead, and that the zone here allows; m/s. */
function allowed(zones: readonly Zone[], position: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const zone of zones) {
    if (zone.to <= position || zone.limitKmh === null) continue;
    const limit = Math.max(1, zone.limitKmh - margin) / 3.6;
    const ahead = Math.max(0, zone.from - early - position);
    lowest = Math.min(lowest, Math.sqrt(limit ** 2 + 2 * (braking / 2) * ahead));
  }
  return lowest;
}
