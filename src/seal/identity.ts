import { createHash, hkdfSync } from 'node:crypto';

/**
 * The age identity (`AGE-SECRET-KEY-1…`) that a release code opens one stage with: an X25519 key by HKDF-SHA-256 from the
 * code, salted with the hash of the manifest. A code of 128 random bits needs no stretching, so this takes microseconds;
 * and a code is worth nothing for another stage, another crew, or a manifest with a changed byte.
 */
export function identityOf(code: Uint8Array, manifest: Uint8Array): string {
  const salt = createHash('sha256').update(manifest).digest();
  const key = new Uint8Array(hkdfSync('sha256', code, salt, 'roadbook release code v1', 32));
  return bech32('age-secret-key-', key).toUpperCase();
}

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** BIP 173, lower case. */
function bech32(prefix: string, bytes: Uint8Array): string {
  const data = fiveBits(bytes);
  const codes = [...prefix].map((c) => c.charCodeAt(0));
  const expanded = [...codes.map((c) => c >> 5), 0, ...codes.map((c) => c & 31)];
  const sum = polymod([...expanded, ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >>> shift) & 31);
  return `${prefix}1${[...data, ...check].map((value) => alphabet[value]).join('')}`;
}

function fiveBits(bytes: Uint8Array): number[] {
  const out: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) out.push((held >> (bits - 5)) & 31);
  }
  if (bits > 0) out.push((held << (5 - bits)) & 31);
  return out;
}

function polymod(values: readonly number[]): number {
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [i, term] of generator.entries()) if ((top >> i) & 1) sum ^= term;
  }
  return sum >>> 0;
}
