/** A picture of pixels, row by row: red, green, blue, a byte each. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** The raster scaled to fit into `width` by `height` pixels, in its own proportions: each pixel the mean of what it covers. */
export function scaled({ width: w, height: h, rgb }: Raster, width: number, height: number): Raster {
  const scale = Math.min(width / w, height / h);
  const size = { width: Math.max(1, Math.round(w * scale)), height: Math.max(1, Math.round(h * scale)) };
  const out = new Uint8Array(size.width * size.height * 3);
  for (let y = 0; y < size.height; y++) {
    const [top, bottom] = covered(y, size.height, h);
    for (let x = 0; x < size.width; x++) {
      const [left, right] = covered(x, size.width, w);
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0;
        for (let sy = top; sy < bottom; sy++) {
          for (let sx = left; sx < right; sx++) sum += rgb[(sy * w + sx) * 3 + channel] ?? 0;
        }
        out[(y * size.width + x) * 3 + channel] = sum / ((bottom - top) * (right - left));
      }
    }
  }
  return { ...size, rgb: out };
}

/** The pixels of the source, `[from, to)`, that pixel `at` of so many covers. */
function covered(at: number, of: number, source: number): readonly [number, number] {
  const from = Math.min(source - 1, Math.floor((at * source) / of));
  return [from, Math.max(from + 1, Math.min(source, Math.floor(((at + 1) * source) / of)))];
}
