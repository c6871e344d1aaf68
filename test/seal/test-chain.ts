import { createHash } from 'node:crypto';
import { bls12_381 as bls } from '@noble/curves/bls12-381.js';
import { type Chain, chainFrom, chainHash } from '../../src/seal/chain.ts';

/** A network of one that signs whatever round it is asked for. */
const secret =
  BigInt(`0x${createHash('sha256').update('a network of one').digest('hex')}`) % bls.fields.Fr.ORDER;
const facts = {
  public_key: Buffer.from(bls.G2.Point.BASE.multiply(secret).toBytes()).toString('hex'),
  period: 3,
  genesis_time: 1_700_000_000,
  groupHash: '0'.repeat(64),
  metadata: { beaconID: 'test' },
};

/** What its server would say at `/info`. */
export const testInfo = { ...facts, schemeID: 'bls-unchained-g1-rfc9380', hash: chainHash(facts) };

function known(): Chain {
  const chain = chainFrom(JSON.stringify(testInfo));
  if (chain === null) throw new Error('the test chain is one');
  return chain;
}

export const testChain = known();

export function testBeacon(round: number): { round: number; signature: string } {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(round));
  const id = createHash('sha256').update(number).digest();
  const point = bls.G1.Point.fromAffine(bls.G1.hashToCurve(id, { DST: testChain.dst }).toAffine());
  return { round, signature: Buffer.from(point.multiply(secret).toBytes()).toString('hex') };
}
