import { createHash } from 'node:crypto';
import * as z from 'zod';

/** A chain of beacons: a signature for each round, at a known time, by a network that nobody has the whole key of. */
export interface Chain {
  /** Names it: 64 hex digits. */
  readonly hash: string;
  /** A point of G2, 192 hex digits. */
  readonly publicKey: string;
  /** Seconds between two rounds. */
  readonly period: number;
  /** Seconds since 1970 of round 1. */
  readonly genesis: number;
  /** Domain separation of the scheme's hash to the curve (RFC 9380). */
  readonly dst: string;
}

const rfc9380 = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

/** drand's quicknet, run by the League of Entropy; scheme bls-unchained-g1-rfc9380. Source: api.drand.sh/v2/beacons/quicknet/info. */
export const quicknet: Chain = {
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  period: 3,
  genesis: 1_692_803_367,
  dst: rfc9380,
};

const Info = z.object({
  public_key: z.string().regex(/^[0-9a-f]{192}$/),
  period: z.int().positive().max(86_400),
  genesis_time: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  groupHash: z.string().regex(/^[0-9a-f]{64}$/),
  schemeID: z.literal('bls-unchained-g1-rfc9380'),
  metadata: z.object({ beaconID: z.string().max(100) }),
});

/** The chain that a drand server describes at `/info`; null unless it is of our scheme and its hash is of what it says. */
export function chainFrom(text: string): Chain | null {
  try {
    const info = Info.parse(JSON.parse(text));
    if (chainHash(info) !== info.hash) return null;
    const { hash, public_key: publicKey, period, genesis_time: genesis } = info;
    return { hash, publicKey, period, genesis, dst: rfc9380 };
  } catch {
    return null;
  }
}

/** drand's chain hash: SHA-256 of period, genesis, key, group hash and, where it is not the default, the beacon's name. */
export function chainHash(info: Omit<z.output<typeof Info>, 'hash' | 'schemeID'>): string {
  const numbers = Buffer.alloc(12);
  numbers.writeUInt32BE(info.period);
  numbers.writeBigInt64BE(BigInt(info.genesis_time), 4);
  const { beaconID } = info.metadata;
  return createHash('sha256')
    .update(numbers)
    .update(Buffer.from(info.public_key, 'hex'))
    .update(Buffer.from(info.groupHash, 'hex'))
    .update(beaconID === 'default' ? '' : beaconID)
    .digest('hex');
}

/** The first round at or after a time in milliseconds since 1970. */
export function roundAt({ genesis, period }: Chain, time: number): number {
  return Math.max(1, Math.ceil((time / 1000 - genesis) / period) + 1);
}

/** When a round comes, milliseconds since 1970. */
export function timeOfRound({ genesis, period }: Chain, round: number): number {
  return (genesis + (round - 1) * period) * 1000;
}
