import type { LineStyle } from '../model/fields.ts';

/** How broad a line is, and what is drawn and left out of it by turns: a drawn length of 0 is a dot. */
export interface Pen {
  readonly width: number;
  readonly dash: readonly number[];
}

/** A road as two edges: `outer` in ink, `inner` wiped with paper, so that edges open where roads meet; `middle` in ink. */
export interface Edges {
  readonly outer: number;
  readonly inner: number;
  readonly middle: number;
}

const pen = (width: number, dash: readonly number[] = []): Pen => ({ width, dash });

/**
 * What the driven line is drawn with: always bold, on tarmac between the road's edges. Long dashes can hardly be seen on
 * the ground, dots are no track at all. Widths are in the tulip's unit (entry to junction = 1).
 */
export const drivenPen: Readonly<Record<LineStyle, Pen>> = {
  'dual-carriageway': pen(0.1),
  road: pen(0.1),
  'main-track': pen(0.13),
  track: pen(0.1),
  'small-track': pen(0.07),
  'low-visibility': pen(0.1, [0.17, 0.1]),
  'off-piste': pen(0.1, [0, 0.17]),
};

/** What a road not taken is drawn with, by its width; tarmac has edges instead. */
export const otherPen: Readonly<Record<LineStyle, Pen | null>> = {
  'dual-carriageway': null,
  road: null,
  'main-track': pen(0.075),
  track: pen(0.05),
  'small-track': pen(0.025),
  'low-visibility': pen(0.05, [0.14, 0.08]),
  'off-piste': pen(0.06, [0, 0.13]),
};

/** The edges of tarmac, driven or not. */
export function edgesOf(line: LineStyle): Edges | null {
  if (line === 'dual-carriageway') return { outer: 0.36, inner: 0.29, middle: 0.03 };
  return line === 'road' ? { outer: 0.24, inner: 0.18, middle: 0 } : null;
}
