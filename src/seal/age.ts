import { armor, Decrypter, Encrypter, type Identity, type Recipient, type Stanza } from 'age-encryption';
import type { Fault } from './fault.ts';

/** The largest sealed file that is opened, in bytes. */
const largestSealed = 64 * 1024 * 1024;
/** A header longer than this is no start list: 500 recipients take 60 KB. */
const longestHeader = 1024 * 1024;
const mostStanzas = 4096;
/** 2^18, what age itself writes; each step more doubles 256 MiB and a second. */
const mostWork = 18;

/** Between the header and the first chunk. */
const nonceBytes = 16;

const intro = 'age-encryption.org/v1\n';
const armorIntro = '-----BEGIN AGE ENCRYPTED FILE-----';

/** Told by its first bytes. */
function isAge(bytes: Uint8Array): boolean {
  const begin = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart();
  return begin.startsWith('age-encryption.org/') || begin.startsWith(armorIntro);
}

/** What can be read of an age file without a key. */
export interface AgeFile {
  /** Without armour. */
  readonly bytes: Uint8Array;
  /** With its last line break. */
  readonly header: Uint8Array;
  readonly stanzas: readonly Stanza[];
}

export async function readAge(given: Uint8Array): Promise<AgeFile | Fault> {
  if (given.length > largestSealed)
    return { fault: 'sealed-too-large', bytes: given.length, limit: largestSealed };
  if (!isAge(given)) return { fault: 'not-sealed' };
  const bytes = unarmored(given);
  if ('fault' in bytes) return bytes;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const mac = buffer.indexOf('\n--- ', 0, 'latin1');
  const end = mac === -1 ? -1 : buffer.indexOf('\n', mac + 1);
  if (end === -1) {
    const isCut = buffer.length < longestHeader && buffer.toString('latin1', 0, intro.length) === intro;
    return isCut ? { fault: 'sealed-truncated', missing: null } : { fault: 'header-damaged' };
  }
  if (end > longestHeader) return { fault: 'header-damaged' };
  if (bytes.length - end - 1 < nonceBytes) return { fault: 'sealed-truncated', missing: null };
  const header = bytes.subarray(0, end + 1);
  const stanzas = await stanzasOf(header);
  return 'fault' in stanzas ? stanzas : { bytes, header, stanzas };
}

function unarmored(bytes: Uint8Array): Uint8Array | Fault {
  if (!Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart().startsWith(armorIntro))
    return bytes;
  try {
    return armor.decode(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { fault: 'armor-damaged' };
  }
}

/** As the library parses them: an identity that opens nothing sees them all. */
async function stanzasOf(header: Uint8Array): Promise<readonly Stanza[] | Fault> {
  const stanzas: Stanza[] = [];
  const onlooker: Identity = {
    unwrapFileKey(all) {
      stanzas.push(...all.slice(0, mostStanzas + 1));
      return null;
    },
  };
  const decrypter = new Decrypter();
  decrypter.addIdentity(onlooker);
  await decrypter.decryptHeader(header).catch(() => null);
  return stanzas.length === 0 || stanzas.length > mostStanzas ? { fault: 'header-damaged' } : stanzas;
}

/** What opens an age file: `AGE-SECRET-KEY-1…`, an identity of our own, or a passphrase. */
export type AgeKey = string | Identity | { readonly passphrase: string };

/**
 * The plain bytes, or why there are none: `wrong-recipient` when no key fits, `header-changed` when the header is not the
 * one that was made for the key, `content-changed` when what follows it is not.
 */
export async function openAge(file: AgeFile, keys: readonly AgeKey[]): Promise<Uint8Array | Fault> {
  const scrypt = file.stanzas.find(({ args }) => args[0] === 'scrypt');
  const decrypter = new Decrypter();
  for (const key of keys) {
    if (typeof key === 'string' || !('passphrase' in key)) decrypter.addIdentity(key);
    else if (isWorkable(scrypt)) decrypter.addPassphrase(key.passphrase);
    else return { fault: 'passphrase-refused', workFactor: Number(scrypt?.args[2] ?? 0) };
  }
  const fileKey = await decrypter.decryptHeader(file.header).catch(headerFault);
  if ('fault' in fileKey) return fileKey;
  const payload = new Decrypter();
  payload.addIdentity({ unwrapFileKey: () => fileKey });
  return payload.decrypt(file.bytes).catch((): Fault => ({ fault: 'content-changed' }));
}

function isWorkable(scrypt: Stanza | undefined): boolean {
  return (
    scrypt === undefined || !/^[1-9]\d*$/.test(scrypt.args[2] ?? '') || Number(scrypt.args[2]) <= mostWork
  );
}

/** The library tells its failures by their words alone. */
function headerFault(error: unknown): Fault {
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('no identity matched')) return { fault: 'wrong-recipient' };
  if (message === 'invalid header HMAC') return { fault: 'header-changed' };
  return { fault: 'header-damaged' };
}

/** Encrypts to each recipient: `age1…`, or one of our own. */
export function sealAge(plain: Uint8Array, recipients: readonly (string | Recipient)[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

/** As `age -p` does; `logN` is its work factor. */
export function sealWithPassphrase(plain: Uint8Array, passphrase: string, logN: number): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(logN);
  return encrypter.encrypt(plain);
}
