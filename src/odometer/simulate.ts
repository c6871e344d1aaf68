import type { Stage } from '../stage/stage.ts';
import { car, type Driving } from './car.ts';
import type { SourceEvent } from './source.ts';
import type { Wheel } from './wheel.ts';

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
