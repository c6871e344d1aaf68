import type { Identity } from 'age-encryption';
import { type AgeFile, openAge, readAge } from './age.ts';
import { type Announced, announced, missingBytes } from './announce.ts';
import { type Container, decompressed, unpacked } from './container.ts';
import type { Fault } from './fault.ts';
import { identityOf } from './identity.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { isSigned } from './signing.ts';

/** A sealed file as anybody can read it. */
export interface Sealed {
  readonly file: AgeFile;
  /** Null in a file that age made, and not `seal`. */
  readonly announced: Announced | null;
}

/** What was sealed: signed by the key that the manifest names. Whether that key is the organiser's is for a pin to say. */
export interface Unsealed {
  /** Null for a content that nobody signed, where that is allowed. */
  readonly manifest: Manifest | null;
  readonly content: Uint8Array;
}

/** One of these opens a file. */
export type SealKey =
  | { readonly kind: 'code'; readonly code: Uint8Array }
  | { readonly kind: 'identity'; readonly identity: string | Identity };

/** All that is known without a key, and that a file cut short is one. */
export async function readSealed(bytes: Uint8Array): Promise<Sealed | Fault> {
  const file = await readAge(bytes);
  if ('fault' in file) return file;
  if (file.stanzas.some(({ args }) => args[0] === 'scrypt'))
    return { fault: 'passphrase-refused', workFactor: workOf(file) };
  const found = announced(file);
  if (found !== null && 'fault' in found) return found;
  const missing = missingBytes(file);
  return missing > 0 ? { fault: 'sealed-truncated', missing } : { file, announced: found };
}

function workOf({ stanzas }: AgeFile): number | null {
  const work = Number(stanzas.find(({ args }) => args[0] === 'scrypt')?.args[2]);
  return Number.isSafeInteger(work) ? work : null;
}

/** Opens with any of the keys. Never asks the clock: who has a key may open. `unsigned` takes what nobody signed. */
export async function unseal(
  sealed: Sealed,
  keys: readonly SealKey[],
  { unsigned = false }: { readonly unsigned?: boolean } = {},
): Promise<Unsealed | Fault> {
  const { file, announced: outside } = sealed;
  const identities = keys.map((key) => identityFor(key, outside));
  const plain = await openAge(
    file,
    identities.filter((identity) => identity !== null),
  );
  if ('fault' in plain) return plain.fault === 'wrong-recipient' ? wrongKey(keys, outside) : plain;
  const container = unpacked(plain);
  if (!('fault' in container)) return verified(container, outside);
  if (container.fault !== 'content-unsigned' || !unsigned || outside !== null) return container;
  const content = decompressed(plain);
  return 'fault' in content ? content : { manifest: null, content };
}

function identityFor(key: SealKey, outside: Announced | null): string | Identity | null {
  if (key.kind === 'identity') return key.identity;
  return outside && identityOf(key.code, outside.bytes);
}

function wrongKey(keys: readonly SealKey[], outside: Announced | null): Fault {
  if (!keys.some(({ kind }) => kind === 'code')) return { fault: 'wrong-recipient' };
  return { fault: outside === null ? 'manifest-missing' : 'wrong-code' };
}

/** What `seal` signed and nobody encrypted. */
export function readPlain(bytes: Uint8Array): (Unsealed & { readonly manifest: Manifest }) | Fault {
  const container = unpacked(bytes);
  return 'fault' in container ? container : verified(container, null);
}

/** The manifest inside is the one outside, and the signature covers both it and the content. */
function verified(
  container: Container,
  outside: Announced | null,
): (Unsealed & { readonly manifest: Manifest }) | Fault {
  const { manifest: bytes, content, signature } = container;
  if (outside !== null && Buffer.compare(outside.bytes, bytes) !== 0) return { fault: 'manifest-changed' };
  const manifest = readManifest(bytes);
  if (manifest === null) return { fault: 'manifest-unreadable' };
  return isSigned(manifest.signer, bytes, content, signature)
    ? { manifest, content }
    : { fault: 'signature-wrong' };
}
