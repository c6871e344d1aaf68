import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roundAt } from '../../src/seal/chain.ts';
import { testBeacon, testChain, testInfo } from '../seal/test-chain.ts';
import { sealingFolder } from './sealed-stage.ts';

const { sealed, run, write, code } = sealingFolder();
const chain = ['--chain', 'chain.json'];
const round = roundAt(testChain, Date.parse('2026-10-12T07:25:00Z'));
let answer: { status: number; body: string } = { status: 404, body: '' };
const asked: string[] = [];
const server = createServer(({ url }, response) => {
  asked.push(url ?? '');
  response.writeHead(answer.status).end(answer.body);
});
let here = '';

beforeAll(async () => {
  await write('chain.json', JSON.stringify(testInfo));
  await sealed('--timelock', ...chain);
  await write('code.txt', await code());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('a stage under a time lock and a code', () => {
  test('opens by either, and says its round', async () => {
    expect((await run(['open', 'stage.age', '--code-file', 'code.txt'])).code).toBe(0);
    const beacon = JSON.stringify(testBeacon(round));
    expect((await run(['open', 'stage.age', ...chain, '--beacon', '-'], beacon)).code).toBe(0);
    expect((await run(['verify', 'stage.age'])).stdout).toContain(`round ${round} of ${testChain.hash}`);
  });

  test('is fetched from the network only when asked to, and its round alone', async () => {
    expect(asked).toEqual([]);
    answer = { status: 200, body: JSON.stringify({ ...testBeacon(round), randomness: '00' }) };
    expect((await run(['open', 'stage.age', ...chain, '--fetch', here])).code).toBe(0);
    expect(asked).toEqual([`/${testChain.hash}/public/${round}`]);
  });

  test.each([
    ['too early', { status: 404, body: '' }, 'RB076 too-early'],
    ['an old beacon', { status: 200, body: JSON.stringify(testBeacon(round - 5)) }, 'RB076 too-early'],
    [
      'a forged beacon',
      { status: 200, body: JSON.stringify({ ...testBeacon(9), round }) },
      'RB078 beacon-forged',
    ],
    [
      'a later beacon',
      { status: 200, body: JSON.stringify(testBeacon(round + 1)) },
      'RB079 beacon-of-another-round',
    ],
    ['no beacon', { status: 200, body: '<html>' }, 'RB074 beacon-unreadable'],
    ['a broken server', { status: 500, body: '' }, 'RB080 beacon-not-fetched'],
  ])('%s is said as such', async (_, given, said) => {
    answer = given;
    const {
      code: exit,
      stdout,
      stderr,
    } = await run(['open', 'stage.age', ...chain, '--fetch', here, '-o', '-']);
    expect([exit, stdout, stderr]).toEqual([1, '', expect.stringContaining(`error ${said}`)]);
  });

  test('is refused a beacon of another chain', async () => {
    const { stderr } = await run(['open', 'stage.age', '--beacon', '-'], testBeacon(round).signature);
    expect(stderr).toContain('other-chain');
  });
});
