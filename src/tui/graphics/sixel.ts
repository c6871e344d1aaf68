import type { Raster } from './raster.ts';

/** Levels of each channel: 216 colours, which every sixel terminal has. */
const levels = 6;

/** A raster as sixels (DEC STD 070, 1990): six rows of pixels a band, a colour after the other. */
export function sixels({ width, height, rgb }: Raster): string {
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const [r, g, b] = [0, 1, 2].map((c) => Math.round(((rgb[i * 3 + c] ?? 0) / 255) * (levels - 1)));
    pixels[i] = ((r ?? 0) * levels + (g ?? 0)) * levels + (b ?? 0);
  }
  const used = [...new Set(pixels)].sort((a, b) => a - b);
  const names = used.map((colour) => `#${colour};2;${percentages(colour)}`).join('');
  let bands = '';
  for (let top = 0; top < height; top += 6) {
    const lines = used.flatMap((colour) => {
      const line = band(pixels, width, height, top, colour);
      return line === null ? [] : [`#${colour}${line}`];
    });
    bands += `${lines.join('$')}-`;
  }
  return `\x1bP0;1q"1;1;${width};${height}${names}${bands}\x1b\\`;
}

function percentages(colour: number): string {
  const channels = [
    Math.floor(colour / levels / levels),
    Math.floor(colour / levels) % levels,
    colour % levels,
  ];
  return channels.map((level) => Math.round((level * 100) / (levels - 1))).join(';');
}

/** One colour of one band, runs counted; null where it does not occur. */
function band(pixels: Uint8Array, width: number, height: number, top: number, colour: number): string | null {
  let out = '';
  let run = 0;
  let before = -1;
  let any = false;
  const flush = () => {
    const character = String.fromCharCode(63 + before);
    if (run > 0) out += run > 3 ? `!${run}${character}` : character.repeat(run);
  };
  for (let x = 0; x < width; x++) {
    let bits = 0;
    for (let y = 0; y < 6 && top + y < height; y++) {
      if (pixels[(top + y) * width + x] === colour) bits |= 1 << y;
    }
    any ||= bits > 0;
    if (bits !== before) {
      flush();
      [before, run] = [bits, 0];
    }
    run++;
  }
  flush();
  return any ? out : null;
}
