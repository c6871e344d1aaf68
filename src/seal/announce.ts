import { type Recipient, Stanza } from 'age-encryption';
import type { AgeFile } from './age.ts';
import type { Fault } from './fault.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { isSigned } from './signing.ts';

/**
 * The manifest travels in the header of the age file, as a stanza that no age implementation has a key for and all pass over:
 * one file to hand out, which says what it is. The age header's own MAC covers it.
 *
 *     -> roadbook-manifest 1 SIZE SIGNATURE      bytes behind the header; Ed25519, base64 without padding
 *     base64 of the manifest
 */
const type = 'roadbook-manifest';

/** The announced manifest, whose own signature fits it. */
export interface Announced {
  readonly manifest: Manifest;
  readonly bytes: Uint8Array;
}

/** Writes the manifest into the header of a file whose content takes so many bytes before encryption. */
export function announcing(manifest: Uint8Array, signature: Uint8Array, contentBytes: number): Recipient {
  const size = String(encryptedBytes(contentBytes));
  return { wrapFileKey: () => [new Stanza([type, '1', size, base64(signature)], manifest)] };
}

/** The manifest in the header; null when there is none, as in a file that age made. */
export function announced({ stanzas }: AgeFile): Announced | null | Fault {
  const found = stanzas.filter(({ args }) => args[0] === type);
  const [stanza] = found;
  if (stanza === undefined) return null;
  const [, version, , signature = ''] = stanza.args;
  const manifest = version === '1' && found.length === 1 ? readManifest(stanza.body) : null;
  if (manifest === null) return { fault: 'manifest-unreadable' };
  const fits = isSigned(manifest.signer, stanza.body, null, Buffer.from(signature, 'base64'));
  return fits ? { manifest, bytes: stanza.body } : { fault: 'manifest-changed' };
}

/** Bytes that are missing at the end of the file; 0 where that cannot be told. */
export function missingBytes({ bytes, header, stanzas }: AgeFile): number {
  const size = Number(stanzas.find(({ args }) => args[0] === type)?.args[2] ?? 0);
  return Number.isSafeInteger(size) ? Math.max(0, size - (bytes.length - header.length)) : 0;
}

/** The age format: a nonce, and 16 bytes for each chunk of 64 KiB; an empty content has one too. */
function encryptedBytes(plain: number): number {
  return 16 + plain + 16 * Math.max(1, Math.ceil(plain / 65_536));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
