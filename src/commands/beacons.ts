import type { AgeFile } from '../seal/age.ts';
import { type Chain, chainFrom, quicknet } from '../seal/chain.ts';
import type { Fault } from '../seal/fault.ts';
import type { SealKey } from '../seal/unseal.ts';
import type { Io } from './command.ts';
import type { OpeningOptions } from './opening-options.ts';
import { readBytes } from './read-file.ts';
import { secretFrom } from './secret-input.ts';
import { UsageError } from './usage-error.ts';

/** drand's own server; a beacon is checked whoever gives it. */
const server = 'https://api.drand.sh';
const patience = 10_000;
const longestAnswer = 10_000;

/** The pinned network, or the one whose `/info` the user has in a file. */
export async function chainOf(file: string | undefined, io: Io): Promise<Chain> {
  if (file === undefined) return quicknet;
  const chain = chainFrom(Buffer.from(await readBytes(file, io)).toString('utf8'));
  if (chain === null)
    throw new UsageError(
      `'${file}' is no chain: it is what a drand server says at /CHAIN/info, of scheme bls-unchained-g1-rfc9380`,
    );
  return chain;
}

/** The key that a beacon is: given in a file, or fetched where the user said so, and checked against chain and round. */
export async function beaconKey(file: AgeFile, options: OpeningOptions, io: Io): Promise<SealKey | Fault> {
  const { readBeacon, unlocking } = await import('../seal/timelock.ts');
  const chain = await chainOf(options.chain, io);
  const text =
    options.beacon === undefined
      ? await fetched(file, options.fetch ?? true, chain)
      : await secretFrom(options.beacon, io);
  if (typeof text !== 'string') return text;
  const beacon = readBeacon(text);
  if ('fault' in beacon) return beacon;
  const identity = unlocking(file.stanzas, beacon, chain);
  return 'fault' in identity ? identity : { kind: 'identity', identity };
}

/** Asks a server for the one round that the file waits for; it learns no more than that. */
async function fetched({ stanzas }: AgeFile, from: true | string, chain: Chain): Promise<string | Fault> {
  const { lockOf, tooEarly } = await import('../seal/timelock.ts');
  const lock = lockOf(stanzas);
  if (lock === null) return { fault: 'not-time-locked' };
  const { round } = lock;
  if (lock.chain !== chain.hash) return { fault: 'other-chain', wanted: chain.hash, given: lock.chain };
  const base = (from === true ? server : from).replace(/\/+$/, '');
  try {
    const url = `${base}/${chain.hash}/public/${round}`;
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience), redirect: 'error' });
    if (answer.status === 404 || answer.status === 425) return tooEarly(chain, round, null);
    if (!answer.ok)
      return { fault: 'beacon-not-fetched', round, why: `the server answered ${answer.status}` };
    return (await answer.text()).slice(0, longestAnswer);
  } catch (error) {
    const why =
      error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'no connection';
    return { fault: 'beacon-not-fetched', round, why };
  }
}
