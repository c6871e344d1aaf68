import { gunzipSync, gzipSync } from 'node:zlib';
import type { Fault } from './fault.ts';

/**
 * What lies inside a sealed file: two lines, then the content as it was signed, all of it gzipped.
 *
 *     {"roadbook-seal":1,"signature":"…"}      Ed25519, base64, over the manifest and the content
 *     {"roadbook-manifest":1,…}                the same bytes as in the header of the age file
 *     {"roadbook":1,…}                         a roadbook, or an amendment
 *
 * `age -d -i KEY FILE | gunzip | tail -n +3` gives the content.
 */
export interface Container {
  readonly signature: Uint8Array;
  readonly manifest: Uint8Array;
  readonly content: Uint8Array;
}

/** The largest content, unpacked, in bytes: what the largest day with a picture at each note takes, ten times. */
const largestContent = 128 * 1024 * 1024;

const start = '{"roadbook-seal":1,"signature":"';
const newline = 0x0a;

/** Compressed once, a content can be packed for many crews. The bytes do not depend on the machine or the hour. */
export function compressed(content: Uint8Array): Uint8Array {
  const bytes = gzipSync(content, { level: 9 });
  bytes[9] = 255; // the operating system, which is nobody's business
  return bytes;
}

export function head({ signature, manifest }: Omit<Container, 'content'>): Uint8Array {
  const line = `${start}${Buffer.from(signature).toString('base64')}"}\n`;
  return Buffer.concat([Buffer.from(line), manifest, Buffer.from('\n')]);
}

/** The same lines for everybody to read. */
export function plainContainer(parts: Omit<Container, 'content'>, content: Uint8Array): Uint8Array {
  return Buffer.concat([head(parts), content]);
}

/** Gzip members one after the other unpack to one text (RFC 1952, 2.2). */
export function packed(parts: Omit<Container, 'content'>, compressedContent: Uint8Array): Uint8Array {
  return Buffer.concat([compressed(head(parts)), compressedContent]);
}

/** `content-unsigned` when it is not one of ours, or has no signature. */
export function unpacked(bytes: Uint8Array): Container | Fault {
  const plain = decompressed(bytes);
  if ('fault' in plain) return plain;
  const first = plain.indexOf(newline);
  const second = plain.indexOf(newline, first + 1);
  const line = Buffer.from(plain.subarray(0, Math.max(0, Math.min(first, 200)))).toString('latin1');
  const [, signature] = /^\{"roadbook-seal":1,"signature":"([A-Za-z0-9+/]{86}==)"\}$/.exec(line) ?? [];
  if (signature === undefined || second === -1) return { fault: 'content-unsigned' };
  return {
    signature: Buffer.from(signature, 'base64'),
    manifest: plain.subarray(first + 1, second),
    content: plain.subarray(second + 1),
  };
}

/** Bytes that are gzipped, unpacked up to the limit; others as they are. */
export function decompressed(bytes: Uint8Array): Uint8Array | Fault {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: largestContent });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge ? { fault: 'content-too-large', limit: largestContent } : { fault: 'content-changed' };
  }
}
