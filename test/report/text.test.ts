import { expect, test } from 'vitest';
import { frame } from '../../src/report/frame.ts';
import { paintOf, plain } from '../../src/report/paint.ts';
import { reports } from '../../src/report/registry.ts';
import type { CheckedFile, Style } from '../../src/report/report.ts';
import { problem } from '../../src/text/diagnostic.ts';

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

const text = 'roadbook: 1\nnotes:\n  - km: 0\n    cap: 400\n';
const at = (what: string) => ({ start: text.indexOf(what), end: text.indexOf(what) + what.length });
const checked: CheckedFile = {
  file: 'day\u001b[31m.roadbook.yaml',
  text,
  diagnostics: [
    problem('cap-out-of-range', {
      message: 'note 1: cap must be at most 360, not 400',
      span: at('400'),
      notes: [{ message: 'the note', span: at('km: 0') }],
      help: 'headings go from 0 to 360',
      fix: { title: 'write 40', safe: true, edits: [{ span: at('400'), text: '40' }] },
    }),
    problem('format-deviation', { message: 'no place at all' }),
  ],
};
const totals = { files: 2, counts: { error: 1, warning: 1, info: 0 }, fixable: 1 };

function write(name: string, style: Partial<Style> = {}): string {
  const report = reports.find((one) => one.name === name);
  const writer = report?.begin({ paint: plain, width: 80, ...style });
  if (!writer) throw new Error(name);
  return (
    writer.file(checked) +
    writer.file({ ...checked, file: 'clean.gpx', diagnostics: [] }) +
    writer.end(totals)
  );
}

test.each(reports.map(({ name }) => name))('the %s report', async (name) => {
  const shown = write(name).replace(/"version": "[^"]*"/, '"version": "…"');
  await expect(shown).toMatchFileSnapshot(`../golden/report/${name}.txt`);
});

test('colour paints and changes nothing else', async () => {
  const painted = write('text', { paint: await paintOf(true) });
  expect(painted).toContain('\u001b[');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is control characters
  expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(write('text'));
});
