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
  | { readonly fault: 'wrong-passphrase' }
  | { readonly fault: 'signer-unknown'; readonly event: string | null; readonly signer: string }
  | { readonly fault: 'signer-changed'; readonly wanted: string; readonly signer: string }
  | LockFault;

/** What can be wrong with time locks and amendments. */
export type LockFault =
  | { readonly fault: 'beacon-unreadable' }
  | { readonly fault: 'not-time-locked' }
  | {
      readonly fault: 'too-early';
      readonly round: number;
      readonly given: number | null;
      readonly opens: string;
    }
  | { readonly fault: 'other-chain'; readonly wanted: string; readonly given: string }
  | { readonly fault: 'beacon-forged'; readonly round: number }
  | { readonly fault: 'beacon-of-another-round'; readonly round: number; readonly given: number }
  | { readonly fault: 'beacon-not-fetched'; readonly round: number; readonly why: string }
  | { readonly fault: 'not-a-stage'; readonly kind: string }
  | { readonly fault: 'amendment-unreadable' }
  | { readonly fault: 'amendment-of-another-stage'; readonly wanted: string; readonly given: string };
