import type { Surface } from '../model/fields.ts';
import type { Stage, StageNote, Zone } from '../stage/stage.ts';

/** Where the simulated car truly is. */
export interface Moment {
  /** Virtual time from 0, ms. */
  readonly t: number;
  /** Metres on the Stage's axis. */
  readonly position: number;
  readonly surface: Surface | null;
  /** The note the car stands on at this moment; null between notes. */
  readonly note: number | null;
}

export interface Driving {
  /** What the driver would like to drive, km/h. */
  readonly speedKmh: number;
  /** Samples a second. */
  readonly hz: number;
  /** Where on the stage the car stands at first, metres. */
  readonly from: number;
}

const defaultDriving: Driving = { speedKmh: 90, hz: 10, from: 0 };

/** Firm but not racing, m/s². */
const acceleration = 2.5;
const braking = 4;
/** The driver keeps this much below a limit, km/h. */
const margin = 3;
/** The limit is reached this far before its zone, metres: a speedometer lags. */
const early = 20;
/** Samples while standing, ms. */
const standing = 1000;
/** Nobody creeps slower than this, m/s. */
const creep = 0.5;

/**
 * A car driven through the stage by a driver who obeys it: brakes for speed zones, stops where the roadbook says stop,
 * waits out neutralisations. Ends at the last note; a moment falls on every note, exactly.
 */
export function* car(stage: Stage, options: Partial<Driving> = {}): Generator<Moment> {
  const { speedKmh, hz, from } = { ...defaultDriving, ...options };
  const limited = stage.zones.filter((zone) => zone.limitKmh !== null);
  const dt = 1 / hz;
  let ms = 0;
  let position = from;
  let speed = 0;
  let surface: Surface | null = null;
  let neutralUntil = 0;
  yield { t: 0, position, surface, note: null };
  for (const stop of stage.notes) {
    if (stop.at < from) continue;
    while (position < stop.at) {
      const target = Math.min(speedKmh / 3.6, allowed(limited, position));
      const faster = speed + acceleration * dt;
      speed = speed < target ? Math.min(target, faster) : Math.max(target, speed - braking * dt);
      const metres = Math.max(speed, creep) * dt;
      const share = Math.min(1, (stop.at - position) / metres);
      // Exactly the note's distance: a sum of steps would miss it by a rounding error.
      position = share < 1 ? stop.at : Math.min(stop.at, position + metres);
      ms += share * dt * 1000;
      if (position < stop.at) yield { t: Math.round(ms), position, surface, note: null };
    }
    yield { t: Math.round(ms), position, surface, note: stop.index };
    surface = stop.surface;
    neutralUntil = neutralisedUntil(stop, ms) ?? neutralUntil;
    const until = Math.max(ms + (stop.note.stopSeconds ?? 0) * 1000, leaves(stop) ? neutralUntil : 0);
    if (until > ms) speed = 0;
    while (ms < until) {
      ms = Math.min(until, ms + standing);
      yield { t: Math.round(ms), position, surface, note: null };
    }
  }
}

function neutralisedUntil({ note }: StageNote, ms: number): number | null {
  const seconds = note.waypoints.find((w) => w.type === 'DN')?.seconds ?? null;
  return seconds === null ? null : ms + seconds * 1000;
}

function leaves({ note }: StageNote): boolean {
  return note.waypoints.some((w) => w.type === 'FN');
}

/** The speed from which the driver can still brake for every zone ahead, and that the zone here allows; m/s. */
function allowed(zones: readonly Zone[], position: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const zone of zones) {
    if (zone.to <= position || zone.limitKmh === null) continue;
    const limit = Math.max(1, zone.limitKmh - margin) / 3.6;
    const ahead = Math.max(0, zone.from - early - position);
    lowest = Math.min(lowest, Math.sqrt(limit ** 2 + braking * ahead));
  }
  return lowest;
}
