import { brailleBits } from '../../tulip/cell.ts';
import type { Size } from '../frame.ts';
import { type Raster, scaled } from './raster.ts';

/** How dark a dot's share of the picture must be: thin lines must not get lost. */
const dark = 50;

/** Shades of one cell, where there are only these. */
const shades = ' .:+*#';

/** A picture in characters, as large as it goes: rows of text. */
export function dotted(raster: Raster, { width, height }: Size, ascii: boolean): string[] {
  const [across, down] = ascii ? [1, 2] : [2, 4];
  const small = scaled(raster, width * across, height * down);
  const left = Math.floor((width * across - small.width) / 2);
  const darkness = (x: number, y: number): number => {
    if (x < left || x >= left + small.width || y >= small.height) return 0;
    const at = (y * small.width + x - left) * 3;
    return 255 - Math.min(small.rgb[at] ?? 255, small.rgb[at + 1] ?? 255, small.rgb[at + 2] ?? 255);
  };
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      if (ascii) {
        const shade = Math.max(darkness(column, row * 2), darkness(column, row * 2 + 1)) / 256;
        return shades[Math.floor(shade * shades.length)] ?? ' ';
      }
      const lit = brailleBits.reduce(
        (sum, [x, y], bit) => sum | (darkness(column * 2 + x, row * 4 + y) > dark ? 1 << bit : 0),
        0,
      );
      return lit === 0 ? ' ' : String.fromCodePoint(0x2800 + lit);
    })
      .join('')
      .trimEnd(),
  );
}
