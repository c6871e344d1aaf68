/**
 * Why a sealed file does not open, or a code is none: one kind for each thing that can be wrong, with its values. No kind
 * carries a word of a code, a key or a line of the content, so that a fault may be shown anywhere.
 */
export type Fault =
  | { readonly fault: 'not-sealed' }
  | { readonly fault: 'sealed-too-large'; readonly bytes: number | null; readonly limit: number }
  | { readonly fault: 'sealed-truncated'; readonly missing: number | null }
  | { readonly fault: 'armor-damaged' }
  | { readonly fault: 'header-damaged' }
  | { readonly fault: 'passphrase-refused'; readonly workFactor: number | null }
  | { readonly fault: 'manifest-missing' }
  | { readonly fault: 'manifest-unreadable' }
  | { readonly fault: 'manifest-changed' }
  | { readonly fault: 'wrong-code' }
  | { readonly fault: 'wrong-recipient' }
  | { readonly fault: 'header-changed' }
  | { readonly fault: 'content-changed' }
  | { readonly fault: 'content-too-large'; readonly limit: number }
  | { readonly fault: 'content-unsigned' }
  | { readonly fault: 'signature-wrong' }
  | { readonly fault: 'code-length'; readonly words: number; readonly wanted: number }
  | { readonly fault: 'code-words-unknown'; readonly at: readonly number[] }
  | { readonly fault: 'code-checksum'; readonly suspect: number | null }
  | { readonly fault: 'key-unreadable' }
  | { readonly fault: 'wrong-passphrase' };

/** A value or why there is none. */
export type OrFault<T> = T | Fault;

export function isFault<T extends object>(value: T | Fault): value is Fault {
  return 'fault' in value;
}
