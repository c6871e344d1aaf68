/**
 * Two check bytes behind sixteen: a Reed–Solomon code over GF(256) with x⁸+x⁴+x³+x²+1 and the roots 1 and 2. It finds and mends
 * one wrong byte wherever it is, or fills two that are missing; two wrong ones are noticed 15 times in 16 or better.
 */
const power = new Uint8Array(255);
const log = new Uint8Array(256);
for (let i = 0, x = 1; i < 255; i++) {
  power[i] = x;
  log[x] = i;
  x = (x << 1) ^ (x & 0x80 ? 0x11d : 0);
}

/** The data with two bytes behind it. */
export function withChecksum(data: Uint8Array): Uint8Array {
  const [sum, weighted] = syndromes(new Uint8Array([...data, 0, 0]));
  // c₁ + c₂ = sum and 2 c₁ + c₂ = weighted, and adding is XOR.
  const first = divide(sum ^ weighted, 3);
  return new Uint8Array([...data, first, sum ^ first]);
}

/** `at` is the one byte that is wrong; null when more than one must be. */
export type Checked = { readonly fits: true } | { readonly fits: false; readonly at: number | null };

export function checked(bytes: Uint8Array): Checked {
  const [sum, weighted] = syndromes(bytes);
  if (sum === 0 && weighted === 0) return { fits: true };
  if (sum === 0 || weighted === 0) return { fits: false, at: null };
  const at = bytes.length - 1 - ((logarithm(weighted) - logarithm(sum) + 255) % 255);
  return { fits: false, at: at < 0 ? null : at };
}

/** The bytes with up to two missing ones filled; those at `missing` are not looked at. Null when they do not fit. */
export function filled(bytes: Uint8Array, missing: readonly number[]): Uint8Array | null {
  const all = bytes.map((byte, i) => (missing.includes(i) ? 0 : byte));
  const [sum, weighted] = syndromes(all);
  const [i, j] = missing;
  if (i === undefined) return sum === 0 && weighted === 0 ? all : null;
  if (j === undefined) {
    all[i] = sum;
    return checked(all).fits ? all : null;
  }
  const [x, y] = [weight(all, i), weight(all, j)];
  const first = divide(weighted ^ times(y, sum), x ^ y);
  all[i] = first;
  all[j] = sum ^ first;
  return all;
}

/** The sum of the bytes, and their sum weighted by the powers of 2 from the end. */
function syndromes(bytes: Uint8Array): readonly [sum: number, weighted: number] {
  let sum = 0;
  let weighted = 0;
  for (const byte of bytes) {
    sum ^= byte;
    weighted = times(weighted, 2) ^ byte;
  }
  return [sum, weighted];
}

function weight(bytes: Uint8Array, at: number): number {
  return power[bytes.length - 1 - at] ?? 0;
}

function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (power[(logarithm(a) + logarithm(b)) % 255] ?? 0);
}

function divide(a: number, b: number): number {
  return a === 0 ? 0 : (power[(logarithm(a) - logarithm(b) + 255) % 255] ?? 0);
}

function logarithm(a: number): number {
  return log[a] ?? 0;
}
