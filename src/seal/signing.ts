import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

/** An organiser's Ed25519 key. `publicKey` is its 32 bytes in base64url, as manifests and pins hold it. */
export interface Signer {
  readonly publicKey: string;
  readonly secret: KeyObject;
}

export function newSigner(): Signer {
  return signerOf(generateKeyPairSync('ed25519').privateKey);
}

/** The signer of a PKCS #8 PEM; null when it is none, or another kind of key. */
export function signerFromPem(pem: string): Signer | null {
  try {
    const secret = createPrivateKey(pem);
    return secret.asymmetricKeyType === 'ed25519' ? signerOf(secret) : null;
  } catch {
    return null;
  }
}

export function pemOf({ secret }: Signer): string {
  return String(secret.export({ type: 'pkcs8', format: 'pem' }));
}

function signerOf(secret: KeyObject): Signer {
  const { x } = createPublicKey(secret).export({ format: 'jwk' });
  if (x === undefined) throw new Error('an Ed25519 key has an x');
  return { publicKey: x, secret };
}

/** For people to compare: the first 80 bits of the key's SHA-256, in groups of four hex digits. */
export function keyFingerprint(publicKey: string): string {
  const hex = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 20);
  return hex.match(/.{4}/g)?.join(' ') ?? hex;
}

/** What a signature covers: the manifest alone, or the manifest and the content it announces. */
function message(manifest: Uint8Array, content: Uint8Array | null): Buffer {
  const parts = content === null ? [manifest] : [manifest, content];
  const label = content === null ? 'roadbook manifest v1\n' : 'roadbook content v1\n';
  return Buffer.concat([
    Buffer.from(label),
    ...parts.map((part) => createHash('sha256').update(part).digest()),
  ]);
}

/** 64 bytes; the same for the same input. */
export function signed(signer: Signer, manifest: Uint8Array, content: Uint8Array | null): Uint8Array {
  return sign(null, message(manifest, content), signer.secret);
}

export function isSigned(
  publicKey: string,
  manifest: Uint8Array,
  content: Uint8Array | null,
  signature: Uint8Array,
): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, message(manifest, content), key, signature);
  } catch {
    return false;
  }
}
