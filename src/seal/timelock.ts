import { createHash } from 'node:crypto';
import { type Identity, type Recipient, Stanza } from 'age-encryption';
import { type Chain, timeOfRound } from './chain.ts';
import type { Fault } from './fault.ts';
import { decryptWith, encryptTo, isSignatureOf } from './ibe.ts';

/**
 * The time lock as age has it, so that drand's own `tle` opens it too: the file key, encrypted to the beacon of a round.
 *
 *     -> tlock ROUND CHAINHASH
 *     base64 of the 128 bytes of ibe.ts
 */
const type = 'tlock';

/** A round's beacon as it was given; `round` is null where it came as bare hex digits. */
export interface Beacon {
  readonly round: number | null;
  readonly signature: Uint8Array;
}

export function timelocked(chain: Chain, round: number): Recipient {
  return {
    wrapFileKey(fileKey) {
      const key = Buffer.from(chain.publicKey, 'hex');
      return [new Stanza([type, String(round), chain.hash], encryptTo(key, idOf(round), chain.dst, fileKey))];
    },
  };
}

/** The round and chain that a file waits for; null when it has no time lock. */
export function lockOf(
  stanzas: readonly Stanza[],
): { readonly round: number; readonly chain: string } | null {
  const [, round = '', chain = ''] = stanzas.find(({ args }) => args[0] === type)?.args ?? [];
  return /^[1-9]\d{0,15}$/.test(round) && /^[0-9a-f]{64}$/.test(chain)
    ? { round: Number(round), chain }
    : null;
}

/** A beacon as 96 hex digits, or as the JSON of a drand server. */
export function readBeacon(text: string): Beacon | Fault {
  const given = text.trim();
  const [, round = ''] = /"round"\s*:\s*(\d{1,15})\b/.exec(given) ?? [];
  const signature = given.startsWith('{')
    ? (/"signature"\s*:\s*"([0-9a-fA-F]{96})"/.exec(given)?.[1] ?? '')
    : given.replaceAll(/\s/g, '');
  if (!/^[0-9a-fA-F]{96}$/.test(signature)) return { fault: 'beacon-unreadable' };
  return { round: round === '' ? null : Number(round), signature: Buffer.from(signature, 'hex') };
}

/** An identity for a file that waits for this beacon, once it is certain that the chain made it for that round. */
export function unlocking(stanzas: readonly Stanza[], beacon: Beacon, chain: Chain): Identity | Fault {
  const lock = lockOf(stanzas);
  if (lock === null) return { fault: 'not-time-locked' };
  if (lock.chain !== chain.hash) return { fault: 'other-chain', wanted: chain.hash, given: lock.chain };
  const { round } = lock;
  if (beacon.round !== null && beacon.round < round) return tooEarly(chain, round, beacon.round);
  if (beacon.round !== null && beacon.round > round)
    return { fault: 'beacon-of-another-round', round, given: beacon.round };
  if (!isSignatureOf(idOf(round), Buffer.from(chain.publicKey, 'hex'), chain.dst, beacon.signature))
    return { fault: 'beacon-forged', round };
  return {
    unwrapFileKey(all) {
      for (const { args, body } of all) {
        if (args[0] !== type || args[1] !== String(round) || args[2] !== chain.hash) continue;
        const key = decryptWith(beacon.signature, body);
        if (key === null) throw new Error('invalid tlock stanza');
        return key;
      }
      return null;
    },
  };
}

export function tooEarly(chain: Chain, round: number, given: number | null): Fault {
  const opens = new Date(timeOfRound(chain, round)).toISOString().replace(/\.\d+Z$/, 'Z');
  return { fault: 'too-early', round, given, opens };
}

/** What an unchained network signs for a round: the hash of its number. */
function idOf(round: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(round));
  return createHash('sha256').update(bytes).digest();
}
