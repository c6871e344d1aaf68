import type { LineStyle, Surface } from '../../src/model/fields.ts';

/** What the route runs on: how it is printed, and how it bends. */
export interface Ground {
  readonly surface: Surface;
  readonly line: LineStyle;
  /** How far the heading swings to either side, degrees, and over how many metres. */
  readonly swing: number;
  readonly wave: number;
  /** Between the points of the track, metres. */
  readonly step: number;
  /** Over how many metres it comes back to the general direction. */
  readonly settle: number;
}

export const grounds = {
  road: ground('tarmac', 'road', 6, 1800, 80, 2500),
  street: ground('gravel', 'main-track', 4, 400, 35, 900),
  'main track': ground('gravel', 'main-track', 10, 1100, 60, 1500),
  track: ground('track', 'track', 15, 650, 45, 900),
  'small track': ground('track', 'small-track', 20, 450, 32, 700),
  'stony track': ground('stones', 'track', 19, 420, 32, 800),
  'sandy track': ground('sandy', 'track', 17, 480, 38, 900),
  oued: ground('wadi', 'low-visibility', 24, 380, 28, 600),
  'camel grass': ground('sandy', 'off-piste', 11, 300, 34, 5000),
  sand: ground('sand', 'off-piste', 6, 900, 70, 6000),
  dunes: ground('dunes', 'off-piste', 26, 330, 26, 2500),
  chott: ground('chott', 'off-piste', 1.5, 2500, 120, 9000),
  plain: ground('off-piste', 'off-piste', 3, 1500, 90, 6000),
} as const satisfies Record<string, Ground>;

export type GroundName = keyof typeof grounds;

function ground(
  surface: Surface,
  line: LineStyle,
  swing: number,
  wave: number,
  step: number,
  settle: number,
): Ground {
  return { surface, line, swing, wave, step, settle };
}
