import { hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byCode, opened, sample } from './sealing.ts';

test('a sealed file with a bit changed at each of 10,000 positions of its content never opens', async () => {
  const text = Buffer.from(hkdfSync('sha512', 'sand', '', '', 12_000));
  const file = await sample({}, {}, text);
  const end = Buffer.from(file).indexOf('\n--- ');
  for (let i = file.length - 10_000; i < file.length; i++) {
    expect(i).toBeGreaterThan(end + 50);
    const changed = Uint8Array.from(file);
    changed[i] = (changed[i] ?? 0) ^ (1 << (i % 8));
    expect(await opened(changed, byCode)).toEqual({ fault: 'content-changed' });
  }
});

test('0 of 100,000 mutated files open', async () => {
  const file = Buffer.from(await sample());
  const place = fc.nat(file.length - 1);
  const mutation = fc.oneof(
    fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, bits]) => {
      const copy = Uint8Array.from(file);
      copy[at] = (copy[at] ?? 0) ^ bits;
      return copy;
    }),
    place.map((at) => file.subarray(0, at)),
    fc.tuple(place, place).map(([a, b]) => Buffer.concat([file.subarray(0, a), file.subarray(b)])),
    fc
      .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 64 }))
      .map(([at, bytes]) => Buffer.concat([file.subarray(0, at), bytes, file.subarray(at)])),
    fc
      .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 64 }))
      .map(([at, bytes]) => Buffer.concat([file.subarray(0, at), bytes, file.subarray(at + bytes.length)])),
  );
  await fc.assert(
    fc.asyncProperty(mutation, async (bytes) => {
      if (file.equals(bytes)) return;
      expect(await opened(bytes, byCode)).toHaveProperty('fault');
    }),
    { seed: 7, numRuns: 100_000 },
  );
});
