import { identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAge, sealAge, sealWithPassphrase } from '../../src/seal/age.ts';
import { newCode } from '../../src/seal/code.ts';
import { compressed, head, packed } from '../../src/seal/container.ts';
import { identityOf } from '../../src/seal/identity.ts';
import { manifestBytes } from '../../src/seal/manifest.ts';
import { newSigner, signed } from '../../src/seal/signing.ts';
import { byCode, code, content, manifest, opened, sample, signer } from './sealing.ts';

const sealedBytes = manifestBytes(manifest);
const identity = identityOf(code, sealedBytes);
const byIdentity = { kind: 'identity', identity } as const;
const recipient = await identityToRecipient(identity);
const signature = signed(signer, sealedBytes, content);

/** A container sealed as age seals, without anything in the header. */
function plainly(container: Uint8Array): Promise<Uint8Array> {
  return sealAge(container, [recipient]);
}

describe('a sealed file', () => {
  test('opens by its code, by the key of the code, and says what it is without either', async () => {
    const file = await sample();
    expect(await opened(file, byCode)).toEqual({ manifest, content });
    expect(await opened(file, byIdentity)).toEqual({ manifest, content });
    expect(await opened(file, { kind: 'code', code: newCode() }, byCode)).toEqual({ manifest, content });
  });

  test('opens by none of these', async () => {
    const file = await sample();
    const stranger = identityOf(newCode(), sealedBytes);
    expect(await opened(file)).toEqual({ fault: 'wrong-recipient' });
    expect(await opened(file, { kind: 'code', code: newCode() })).toEqual({ fault: 'wrong-code' });
    expect(await opened(file, { kind: 'identity', identity: stranger })).toEqual({
      fault: 'wrong-recipient',
    });
  });

  test('of another stage or crew does not open by the same code’s key', async () => {
    for (const other of [{ stage: '3' }, { crew: '201' }, { notBefore: '2026-10-12T07:25:01Z' }]) {
      expect(await opened(await sample(other), byIdentity)).toEqual({ fault: 'wrong-recipient' });
    }
  });

  test('has the same inside each time', () => {
    const parts = { signature, manifest: sealedBytes };
    expect(packed(parts, compressed(content))).toEqual(packed(parts, compressed(content)));
    expect(signed(signer, sealedBytes, content)).toEqual(signature);
  });

  test('with another manifest before it is changed, whoever signed that', async () => {
    const later = manifestBytes({ ...manifest, notBefore: '2027-01-01T00:00:00Z' });
    const forger = newSigner();
    const forged = manifestBytes({ ...manifest, signer: forger.publicKey });
    const file = Buffer.from(await sample());
    const stanza = (bytes: Uint8Array, by: Uint8Array) => {
      const lines =
        Buffer.from(bytes)
          .toString('base64')
          .replaceAll('=', '')
          .match(/.{1,64}/g) ?? [];
      const args = /-> roadbook-manifest 1 \d+ /.exec(file.toString('latin1'))?.[0];
      return `${args}${Buffer.from(by).toString('base64').replaceAll('=', '')}\n${lines.join('\n')}\n`;
    };
    const swapped = (text: string) =>
      Buffer.from(
        file.toString('latin1').replace(/-> roadbook-manifest[\s\S]*?\n(?=-> X25519)/, text),
        'latin1',
      );
    const own = signed(signer, sealedBytes, null);
    expect(await opened(swapped(stanza(sealedBytes, own)), byCode)).toEqual({ manifest, content });
    expect(await opened(swapped(stanza(later, own)), byCode)).toEqual({ fault: 'manifest-changed' });
    // Well signed by somebody else: the code fits another manifest, the key fits another header.
    const theirs = swapped(stanza(forged, signed(forger, forged, null)));
    expect(await opened(theirs, byCode)).toEqual({ fault: 'wrong-code' });
    expect(await opened(theirs, byIdentity)).toEqual({ fault: 'header-changed' });
    expect(await opened(swapped(stanza(Buffer.from('{}'), own)), byCode)).toEqual({
      fault: 'manifest-unreadable',
    });
    expect(await opened(swapped(''), byCode)).toEqual({ fault: 'manifest-missing' });
    expect(await opened(swapped(''), byIdentity)).toEqual({ fault: 'header-changed' });
  });

  test('with a signature that is of something else is refused', async () => {
    const parts = { manifest: sealedBytes };
    const wrong = [
      signed(signer, sealedBytes, Buffer.from('other')),
      signed(signer, sealedBytes, null),
      signed(newSigner(), sealedBytes, content),
      new Uint8Array(64),
    ];
    for (const signature of wrong) {
      const file = await plainly(packed({ ...parts, signature }, compressed(content)));
      expect(await opened(file, byIdentity)).toEqual({ fault: 'signature-wrong' });
    }
    for (const inside of [content, compressed(content), head({ signature, ...parts }).subarray(0, 120)]) {
      expect(await opened(await plainly(inside), byIdentity)).toEqual({ fault: 'content-unsigned' });
    }
  });

  test('cut short says so, and by how much', async () => {
    const file = await sample();
    for (const missing of [1, 20, 100]) {
      const cut = file.subarray(0, file.length - missing);
      expect(await opened(cut, byCode)).toEqual({ fault: 'sealed-truncated', missing });
    }
    expect(await opened(file.subarray(0, 300), byCode)).toEqual({ fault: 'sealed-truncated', missing: null });
    expect(await opened(new Uint8Array([...file, 0]), byCode)).toEqual({ fault: 'content-changed' });
  });

  test('is bounded: too large, unpacking to too much, a passphrase of any work', async () => {
    const huge = new Uint8Array(64 * 1024 * 1024 + 1);
    expect(await opened(huge, byCode)).toMatchObject({ fault: 'sealed-too-large', bytes: huge.length });
    const parts = { signature, manifest: sealedBytes };
    const bomb = packed(parts, compressed(new Uint8Array(128 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await opened(await plainly(bomb), byIdentity)).toMatchObject({ fault: 'content-too-large' });
    const passphrase = await sealWithPassphrase(content, 'sand', 4);
    const work = Buffer.from(passphrase).toString('latin1').replace(' 4\n', ' 60\n');
    expect(await opened(Buffer.from(work, 'latin1'), byCode)).toEqual({
      fault: 'passphrase-refused',
      workFactor: 60,
    });
    const stanzas = `age-encryption.org/v1\n${'-> X25519 x\n\n'.repeat(5000)}--- ${'A'.repeat(43)}\n${'x'.repeat(32)}`;
    expect(await readAge(Buffer.from(stanzas))).toEqual({ fault: 'header-damaged' });
  });

  test('with any byte changed does not open', async () => {
    const file = await sample({}, {}, Buffer.from(`{"notes":"${'sand '.repeat(40)}"}`));
    const faults = new Set<string>();
    for (let i = 0; i < file.length; i += 1 + (i % 5)) {
      const changed = Uint8Array.from(file);
      changed[i] = (changed[i] ?? 0) ^ (1 << (i % 8));
      const result = await opened(changed, byCode);
      if (!('fault' in result)) throw new Error(`byte ${i} of ${file.length} may be anything`);
      faults.add(result.fault);
    }
    expect(faults).toContain('content-changed');
    expect(faults).toContain('manifest-changed');
  });

  test('never throws, whatever the bytes', async () => {
    const begun = Buffer.from('age-encryption.org/v1\n-> X25519 ');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, age) => {
        const result = await opened(age ? Buffer.concat([begun, bytes]) : bytes, byCode);
        expect(result).toHaveProperty('fault');
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
