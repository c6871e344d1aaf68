import { newCode } from '../../src/seal/code.ts';
import { compressed } from '../../src/seal/container.ts';
import type { Fault } from '../../src/seal/fault.ts';
import type { Manifest } from '../../src/seal/manifest.ts';
import { type Release, sealed } from '../../src/seal/sealed.ts';
import { newSigner } from '../../src/seal/signing.ts';
import { readSealed, type SealKey, type Unsealed, unseal } from '../../src/seal/unseal.ts';

export const signer = newSigner();
export const code = newCode();
export const byCode: SealKey = { kind: 'code', code };
export const content = Buffer.from('{"roadbook":1,"event":"Sample Raid","notes":[{"distance":0}]}\n');

export const manifest: Manifest = {
  'roadbook-manifest': 1,
  kind: 'roadbook',
  event: 'Sample Raid',
  stage: '2 · Old Well – Salt Flat',
  crew: null,
  notBefore: '2026-10-12T07:25:00Z',
  sealed: '2026-10-11T18:00:00Z',
  fingerprint: '0123456789abcdef',
  signer: signer.publicKey,
  timelock: null,
};

/** A sealed file of the sample, by the sample's code unless said otherwise. */
export function sample(
  changes: Partial<Manifest> = {},
  release: Partial<Release> = {},
  text: Uint8Array = content,
): Promise<Uint8Array> {
  const toSeal = { content: text, compressed: compressed(text), signer };
  return sealed(toSeal, { ...manifest, ...changes }, { codes: [code], recipients: [], ...release });
}

export async function opened(file: Uint8Array, ...keys: readonly SealKey[]): Promise<Unsealed | Fault> {
  const read = await readSealed(file);
  return 'fault' in read ? read : unseal(read, keys);
}
