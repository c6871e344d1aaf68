import { createHash, randomBytes } from 'node:crypto';
import { bls12_381 as bls } from '@noble/curves/bls12-381.js';

/**
 * Identity-based encryption of a file key to a future signature: Boneh and Franklin (CRYPTO 2001), made secure against chosen
 * ciphertexts by Fujisaki and Okamoto, on BLS12-381 with signatures in G1, byte for byte as drand's tlock has it (Gailly,
 * Melissaris, Romailler: tlock, IACR ePrint 2023/189). A ciphertext is U ‖ V ‖ W: a point of G2 in 96 bytes, then twice 16.
 */
const pointBytes = 96;
const keyBytes = 16;
const ciphertextBytes = pointBytes + 2 * keyBytes;

type G1 = InstanceType<typeof bls.G1.Point>;
type Fp12 = ReturnType<typeof bls.pairing>;

/** Encrypts 16 bytes so that the signature of `id` under `publicKey` (a point of G2) opens them. `dst` is the scheme's. */
export function encryptTo(
  publicKey: Uint8Array,
  id: Uint8Array,
  dst: string,
  message: Uint8Array,
): Uint8Array {
  const sigma = randomBytes(keyBytes);
  const r = scalar(sigma, message);
  const shared = bls.fields.Fp12.pow(bls.pairing(pointFor(id, dst), bls.G2.Point.fromBytes(publicKey)), r);
  const u = bls.G2.Point.BASE.multiply(r).toBytes();
  return Buffer.concat([u, xor(sigma, hash('IBE-H2', bytesOf(shared))), xor(message, hash('IBE-H4', sigma))]);
}

/** The 16 bytes, or null when the signature is not the one they wait for, or the ciphertext was changed. */
export function decryptWith(signature: Uint8Array, ciphertext: Uint8Array): Uint8Array | null {
  if (ciphertext.length !== ciphertextBytes) return null;
  try {
    const u = bls.G2.Point.fromBytes(ciphertext.subarray(0, pointBytes));
    u.assertValidity();
    const shared = bls.pairing(bls.G1.Point.fromBytes(signature), u);
    const v = ciphertext.subarray(pointBytes, pointBytes + keyBytes);
    const sigma = xor(v, hash('IBE-H2', bytesOf(shared)));
    const message = xor(ciphertext.subarray(pointBytes + keyBytes), hash('IBE-H4', sigma));
    return bls.G2.Point.BASE.multiply(scalar(sigma, message)).equals(u) ? message : null;
  } catch {
    return null; // no point of its group
  }
}

/** True if `signature` is that of `id` under `publicKey`: e(signature, G2) = e(H(id), publicKey). */
export function isSignatureOf(
  id: Uint8Array,
  publicKey: Uint8Array,
  dst: string,
  signature: Uint8Array,
): boolean {
  try {
    const point = bls.G1.Point.fromBytes(signature);
    point.assertValidity();
    const left = bls.pairing(point, bls.G2.Point.BASE);
    return bls.fields.Fp12.eql(left, bls.pairing(pointFor(id, dst), bls.G2.Point.fromBytes(publicKey)));
  } catch {
    return false;
  }
}

function pointFor(id: Uint8Array, dst: string): G1 {
  return bls.G1.Point.fromAffine(bls.G1.hashToCurve(id, { DST: dst }).toAffine());
}

function hash(label: string, bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(label).update(bytes).digest().subarray(0, keyBytes);
}

/** H3: hashes of a counter and the hash of sigma and message, a bit shifted away, until one is below the group's order. */
function scalar(sigma: Uint8Array, message: Uint8Array): bigint {
  const seed = createHash('sha256').update('IBE-H3').update(sigma).update(message).digest();
  const counter = Buffer.alloc(2);
  for (let i = 1; i < 65_535; i++) {
    counter.writeUInt16LE(i);
    const digest = createHash('sha256').update(counter).update(seed).digest();
    digest[0] = (digest[0] ?? 0) >> 1;
    const value = BigInt(`0x${digest.toString('hex')}`);
    if (value < bls.fields.Fr.ORDER) return value;
  }
  throw new Error('a hash is below the order once in two tries');
}

/** As the Go library writes it: the highest coefficient first at every level of the tower, 48 bytes each. */
function bytesOf({ c0, c1 }: Fp12): Uint8Array {
  const all = [c1, c0].flatMap((six) => [six.c2, six.c1, six.c0]).flatMap((two) => [two.c1, two.c0]);
  return Buffer.from(all.map((value) => value.toString(16).padStart(96, '0')).join(''), 'hex');
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((byte, i) => byte ^ (b[i] ?? 0));
}
