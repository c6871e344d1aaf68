import * as z from 'zod';

/**
 * What everybody may know of a sealed stage. It stands in the header of the age file, readable without a key, and again inside,
 * beside the signature.
 */
export const Manifest = z.strictObject({
  'roadbook-manifest': z.literal(1),
  kind: z.enum(['roadbook', 'amendment']),
  event: z.string().max(200).nullable(),
  stage: z.string().max(300).nullable(),
  /** For whom, where each crew has a file of its own. */
  crew: z.string().max(200).nullable(),
  /** When it is to be released; what a countdown counts to. */
  notBefore: z.iso.datetime(),
  /** When it was sealed: a clock that says less is wrong. */
  sealed: z.iso.datetime(),
  /** Of the roadbook inside; of the one an amendment is for. */
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  /** The organiser's Ed25519 key: 32 bytes, base64url. */
  signer: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** The beacon that also opens it. */
  timelock: z
    .strictObject({ chain: z.string().regex(/^[0-9a-f]{64}$/), round: z.int().positive() })
    .nullable(),
});

export type Manifest = z.output<typeof Manifest>;

/** No manifest is longer, in bytes. */
const longest = 16_384;

export function manifestBytes(manifest: Manifest): Uint8Array {
  return Buffer.from(JSON.stringify(manifest));
}

/** Null for anything that is no manifest of this version. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  if (bytes.length > longest) return null;
  try {
    const parsed = Manifest.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
