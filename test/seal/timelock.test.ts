import { describe, expect, test } from 'vitest';
import { openAge, readAge } from '../../src/seal/age.ts';
import { type Chain, chainFrom, chainHash, quicknet, roundAt, timeOfRound } from '../../src/seal/chain.ts';
import { readBeacon, timelocked, unlocking } from '../../src/seal/timelock.ts';
import { readSealed, unseal } from '../../src/seal/unseal.ts';
import { byCode, content, opened, sample } from './sealing.ts';
import { testBeacon, testChain, testInfo } from './test-chain.ts';

const round = roundAt(testChain, Date.parse('2026-10-12T07:25:00Z'));
const timelock = { chain: testChain.hash, round };
const locked = () => sample({ timelock }, { codes: [], recipients: [timelocked(testChain, round)] });

async function openedBy(file: Uint8Array, text: string, chain: Chain = testChain) {
  const sealed = await readSealed(file);
  if ('fault' in sealed) return sealed;
  const beacon = readBeacon(text);
  if ('fault' in beacon) return beacon;
  const identity = unlocking(sealed.file.stanzas, beacon, chain);
  return 'fault' in identity ? identity : unseal(sealed, [{ kind: 'identity', identity }]);
}

describe('a time lock', () => {
  test('opens by its beacon, as JSON or as hex digits, with the rounds of either side refused', async () => {
    const file = await locked();
    expect(await openedBy(file, JSON.stringify(testBeacon(round)))).toMatchObject({ content });
    expect(await openedBy(file, ` ${testBeacon(round).signature.toUpperCase()}\n`)).toMatchObject({
      content,
    });
    expect(await openedBy(file, JSON.stringify(testBeacon(round - 1)))).toEqual({
      fault: 'too-early',
      round,
      given: round - 1,
      opens: '2026-10-12T07:25:02Z',
    });
    expect(await openedBy(file, JSON.stringify(testBeacon(round + 1)))).toMatchObject({
      fault: 'beacon-of-another-round',
    });
    expect(await openedBy(file, testBeacon(round - 1).signature)).toEqual({ fault: 'beacon-forged', round });
    expect(await openedBy(file, JSON.stringify({ ...testBeacon(round - 1), round }))).toEqual({
      fault: 'beacon-forged',
      round,
    });
    expect(await openedBy(file, JSON.stringify(testBeacon(round)), quicknet)).toMatchObject({
      fault: 'other-chain',
    });
    expect(await openedBy(file, 'c0ffee')).toEqual({ fault: 'beacon-unreadable' });
    expect(await openedBy(await sample(), testBeacon(round).signature)).toEqual({ fault: 'not-time-locked' });
    expect(await opened(file, byCode)).toEqual({ fault: 'wrong-code' });
  });

  test('and a code open the same file, each by itself', async () => {
    const file = await sample({ timelock }, { recipients: [timelocked(testChain, round)] });
    expect(await opened(file, byCode)).toMatchObject({ content });
    expect(await openedBy(file, testBeacon(round).signature)).toMatchObject({ content });
  });

  test('with its ciphertext changed does not open', async () => {
    const file = Buffer.from(await locked());
    const body = file.indexOf('-> tlock') + file.subarray(file.indexOf('-> tlock')).indexOf('\n') + 1;
    for (const at of [10, 70, 134, 150, 165]) {
      const changed = Buffer.from(file);
      changed[body + at] = changed[body + at] === 65 ? 66 : 65;
      expect(await openedBy(changed, testBeacon(round).signature), String(at)).toHaveProperty('fault');
    }
  });
});

describe('the network', () => {
  test('of quicknet has the key that its hash is of', () => {
    const info = {
      public_key: quicknet.publicKey,
      period: quicknet.period,
      genesis_time: quicknet.genesis,
      groupHash: 'f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e',
      metadata: { beaconID: 'quicknet' },
    };
    expect(chainHash(info)).toBe(quicknet.hash);
  });

  // Public beacons of quicknet; the second is in drand's documentation.
  test.each([
    [1, 'b55e7cb2d5c613ee0b2e28d6750aabbb78c39dcc96bd9d38c2c2e12198df95571de8e8e402a0cc48871c7089a2b3af4b'],
    [
      1000,
      'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
    ],
  ])('signed round %i as it was recorded', async (recorded, signature) => {
    const file = await sample({}, { codes: [], recipients: [timelocked(quicknet, recorded)] });
    expect(await openedBy(file, signature, quicknet)).toMatchObject({ content });
  });

  test('is taken from a server’s description only if the hash is of it', () => {
    expect(chainFrom(JSON.stringify(testInfo))).toEqual(testChain);
    expect(chainFrom(JSON.stringify({ ...testInfo, period: 30 }))).toBeNull();
    expect(chainFrom('{}')).toBeNull();
  });

  test('has its rounds at the times it says', () => {
    expect(timeOfRound(quicknet, 1)).toBe(1_692_803_367_000);
    for (const time of ['2026-10-12T07:25:00Z', '2026-10-12T07:25:01Z', '2026-10-12T07:25:02.5Z'].map(
      Date.parse,
    )) {
      const next = roundAt(quicknet, time);
      expect(timeOfRound(quicknet, next)).toBeGreaterThanOrEqual(time);
      expect(timeOfRound(quicknet, next - 1)).toBeLessThan(time);
    }
  });
});

/** Made by drand's own tool for fastnet, the network before quicknet, which hashed with another domain. Data of drand/tlock-js. */
test('a file that drand’s own tool locked opens by the recorded beacon', async () => {
  const fastnet: Chain = {
    hash: 'dbd506d6ef76e5f386f41c651dcb808c5bcbd75471cc4eafa3f4df7ad4e4c493',
    publicKey:
      'a0b862a7527fee3a731bcb59280ab6abd62d5c0b6ea03dc4ddf6612fdfc9d01f01c31542541771903475eb1ec6615f8d0df0b8b6dce385811d6dcf8cbefb8759e5e616a3dfd054c928940766d9a5b9db91e3b697e5d70a975181e007f87fca5e',
    period: 3,
    genesis: 1_677_685_200,
    dst: 'BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_',
  };
  const armoured = `-----BEGIN AGE ENCRYPTED FILE-----
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHRsb2NrIDIgZGJkNTA2ZDZlZjc2ZTVm
Mzg2ZjQxYzY1MWRjYjgwOGM1YmNiZDc1NDcxY2M0ZWFmYTNmNGRmN2FkNGU0YzQ5
MwpzRXAvVVpBQXlDSjE1QUxDaUFnQ1E2cEd1elJXS0kzMkpsQnBxUFAzcHVvdWRT
a2w0OXJ0NC9rMmd0UHlVMTRxCkN3MERjVUJVUlloT2UrRjZsSE9lTFgwMkZNMjk3
UGpwNlBZL09WY3NoblhqMTVMbU9FeXV1MjlDcmJGQXU3SmgKcWxlbjFtaXBONWUz
eFpVQysxQWtjS1Z3SU9uRjJWaW8veUpkNEUyVHhQWQotLS0gN21xSHhranNqMEND
UG9qN2haU0FWdEpFK0pUZzUwWmVsVS9YRWdOaDRadwpeDBRfXZtLOC49GlI+Kozr
z6hgtLUPYvAimgekc+CeyJ8fb/0MVrpq/Ewnx1MpKig8nQ==
-----END AGE ENCRYPTED FILE-----
`;
  const beacon = {
    round: 2,
    signature: Buffer.from(
      'a050676d1a1b6ceedb5fb3281cdfe88695199971426ff003c0862460b3a72811328a07ecd53b7d57fc82bb67f35efaf1',
      'hex',
    ),
  };
  const file = await readAge(Buffer.from(armoured));
  if ('fault' in file) throw new Error(file.fault);
  const identity = unlocking(file.stanzas, beacon, fastnet);
  if ('fault' in identity) throw new Error(identity.fault);
  expect(Buffer.from((await openAge(file, [identity])) as Uint8Array).toString()).toBe('Hello drand World\n');
});
