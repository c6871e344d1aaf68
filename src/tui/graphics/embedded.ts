import { readPng } from './png-read.ts';
import type { Raster } from './raster.ts';

/** So many pictures are kept decoded: those on the screen and their neighbours. */
const kept = 12;
const decoded = new Map<string, Raster | null>();

/** A picture of the file, if it is a PNG that can be read; null for SVG and for what is damaged or too large. */
export function embedded(picture: string): Raster | null {
  const known = decoded.get(picture);
  if (known !== undefined) return known;
  const [, data] = /^data:image\/png;base64,([A-Za-z0-9+/=_\s-]*)$/.exec(picture) ?? [];
  const raster = data === undefined ? null : readPng(Buffer.from(data, 'base64'));
  const oldest = decoded.keys().next();
  if (decoded.size >= kept && !oldest.done) decoded.delete(oldest.value);
  decoded.set(picture, raster);
  return raster;
}
