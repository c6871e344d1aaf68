import type { Stage } from '../stage/stage.ts';
import { astray } from './astray.ts';
import { car, type Driving } from './car.ts';
import type { SourceEvent } from './source.ts';
import { slippingWheel, type Wheel } from './wheel.ts';

export interface Simulation extends Driving {
  /** Nominal scale of the wheel, metres a count; it is a perfect wheel unless `wheel` says otherwise. */
  readonly metresPerCount: number;
  readonly wheel: Wheel;
}

/** What the wheel of a simulated car says: virtual time and counts from 0, and a sample on every note. */
export function* simulate(stage: Stage, options: Partial<Simulation> = {}): Generator<SourceEvent> {
  const { metresPerCount = 1, wheel, from = 0 } = options;
  let before: number | null = null;
  let turned = 0;
  for (const { t, position, surface } of car(stage, options)) {
    if (position === before) {
      yield { type: 'tick', t };
      continue;
    }
    if (wheel) turned += wheel(position - (before ?? from), surface);
    before = position;
    // Without slip the count is the position itself, so that no rounding adds up on the way.
    yield { type: 'wheel', t, raw: wheel ? turned : (position - from) / metresPerCount };
  }
}

/**
 * A drive as it is in life, the same for the same seed: the wheel is up to 2 % wrong and slips with the ground, the car
 * takes wrong turns and comes back, the crew stops to look. `say` hears the driver. `crewed`: somebody with eyes sits beside
 * the driver, confirms each note where it stands, is lost when the driver turns round, and returns to the last sure note.
 */
export function* simulateLife(
  stage: Stage,
  seed: number,
  options: Partial<Omit<Simulation, 'wheel'>> & { readonly crewed?: boolean },
  say: (text: string) => void,
): Generator<SourceEvent> {
  const { metresPerCount = 1, crewed = false } = options;
  const wheel = slippingWheel(seed, metresPerCount * (1 + ((seed * 0.618_034) % 1) * 0.04 - 0.02));
  let before: number | null = null;
  let turned = 0;
  for (const { t, run, surface, note, said } of astray(car(stage, options), seed, say)) {
    if (run === before) {
      yield { type: 'tick', t };
    } else {
      turned += wheel(run - (before ?? 0), surface);
      before = run;
      yield { type: 'wheel', t, raw: turned };
    }
    if (!crewed) continue;
    if (note !== null) yield { type: 'confirm', t, note, sure: true };
    if (said === 'turning') yield { type: 'lost', t, on: true };
    if (said === 'back') yield { type: 'return', t };
  }
}
