import { readCode } from '../seal/code.ts';
import type { Fault } from '../seal/fault.ts';
import type { Manifest } from '../seal/manifest.ts';
import { keyFingerprint } from '../seal/signing.ts';
import { readSealed, type Sealed, type SealKey, type Unsealed, unseal } from '../seal/unseal.ts';
import { forTerminal } from '../text/escape.ts';
import { askCode, titleOf } from './code-prompt.ts';
import type { Io } from './command.ts';
import { clockRemark, countdown } from './countdown.ts';
import { sayFault } from './fault-message.ts';
import type { OpeningOptions } from './opening-options.ts';
import { isRaw, keysOf, secretFrom } from './secret-input.ts';
import { readTrusted, signerFault, trusting, writeTrusted } from './trusted.ts';
import { UsageError } from './usage-error.ts';

/**
 * Opens a sealed file in memory: looks whether its signer is trusted, says when it is released, and takes the keys that the
 * options name, or asks for the code on the terminal. Null when it did not open; why was said on stderr.
 */
export async function unsealed(
  bytes: Uint8Array,
  file: string,
  options: OpeningOptions,
  io: Io,
): Promise<Unsealed | null> {
  const sealed = await readSealed(bytes);
  if ('fault' in sealed) return refuse(file, sealed, io);
  const manifest = sealed.announced?.manifest ?? null;
  if (manifest !== null) {
    const fault = await untrusted(manifest, options, io);
    if (fault !== null) return refuse(file, fault, io);
    announce(file, manifest, io);
  }
  const keys = await keysFrom(sealed, options, io);
  if ('fault' in keys) return refuse(file, keys, io);
  const opened =
    keys.length > 0 ? await tried(sealed, keys, options) : await asked(sealed, file, options, io);
  if (opened === null) return null;
  if ('fault' in opened) return refuse(file, opened, io);
  // A file that age made shows its signer only now.
  const late =
    manifest === null && opened.manifest !== null ? await untrusted(opened.manifest, options, io) : null;
  return late === null ? opened : refuse(file, late, io);
}

/** True when the signer of a file that is not encrypted is trusted; why not was said. */
export async function signedByTrusted(
  manifest: Manifest,
  file: string,
  options: OpeningOptions,
  io: Io,
): Promise<boolean> {
  const fault = await untrusted(manifest, options, io);
  if (fault !== null) refuse(file, fault, io);
  return fault === null;
}

function refuse(file: string, fault: Fault, io: Io): null {
  sayFault(file, fault, io);
  return null;
}

function tried(sealed: Sealed, keys: readonly SealKey[], { allowUnsigned }: OpeningOptions) {
  return unseal(sealed, keys, { unsigned: allowUnsigned ?? false });
}

/** Null when the signer is trusted; on a terminal the user may trust one that is new. */
async function untrusted(manifest: Manifest, { signer }: OpeningOptions, io: Io): Promise<Fault | null> {
  const trusted = await readTrusted(io);
  const fault = signerFault(manifest, signer, trusted);
  const { stdin, stderr } = io;
  if (fault?.fault !== 'signer-unknown' || !isRaw(stdin) || stderr.isTTY !== true) return fault;
  const whose = manifest.event === null ? 'its organiser' : `the organiser of ${manifest.event}`;
  const lines = [
    `${titleOf(manifest)} is signed by a key that is new here:`,
    `  ${keyFingerprint(manifest.signer)}`,
    `Is that the fingerprint which ${whose} publishes? [y/N] `,
  ];
  const question = lines.map(forTerminal).join('\n');
  const key = await keysOf<string>(
    stdin,
    (pressed, end) => end(pressed),
    () => stderr.write(question),
  );
  stderr.write(`${forTerminal(key)}\n`);
  if (key.toLowerCase() !== 'y') return fault;
  await writeTrusted(trusting(trusted, manifest.event, manifest.signer, new Date()), io);
  return null;
}

function announce(file: string, manifest: Manifest, { stderr }: Io): void {
  const now = Date.now();
  stderr.write(
    `${forTerminal(`${file}: ${titleOf(manifest)}, released ${manifest.notBefore} (${countdown(manifest, now)})`)}\n`,
  );
  const remark = clockRemark(manifest, now);
  if (remark !== null) stderr.write(`${forTerminal(remark)}\n`);
}

async function keysFrom({ file }: Sealed, options: OpeningOptions, io: Io): Promise<SealKey[] | Fault> {
  const { codeFile, identity, beacon, fetch } = options;
  const keys: SealKey[] = [];
  if (identity !== undefined) {
    const found = (await secretFrom(identity, io)).match(/^AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]+$/gm) ?? [];
    if (found.length === 0) return { fault: 'key-unreadable' };
    for (const one of found) keys.push({ kind: 'identity', identity: one });
  }
  if (codeFile !== undefined) {
    const read = readCode(await secretFrom(codeFile, io));
    if ('fault' in read) return read;
    sayMended(read.mended, io);
    keys.push({ kind: 'code', code: read.code });
  }
  if (beacon !== undefined || fetch !== undefined) {
    const { beaconKey } = await import('./beacons.ts');
    const key = await beaconKey(file, options, io);
    if ('fault' in key) return key;
    keys.push(key);
  }
  return keys;
}

function sayMended(mended: readonly number[], { stderr }: Io): void {
  if (mended.length > 0) stderr.write(`mended in the code: word ${mended.join(', ')}\n`);
}

/** Asks for the code until it opens the file or the user gives up. */
async function asked(
  sealed: Sealed,
  file: string,
  options: OpeningOptions,
  io: Io,
): Promise<Unsealed | Fault | null> {
  const { stdin, stderr } = io;
  if (sealed.announced === null)
    throw new UsageError(`'${file}' opens with a key file alone: name it with --identity`);
  if (!isRaw(stdin) || stderr.isTTY !== true)
    throw new UsageError(
      `'${file}' is sealed and there is no terminal to ask for the code: name --code-file, --identity or --beacon`,
    );
  for (;;) {
    const typed = await askCode(sealed.announced.manifest, stdin, stderr);
    if (typed === null) {
      stderr.write('not opened\n');
      return null;
    }
    const read = readCode(typed);
    if ('fault' in read) {
      sayFault(file, read, io);
      continue;
    }
    sayMended(read.mended, io);
    const opened = await tried(sealed, [{ kind: 'code', code: read.code }], options);
    if (!('fault' in opened) || opened.fault !== 'wrong-code') return opened;
    sayFault(file, opened, io);
  }
}
