import { type Line, type Size, span } from '../frame.ts';
import { dotted } from '../graphics/dotted.ts';
import { embedded } from '../graphics/embedded.ts';
import type { Raster } from '../graphics/raster.ts';
import type { Look } from '../look.ts';

/** A picture of the file in characters; null where it cannot be read, as SVG. */
export function pictured(picture: string, size: Size, look: Look): readonly Line[] | null {
  const raster = embedded(picture);
  if (raster === null) return null;
  const key = `${size.width}x${size.height} ${look.name}`;
  const known = copies.get(raster) ?? new Map<string, readonly Line[]>();
  copies.set(raster, known);
  const before = known.get(key);
  if (before) return before;
  const lines = dotted(raster, size, look.ascii).map((row): Line => [span(row, look.theme.strong)]);
  known.set(key, lines);
  return lines;
}

const copies = new WeakMap<Raster, Map<string, readonly Line[]>>();
