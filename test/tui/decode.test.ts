import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/tui/decode.ts';

test.each([
  [' ', ['space']],
  ['\r', ['enter']],
  ['\x7f', ['backspace']],
  ['\x03', ['ctrl-c']],
  ['q?', ['q', '?']],
  ['\x1b[A\x1b[B', ['up', 'down']],
  ['\x1bOA', ['up']],
  ['\x1b[1;5A', ['up']],
  ['\x1b[5~\x1b[6~', ['pgup', 'pgdn']],
  ['\x1b[H\x1b[1~\x1bOH\x1b[7~', ['home', 'home', 'home', 'home']],
  ['\x1bOP\x1b[11~', ['f1', 'f1']],
  ['\x1bx', ['alt-x']],
  ['é沙👍', ['é', '沙', '👍']],
  ['\x1b[<0;12;3M\x1b[<64;1;1M\x1b[<65;1;1M', ['click:11:2', 'wheel-up', 'wheel-down']],
  // Answers to questions, focus reports, releases and movements of the mouse are not typed by anybody.
  ['\x1b[?62;22c\x1b[I\x1b[<0;12;3m\x1b[<35;1;1M\x1b]11;rgb:0000/0000/0000\x07\x1bP1$r0m\x1b\\', []],
])('%j is %j', (input, keys) => {
  expect(decode('', input, true)).toEqual({ keys, pending: '' });
});

test('an ESC alone waits to be told that nothing follows', () => {
  expect(decode('', '\x1b')).toEqual({ keys: [], pending: '\x1b' });
  expect(decode('\x1b', '', true)).toEqual({ keys: ['esc'], pending: '' });
  expect(decode('\x1b', '[A')).toEqual({ keys: ['up'], pending: '' });
});

test('however the input is cut into pieces, the keys are the same', () => {
  const piece = fc.constantFrom(
    '\x1b[A',
    '\x1bOB',
    '\x1b[5~',
    'j',
    ' ',
    '\x03',
    '\x1bx',
    '\x1b[<0;1;2M',
    '\x1b]0;t\x07',
    'é',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 3 })),
      (pieces, cuts) => {
        const input = pieces.join('');
        const keys: string[] = [];
        let pending = '';
        for (let at = 0; at < input.length; ) {
          const length = cuts.next().value ?? 1;
          const decoded = decode(pending, input.slice(at, at + length));
          keys.push(...decoded.keys);
          pending = decoded.pending;
          at += length;
        }
        expect([...keys, ...decode(pending, '', true).keys]).toEqual(decode('', input, true).keys);
      },
    ),
    { numRuns: 500, seed: 3 },
  );
});

test('no input whatever is too much', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (input) => {
      expect(decode('', input, true).pending).toBe('');
    }),
    { numRuns: 500, seed: 4 },
  );
});
