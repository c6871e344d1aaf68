/**
 * A part of a pictogram, in a box of 24 × 24, y down. A path has the commands M, L, Q, C and Z with absolute
 * coordinates, as in SVG. `line` is stroked, `fill` is filled, `shape` is outlined over paper, so that it hides what
 * lies behind it.
 */
export type Shape = DrawnShape | TextShape;

export interface DrawnShape {
  readonly kind: 'line' | 'fill' | 'shape';
  readonly d: string;
}

interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  readonly at: readonly [x: number, y: number];
  readonly size: number;
}

export type Pictogram = readonly Shape[];

export const line = (d: string): Shape => ({ kind: 'line', d });
export const fill = (d: string): Shape => ({ kind: 'fill', d });
export const shape = (d: string): Shape => ({ kind: 'shape', d });
export const text = (text: string, size: number, at: readonly [number, number] = [12, 12]): Shape => ({
  kind: 'text',
  text,
  at,
  size,
});

/** The path of a circle: four Bézier arcs (the usual 0.5523, off by 0.03 % of the radius). */
export function ring(x: number, y: number, r: number): string {
  const k = Math.round(r * 552.3) / 1000;
  return (
    `M${x - r} ${y}C${x - r} ${y - k} ${x - k} ${y - r} ${x} ${y - r}C${x + k} ${y - r} ${x + r} ${y - k} ${x + r} ${y}` +
    `C${x + r} ${y + k} ${x + k} ${y + r} ${x} ${y + r}C${x - k} ${y + r} ${x - r} ${y + k} ${x - r} ${y}Z`
  );
}
