import { Encrypter } from 'age-encryption';

/** True for a public key of age, `age1…`, with its checksum right. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}
