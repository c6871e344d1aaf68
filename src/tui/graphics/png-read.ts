import { inflateSync } from 'node:zlib';
import type { Raster } from './raster.ts';

/** What a picture may be at most: pixels, and bytes in the file. A tulip of a real roadbook has a tenth of it. */
const most = { pixels: 4_000_000, bytes: 8_000_000 };

const signature = '89504e470d0a1a0a';

/** Samples a pixel has, by colour type (PNG third edition, 11.2.1). */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
}

/** A PNG on white paper; null for what is none, is interlaced, is too large, or is damaged. Never throws. */
export function readPng(bytes: Uint8Array): Raster | null {
  if (bytes.length > most.bytes) return null;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 8).toString('hex') !== signature) return null;
  const chunks = chunksOf(file);
  const header = headerOf(chunks.find(({ type }) => type === 'IHDR')?.data);
  if (header === null) return null;
  const { width, height, depth, colour } = header;
  const stride = Math.ceil((width * depth * (samples[colour] ?? 1)) / 8);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  try {
    const lines = inflateSync(packed, { maxOutputLength: (stride + 1) * height });
    if (lines.length < (stride + 1) * height) return null;
    const palette = chunks.find(({ type }) => type === 'PLTE')?.data ?? Buffer.alloc(0);
    const clear = chunks.find(({ type }) => type === 'tRNS')?.data ?? Buffer.alloc(0);
    return painted(unfiltered(lines, stride, height, header), stride, header, palette, clear);
  } catch {
    // Damaged data: zlib says so by throwing.
    return null;
  }
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function chunksOf(file: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    chunks.push({
      type: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return chunks;
}

function headerOf(data: Buffer | undefined): Header | null {
  if (data === undefined || data.length < 13) return null;
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth = 0, colour = -1, , , interlace = 0] = data.subarray(8);
  const known = [1, 2, 4, 8, 16].includes(depth) && samples[colour] !== undefined && interlace === 0;
  const fits = width > 0 && height > 0 && width * height <= most.pixels;
  return known && fits ? { width, height, depth, colour } : null;
}

/** Takes the filters off, line by line (9.2). */
function unfiltered(lines: Buffer, stride: number, height: number, { depth, colour }: Header): Uint8Array {
  const out = new Uint8Array(stride * height);
  const step = Math.max(1, (depth * (samples[colour] ?? 1)) >> 3);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const left = x < step ? 0 : (out[y * stride + x - step] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * stride + x] ?? 0);
      const corner = x < step || y === 0 ? 0 : (out[(y - 1) * stride + x - step] ?? 0);
      out[y * stride + x] = (lines[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      return 0;
  }
}

/** Samples to colours, transparent ones laid on white. */
function painted(
  data: Uint8Array,
  stride: number,
  { width, height, depth, colour }: Header,
  palette: Buffer,
  clear: Buffer,
): Raster {
  const rgb = new Uint8Array(width * height * 3);
  const each = samples[colour] ?? 1;
  const sample = (x: number, y: number, i: number): number => {
    const bit = (x * each + i) * depth;
    const byte = data[y * stride + (bit >> 3)] ?? 0;
    return depth >= 8 ? byte : (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  };
  const full = depth >= 8 ? 255 : (1 << depth) - 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const first = sample(x, y, 0);
      const isGrey = colour === 0 || colour === 4;
      const alpha =
        colour === 3 ? (clear[first] ?? 255) : colour === 4 || colour === 6 ? sample(x, y, each - 1) : 255;
      for (let i = 0; i < 3; i++) {
        const level =
          colour === 3 ? (palette[first * 3 + i] ?? 0) : ((isGrey ? first : sample(x, y, i)) * 255) / full;
        rgb[(y * width + x) * 3 + i] = 255 + ((level - 255) * alpha) / 255;
      }
    }
  }
  return { width, height, rgb };
}
