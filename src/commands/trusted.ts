import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { Fault } from '../seal/fault.ts';
import type { Manifest } from '../seal/manifest.ts';
import { keyFingerprint } from '../seal/signing.ts';
import type { Io } from './command.ts';
import { namesKey } from './public-key.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-file.ts';

/** The keys that the user trusts, an event each. Events without a name share the empty one. */
const Trusted = z.strictObject({
  'roadbook-trusted': z.literal(1),
  events: z.record(
    z.string(),
    z.strictObject({ key: z.string().regex(/^[A-Za-z0-9_-]{43}$/), since: z.string() }),
  ),
});
export type Trusted = z.output<typeof Trusted>;

function trustedFile({ env }: Io): string {
  return join(env.XDG_CONFIG_HOME || join(env.HOME || homedir(), '.config'), 'roadbook', 'trusted.json');
}

export async function readTrusted(io: Io): Promise<Trusted> {
  const file = trustedFile(io);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { 'roadbook-trusted': 1, events: {} };
  try {
    return Trusted.parse(JSON.parse(text));
  } catch {
    throw new UsageError(`'${file}' is damaged: mend or remove it, then trust the keys of your events again`);
  }
}

export async function writeTrusted(trusted: Trusted, io: Io): Promise<void> {
  const file = trustedFile(io);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeWhole(file, `${JSON.stringify(trusted, null, 2)}\n`, { force: true, mode: 0o600 }, io);
}

/** With one more event; whatever was trusted for it before is gone. */
export function trusting(trusted: Trusted, event: string | null, key: string, date: Date): Trusted {
  const since = date.toISOString().slice(0, 10);
  return { ...trusted, events: { ...trusted.events, [event ?? '']: { key, since } } };
}

/** Null when the signer is the one that was named, or is trusted for the event. */
export function signerFault(manifest: Manifest, named: string | undefined, trusted: Trusted): Fault | null {
  const { event, signer } = manifest;
  if (named !== undefined)
    return namesKey(named, signer) ? null : { fault: 'signer-changed', wanted: named.trim(), signer };
  const pin = Object.hasOwn(trusted.events, event ?? '') ? trusted.events[event ?? ''] : undefined;
  if (pin === undefined) return { fault: 'signer-unknown', event, signer };
  return pin.key === signer ? null : { fault: 'signer-changed', wanted: keyFingerprint(pin.key), signer };
}
