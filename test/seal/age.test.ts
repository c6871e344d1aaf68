import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, inflateSync } from 'node:zlib';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import * as vectors from 'cctv-age';
import { afterAll, describe, expect, test } from 'vitest';
import { type AgeKey, openAge, readAge } from '../../src/seal/age.ts';
import { identityOf } from '../../src/seal/identity.ts';
import { manifestBytes } from '../../src/seal/manifest.ts';
import { byCode, code, content, manifest, opened, sample } from './sealing.ts';

const hasAge = spawnSync('age', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'roadbook-age-'));
afterAll(() => rmSync(folder, { recursive: true }));

function age(args: readonly string[], input?: Uint8Array): Buffer {
  const { status, stdout, stderr } = spawnSync('age', args, { cwd: folder, ...(input && { input }) });
  if (status !== 0) throw new Error(String(stderr));
  return stdout;
}

function put(name: string, bytes: Uint8Array | string): string {
  writeFileSync(join(folder, name), bytes);
  return name;
}

describe.runIf(hasAge)('the age program', () => {
  test('opens a sealed file with the key of the released code', async () => {
    const key = put('key.txt', `${identityOf(code, manifestBytes(manifest))}\n`);
    const text = gunzipSync(age(['-d', '-i', key, put('stage.age', await sample())])).toString();
    expect(text.split('\n').slice(2).join('\n')).toBe(String(content));
    expect(text.split('\n')[1]).toBe(JSON.stringify(manifest));
  });

  test('seals for the same key what we open, with armour and without', async () => {
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    const inside = age(
      ['-d', '-i', put('own.txt', identity)],
      await sample({}, { codes: [], recipients: [recipient] }),
    );
    for (const armour of [[], ['-a']]) {
      const file = age(['-r', recipient, ...armour], inside);
      expect(await opened(file, { kind: 'identity', identity })).toEqual({ manifest, content });
      expect(await opened(file, byCode)).toEqual({ fault: 'manifest-missing' });
    }
    const unsigned = age(['-r', recipient], content);
    expect(await opened(unsigned, { kind: 'identity', identity })).toEqual({ fault: 'content-unsigned' });
    expect(readFileSync(join(folder, 'own.txt'), 'utf8')).toBe(identity);
  });
});

/** How a vector's expectation is told here; a good file gives its payload. */
const expectations: Readonly<Record<string, readonly string[]>> = {
  'no match': ['wrong-recipient'],
  'HMAC failure': ['header-changed'],
  'header failure': [
    'header-damaged',
    'header-changed',
    'sealed-truncated',
    'not-sealed',
    'passphrase-refused',
  ],
  'payload failure': ['content-changed'],
  'armor failure': ['armor-damaged', 'not-sealed', 'header-damaged'],
};

describe('the public test vectors of the age format', () => {
  test.each(Object.entries(vectors))('%s', async (_, vector) => {
    const buffer = Buffer.from(vector);
    const end = buffer.indexOf('\n\n');
    const fields = buffer
      .toString('utf8', 0, end)
      .split('\n')
      .map((line) => line.split(': ', 2));
    const all = (key: string) => fields.filter(([name]) => name === key).map(([, value = '']) => value);
    const [expected = ''] = all('expect');
    const body = buffer.subarray(end + 2);
    const bytes = all('compressed')[0] === 'zlib' ? inflateSync(body) : body;
    const keys: AgeKey[] = [...all('identity'), ...all('passphrase').map((passphrase) => ({ passphrase }))];
    const file = await readAge(bytes);
    const plain = 'fault' in file ? file : await openAge(file, keys);
    if ('fault' in plain) expect(expectations[expected]).toContain(plain.fault);
    else {
      expect(expected).toBe('success');
      expect(createHash('sha256').update(plain).digest('hex')).toBe(all('payload')[0]);
    }
  });
});
