import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Io } from './command.ts';
import type { OpeningOptions } from './opening-options.ts';
import { readBytes } from './read-file.ts';

/**
 * The bytes of a roadbook, sealed or not, for every verb that loads one. A sealed file is opened in memory, and nothing of it
 * is written anywhere. Null when it does not open; why was said on stderr.
 */
export async function stageBytes(file: string, options: OpeningOptions, io: Io): Promise<Uint8Array | null> {
  const content = await unamended(file, options, io);
  if (content === null || options.amend === undefined) return content;
  const { withAmendment } = await import('./amending.ts');
  return withAmendment(content, file, options, io);
}

async function unamended(file: string, options: OpeningOptions, io: Io): Promise<Uint8Array | null> {
  const bytes = await sealedOrPlain(file, io);
  if (bytes !== null && !looksSealed(bytes)) return bytes;
  const { unsealed } = await import('./unsealed.ts');
  const { sayFault } = await import('./fault-message.ts');
  const opened = bytes === null ? null : await unsealed(bytes, file, options, io);
  if (opened === null) return null;
  if (opened.manifest === null || opened.manifest.kind === 'roadbook') return opened.content;
  sayFault(file, { fault: 'not-a-stage', kind: opened.manifest.kind }, io);
  return null;
}

/** The bytes of a file; null, and said why, for a sealed one that is too large to be read at all. */
export async function sealedOrPlain(file: string, io: Io): Promise<Uint8Array | null> {
  const found = await begins(file, io);
  if (found === null || !looksSealed(found.begin) || found.size <= largestSealed) return readBytes(file, io);
  const { sayFault } = await import('./fault-message.ts');
  sayFault(file, { fault: 'sealed-too-large', bytes: found.size, limit: largestSealed }, io);
  return null;
}

/** As `largestSealed` of src/seal/age.ts, which is loaded for sealed files alone. */
const largestSealed = 64 * 1024 * 1024;

async function begins(file: string, io: Io): Promise<{ begin: Uint8Array; size: number } | null> {
  if (file === '-') return null;
  const handle = await open(resolve(io.cwd, file)).catch(() => null);
  if (handle === null) return null;
  try {
    const info = await handle.stat();
    if (!info.isFile()) return null;
    const begin = new Uint8Array(200);
    await handle.read(begin, 0, begin.length, 0);
    return { begin, size: info.size };
  } finally {
    await handle.close();
  }
}

/** By the first words of an age file. */
export function looksSealed(bytes: Uint8Array): boolean {
  const begin = Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart();
  return begin.startsWith('age-encryption.org/') || begin.startsWith('-----BEGIN AGE ENCRYPTED FILE-----');
}
