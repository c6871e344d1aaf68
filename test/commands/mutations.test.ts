import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { randomFrom } from '../../src/odometer/random.ts';
import { inProcess, root } from '../support/run.ts';

/** By hand as many as you like: ROADBOOK_MUTATIONS=20000 npx vitest run test/commands/mutations.test.ts */
const each = Number(process.env.ROADBOOK_MUTATIONS ?? 1_000) / 2;

/** The bytes with one to eight things done to them: a bit flipped, a stretch cut, repeated, or overwritten. */
function mutated(bytes: Buffer, random: () => number): Buffer {
  const upTo = (most: number) => Math.floor(random() * most);
  let out = Buffer.from(bytes);
  for (let i = upTo(8) + 1; i > 0; i--) {
    const at = upTo(out.length);
    const length = upTo(random() < 0.2 ? out.length : 40);
    const piece = out.subarray(at, Math.min(out.length, at + length));
    const kind = upTo(4);
    if (kind === 0) out[at] = (out[at] ?? 0) ^ (1 << upTo(8));
    else if (kind === 1) out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
    else if (kind === 2) out = Buffer.concat([out.subarray(0, at), piece, out.subarray(at)]);
    else out.fill(upTo(256), at, Math.min(out.length, at + length));
  }
  return out;
}

it.each(['shakedown.roadbook.yaml', 'shakedown.gpx'])(
  'check, show and drive live through mutations of %s',
  async (name) => {
    const random = randomFrom(20_261_122);
    const whole = await readFile(`${root}roadbooks/${name}`);
    const folder = await mkdtemp(join(tmpdir(), 'roadbook-'));
    const file = join(folder, name);
    for (let i = 0; i < each; i++) {
      const bytes = mutated(whole, random);
      await writeFile(file, bytes);
      const verb = [['check'], ['show', '--no-tulips'], ['drive', '--headless']][i % 3] ?? ['check'];
      const { code, stdout, stderr } = await inProcess([...verb, file]);
      // On failure the bytes that did it are in the message.
      expect([0, 1], `${verb[0]} ${bytes.toString('base64')}\n${stderr}`).toContain(code);
      expect(stdout + stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
      expect(stdout + stderr).not.toContain('\u001b');
    }
  },
  600_000,
);
