import { identityToRecipient, type Recipient } from 'age-encryption';
import { sealAge } from './age.ts';
import { announcing } from './announce.ts';
import { packed } from './container.ts';
import { identityOf } from './identity.ts';
import { type Manifest, manifestBytes } from './manifest.ts';
import { type Signer, signed } from './signing.ts';

/** What is to be sealed, once for everybody who gets it. */
export interface ToSeal {
  readonly content: Uint8Array;
  /** The content by `compressed`. */
  readonly compressed: Uint8Array;
  readonly signer: Signer;
}

/** Who can open it: whoever has one of these. */
export interface Release {
  readonly codes: readonly Uint8Array[];
  /** `age1…`, or recipients of our own. */
  readonly recipients: readonly (string | Recipient)[];
}

/** A sealed file. It differs from run to run in what age draws at random; what is inside does not. */
export async function sealed(
  { content, compressed, signer }: ToSeal,
  manifest: Manifest,
  { codes, recipients }: Release,
): Promise<Uint8Array> {
  const bytes = manifestBytes(manifest);
  const signature = signed(signer, bytes, content);
  const plain = packed({ signature, manifest: bytes }, compressed);
  const byCode = codes.map((code) => identityToRecipient(identityOf(code, bytes)));
  const outside = announcing(bytes, signed(signer, bytes, null), plain.length);
  return sealAge(plain, [outside, ...(await Promise.all(byCode)), ...recipients]);
}
