import { openAge, readAge, sealWithPassphrase } from '../seal/age.ts';
import type { Fault } from '../seal/fault.ts';
import { pemOf, type Signer, signerFromPem } from '../seal/signing.ts';
import type { Io } from './command.ts';
import { readBytes } from './read-file.ts';
import { askHidden, isRaw, secretFrom } from './secret-input.ts';
import { UsageError } from './usage-error.ts';

/** 2^17: about a second, once for a sealing. */
const work = 17;

/** A signing key as it lies on the disk: PKCS #8, in an age file under a passphrase unless that is null. */
export async function storedKey(signer: Signer, passphrase: string | null): Promise<Uint8Array> {
  const pem = Buffer.from(pemOf(signer));
  return passphrase === null ? pem : sealWithPassphrase(pem, passphrase, work);
}

/** Opens a signing key; asks for its passphrase where it has one and none was named. */
export async function signingKey(
  file: string,
  passphraseFile: string | undefined,
  io: Io,
): Promise<Signer | Fault> {
  const bytes = await readBytes(file, io);
  const plain = signerFromPem(Buffer.from(bytes).toString('latin1'));
  if (plain !== null) return plain;
  const age = await readAge(bytes);
  if ('fault' in age) return { fault: 'key-unreadable' };
  const passphrase = await passphraseOf(`Passphrase of ${file}: `, passphraseFile, io);
  const pem = await openAge(age, [{ passphrase }]);
  if ('fault' in pem) return pem.fault === 'wrong-recipient' ? { fault: 'wrong-passphrase' } : pem;
  return signerFromPem(Buffer.from(pem).toString('latin1')) ?? { fault: 'key-unreadable' };
}

/** From a file, standard input or the terminal; never from an argument or the environment, where others see it. */
export async function passphraseOf(question: string, file: string | undefined, io: Io): Promise<string> {
  if (file !== undefined) return secretFrom(file, io);
  const { stdin, stderr } = io;
  if (!isRaw(stdin))
    throw new UsageError('there is no terminal to ask for the passphrase: name --passphrase-file');
  const typed = await askHidden(question, stdin, stderr);
  if (typed === null || typed === '') throw new UsageError('no passphrase was given');
  return typed;
}
