import type { Surface } from '../model/fields.ts';
import { randomFrom } from './random.ts';

/** Turns road into counts; called with metres of road in order. */
export type Wheel = (metres: number, surface: Surface | null) => number;

/**
 * The most that a driven wheel slips on each ground, relative: it turns further than the car goes. Loose sand makes
 * wheels spin several per cent, firm ground well under one (M. G. Bekker, Theory of Land Locomotion, 1956, gives the
 * order; no table exists for rally cars).
 */
const mostSlip: Record<Surface, number> = {
  tarmac: 0.005,
  gravel: 0.012,
  track: 0.015,
  chott: 0.012,
  stones: 0.02,
  'off-piste': 0.03,
  sandy: 0.03,
  wadi: 0.035,
  sand: 0.045,
  dunes: 0.06,
};

/** A wheel that slips as the ground has it: a new amount, up to the most, every 200 to 800 m. `scale` is true metres a count. */
export function slippingWheel(seed: number, scale: number): Wheel {
  const random = randomFrom(seed);
  let slip = 0;
  let left = 0;
  return (metres, surface) => {
    if (left <= 0) {
      slip = random() * (surface === null ? mostSlip.track : mostSlip[surface]);
      left = 200 + 600 * random();
    }
    left -= metres;
    return (metres * (1 + slip)) / scale;
  };
}
