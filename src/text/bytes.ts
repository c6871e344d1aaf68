import { Buffer, isAscii, isUtf8 } from 'node:buffer';

/** Bytes to text as Node does it fastest. `bytes-anywhere.ts` is the same without Node; the library is built with that. */

/** One byte, one character: U+0000 to U+00FF. */
export function latin1(bytes: Uint8Array): string {
  return view(bytes).toString('latin1');
}

/** Null for bytes that are not UTF-8. A byte-order mark is a character as any other. */
export function strictUtf8(bytes: Uint8Array): string | null {
  if (isAscii(bytes)) return latin1(bytes);
  return isUtf8(bytes) ? view(bytes).toString('utf8') : null;
}

/** What is not UTF-8 becomes U+FFFD. */
export function looseUtf8(bytes: Uint8Array): string {
  return view(bytes).toString('utf8');
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
