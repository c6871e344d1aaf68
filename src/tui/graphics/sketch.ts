import type { Tulip } from '../../model/tulip.ts';
import { type Dots, newDots, type Role, roles } from '../../tulip/dots.ts';
import { tulipDots } from '../../tulip/raster.ts';
import type { Size } from '../frame.ts';
import type { Picture } from '../picture.ts';
import type { ThemeName } from '../theme.ts';
import { embedded } from './embedded.ts';
import { type Raster, scaled } from './raster.ts';

/** A picture to be shown, made only when it has to be sent. */
export interface Sketch {
  /** Tells pictures apart. */
  readonly key: string;
  readonly make: () => Raster;
}

type Rgb = readonly [number, number, number];
interface Inks {
  readonly ground: Rgb;
  readonly inks: Readonly<Record<Role, Rgb>>;
}

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];
const onDark: Inks = {
  ground: black,
  inks: { road: [140, 140, 140], symbol: [175, 215, 175], danger: [255, 95, 95], route: [228, 228, 228] },
};
const inks: Readonly<Record<ThemeName, Inks>> = {
  night: onDark,
  plain: onDark,
  contrast: { ground: black, inks: { road: white, symbol: white, danger: [255, 255, 0], route: white } },
  day: {
    ground: white,
    inks: { road: [90, 90, 90], symbol: [0, 95, 95], danger: [175, 0, 0], route: black },
  },
};

/** Dots of a tulip's side: finer than braille, coarse enough for its line widths. */
const fineness = 110;

/** What a terminal that shows pictures is sent for a note in a part of the screen; null where characters do better. */
export function sketchOf({ stage, view, ui, graphics }: Picture, place: number, size: Size): Sketch | null {
  const stop = stage.notes[view.hand + place];
  if (!stop || !graphics?.protocol || size.height < 3) return null;
  const [width, height] = [size.width * graphics.cell.width, size.height * graphics.cell.height];
  const key = `${stop.index} ${width}x${height} ${ui.theme}`;
  const { tulip, pictures } = stop.note;
  if (tulip) {
    const coarse = Math.max(1, Math.min(width, height) / fineness);
    const [columns, rows] = [Math.round(width / coarse), Math.round(height / coarse)];
    if (!hasDots(tulip, columns, rows)) return null;
    const dots = () => tulipDots(tulip, columns, rows) ?? newDots(columns, rows, 1);
    return { key, make: () => enlarged(coloured(dots(), inks[ui.theme]), width, height) };
  }
  const raster = pictures.tulip === null ? null : embedded(pictures.tulip);
  if (raster === null) return null;
  const isDark = inks[ui.theme].ground === black;
  return {
    key,
    make: () => centred(isDark ? inverted(raster) : raster, width, height, inks[ui.theme].ground),
  };
}

/** Whether dots show it: found out once for a size, as every frame asks; what they are is forgotten, as it is sent once. */
function hasDots(tulip: Tulip, columns: number, rows: number): boolean {
  const known = shownAs.get(tulip) ?? new Map<string, boolean>();
  shownAs.set(tulip, known);
  const size = `${columns}x${rows}`;
  const before = known.get(size);
  if (before !== undefined) return before;
  const has = tulipDots(tulip, columns, rows) !== null;
  known.set(size, has);
  return has;
}

const shownAs = new WeakMap<Tulip, Map<string, boolean>>();

function coloured({ width, height, ink }: Dots, colours: Inks): Raster {
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < ink.length; i++) {
    const role = roles[(ink[i] ?? 0) - 1];
    rgb.set(role === undefined ? colours.ground : colours.inks[role], i * 3);
  }
  return { width, height, rgb };
}

function enlarged({ width: w, height: h, rgb }: Raster, width: number, height: number): Raster {
  const out = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (Math.floor((y * h) / height) * w + Math.floor((x * w) / width)) * 3;
      out.set(rgb.subarray(at, at + 3), (y * width + x) * 3);
    }
  }
  return { width, height, rgb: out };
}

/** In its own proportions, in the middle. */
function centred(raster: Raster, width: number, height: number, ground: Rgb): Raster {
  const small = scaled(raster, width, height);
  const rgb = new Uint8Array(width * height * 3).fill(ground[0]);
  const [left, top] = [(width - small.width) >> 1, (height - small.height) >> 1];
  for (let y = 0; y < small.height; y++) {
    const line = small.rgb.subarray(y * small.width * 3, (y + 1) * small.width * 3);
    rgb.set(line, ((top + y) * width + left) * 3);
  }
  return { width, height, rgb };
}

/** Dark becomes light and light dark, and red stays red: lightness is mirrored, hue and chroma stay. */
function inverted({ width, height, rgb }: Raster): Raster {
  const out = new Uint8Array(rgb.length);
  for (let i = 0; i < rgb.length; i += 3) {
    const pixel = rgb.subarray(i, i + 3);
    const shift = 255 - Math.max(...pixel) - Math.min(...pixel);
    out.set(
      pixel.map((level) => level + shift),
      i,
    );
  }
  return { width, height, rgb: out };
}
