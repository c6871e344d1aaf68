import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { askCode } from '../../src/commands/code-prompt.ts';
import { clockRemark, clockWatch, countdown } from '../../src/commands/countdown.ts';
import { isWhole, nothingTyped, shownCode, textOf, typing } from '../../src/commands/typed-code.ts';
import { newCode, readCode, wordsOf } from '../../src/seal/code.ts';
import { inTerminal } from '../support/pty.ts';
import { root } from '../support/run.ts';
import { sealingFolder } from './sealed-stage.ts';

const typed = (keys: string) => [...keys].reduce(typing, nothingTyped);

describe('a code while it is typed', () => {
  test('is mended word by word, taken back by word and by letter, and pasted with numbers', () => {
    expect(typed('aba acrobxt ')).toEqual({ words: ['abacus', 'acrobat'], letters: '' });
    expect(typed('aba acr\u007f\u007f')).toEqual({ words: ['abacus'], letters: 'a' });
    expect(typed('aba \u007f')).toEqual(nothingTyped);
    expect(shownCode(typed('aba ac'))).toBe('word 2 of 18: abacus ac');
    const code = Uint8Array.from(newCode());
    const pasted = typed(
      wordsOf(code)
        .split(' ')
        .map((word, i) => `${i + 1}. ${word}`)
        .join('\r\n'),
    );
    expect(isWhole(pasted)).toBe(true);
    expect(readCode(textOf(pasted))).toEqual({ code, mended: [] });
  });
});

describe('the clock', () => {
  const manifest = { notBefore: '2026-10-12T07:25:00Z', sealed: '2026-10-11T18:00:00Z' };
  test.each([
    ['2026-10-12T07:24:30Z', 'in 00:30'],
    ['2026-10-12T07:25:00Z', '00:00 ago'],
    ['2026-10-12T05:00:00Z', 'in 02:25:00'],
    ['2026-10-10T07:25:00Z', 'in 2 d 00:00:00'],
    ['2026-10-12T07:26:05Z', '01:05 ago'],
  ])('%s: %s', (now, said) => expect(countdown(manifest, Date.parse(now))).toBe(said));

  test('is said to be wrong before the sealing and long after the release, and when it is set', () => {
    expect(clockRemark(manifest, Date.parse('2016-10-12T07:00:00Z'))).toContain(
      'is wrong: it says 2016-10-12T07:00:00Z',
    );
    expect(clockRemark(manifest, Date.parse('2036-10-12T07:00:00Z'))).toContain('may be wrong');
    expect(clockRemark(manifest, Date.parse('2026-10-12T07:00:00Z'))).toBeNull();
    const moved = clockWatch();
    expect([moved(1_000_000, 0), moved(1_001_000, 1000), moved(998_000, 2000), moved(999_000, 3000)]).toEqual(
      [0, 0, -4, 0],
    );
  });
});

test('an Enter behind the last word, which ends itself, goes to nobody else', async () => {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const code = wordsOf(Uint8Array.from(newCode()));
  const answer = askCode({ notBefore: '2026-10-12T07:25:00Z' }, input, new PassThrough());
  input.write(code);
  await new Promise(setImmediate);
  input.write('\r');
  expect(await answer).toBe(code);
  expect(input.read()).toBeNull();
});

/** The code with two words in the wrong order, which its checksum always sees. */
function swapped(code: string): string {
  const all = code.split(' ');
  const at = all.findIndex((word, i) => word !== all[i + 1]);
  return all.toSpliced(at, 2, ...all.slice(at, at + 2).toReversed()).join(' ');
}

const posix = process.platform !== 'win32';

describe.runIf(posix)('on a terminal', () => {
  const running: { signal: (name: string) => void }[] = [];
  afterEach(() => {
    for (const one of running.splice(0)) one.signal('SIGKILL');
  });

  test('the signer is asked about once, then the code under the countdown, and a wrong one may be typed again', async () => {
    const folder = sealingFolder();
    await folder.sealed();
    await folder.run(['trust', '--event', 'Rallye des Trois Regs (invented)', '--remove']);
    const code = await folder.code();
    const terminal = inTerminal(
      process.execPath,
      [`${root}bin/roadbook.js`, 'open', folder.path('stage.age')],
      { env: folder.env },
    );
    running.push(terminal);
    await terminal.shows(/Is that the fingerprint/);
    terminal.type('y');
    await terminal.shows(/code, word 1 of 18/);
    terminal.type(`${swapped(code)}\r`);
    await terminal.shows(/RB069 code-checksum[\s\S]*word 1 of 18/);
    terminal.type(
      `${code
        .split(' ')
        .map((word) => word.slice(0, 3))
        .join(' ')}\r`,
    );
    expect((await terminal.exited).exitCode).toBe(0);
    expect(terminal.text().replaceAll('\n', '')).toContain('signed and unchanged');
    expect(terminal.output).not.toContain(code);
  });
});
