import { expect, test } from 'vitest';
import { frame } from '../../src/report/frame.ts';

/** Frames the part of the text between ‹ and ›. */
function framed(marked: string, room = 60): string {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const { source, underline } = frame(marked.replace(/[‹›]/g, ''), { start, end }, room);
  return `${source}\n${underline}`;
}

test.each([
  ['a value', 'km: 1\n  cap: ‹400›\nkm: 2', '  cap: 400\n       ^^^'],
  ['nothing at all', 'km: ‹›', 'km:\n    ^'],
  ['a tab', '\tcap:\t‹400›', '    cap:    400\n            ^^^'],
  ['wide characters', 'text: 日本, cap: ‹砂漠›', 'text: 日本, cap: 砂漠\n                 ^^^^'],
  ['combining characters', 'e\u0301 = ‹x›', 'e\u0301 = x\n    ^'],
  ['emoji', '🚒👩‍🚒 ‹x›', '🚒👩\\u{200d}🚒 x\n               ^'],
  ['several lines', 'notes:\n  ‹- km: 1\n    cap: 2›', '  - km: 1\n  ^^^^^^^'],
  ['Windows line ends', 'cap: ‹400›\r\nkm: 1', 'cap: 400\n     ^^^'],
  ['the end of the file', 'cap: 400\n‹›', '\n^'],
  [
    'a control sequence',
    'text: ‹\u001b]52;c;x\u0007›',
    'text: \\u{1b}]52;c;x\\u{7}\n      ^^^^^^^^^^^^^^^^^^',
  ],
])('%s', (_, marked, expected) => {
  expect(framed(marked)).toBe(expected);
});

test('a long line is shown around what is meant', () => {
  const picture = 'A'.repeat(40_000);
  expect(framed(`<tulip>${picture}</tulip><cap>‹400›</cap>${picture}`, 40)).toBe(
    '…/tulip><cap>400</cap>AAAAAAAAAAAAAAAAA…\n             ^^^',
  );
});
