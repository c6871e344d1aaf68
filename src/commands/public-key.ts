import { keyFingerprint } from '../seal/signing.ts';

const start = 'roadbook-key:';

/** A public key as it is handed out: one line. */
export function publicKeyText(key: string): string {
  return `${start}${key}\n`;
}

/** The key in a text that `keygen` wrote; null when there is none. */
export function publicKeyFrom(text: string): string | null {
  return /^roadbook-key:([A-Za-z0-9_-]{43})$/m.exec(text)?.[1] ?? null;
}

/** True if what somebody typed names the key: the key itself, its line, or its fingerprint with or without spaces. */
export function namesKey(typed: string, key: string): boolean {
  const given = typed.trim();
  const hex = given.toLowerCase().replaceAll(/[\s:-]/g, '');
  return given === key || publicKeyFrom(given) === key || hex === keyFingerprint(key).replaceAll(' ', '');
}
