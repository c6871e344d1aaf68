import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/text/decode.ts';

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const latin1 = (text: string) => Buffer.from(text, 'latin1');

const clean: readonly (readonly [string, Uint8Array, string])[] = [
  ['ASCII', Buffer.from('km: 0'), 'km: 0'],
  ['UTF-8', Buffer.from('Oued Draâ 🐪'), 'Oued Draâ 🐪'],
  ['UTF-8 with a mark', Buffer.from('\ufeffâ'), 'â'],
  ['UTF-16 LE with a mark', Buffer.from('\ufeffDraâ 🐪', 'utf16le'), 'Draâ 🐪'],
  ['UTF-16 BE with a mark', utf16be('\ufeffDraâ 🐪'), 'Draâ 🐪'],
  ['UTF-16 LE without', Buffer.from('<?xml?><â/>', 'utf16le'), '<?xml?><â/>'],
  ['UTF-16 BE without', utf16be('{"a": "â"}'), '{"a": "â"}'],
  ['Latin-1 in XML', latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'), 'é'],
  ['Windows-1252 in XML', latin1("<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>"), '€'],
  ['UTF-8 that claims UTF-16', Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a>é</a>'), 'é'],
  ['nothing', new Uint8Array(), ''],
];

test.each(clean)('%s', (_, bytes, text) => {
  const { source, diagnostics } = decode(bytes, 'file');
  expect(diagnostics).toEqual([]);
  expect(source?.text).toContain(text);
  expect(source?.text.startsWith('\ufeff')).toBe(false);
});

const damaged: readonly (readonly [string, Uint8Array, string, string])[] = [
  ['Windows-1252 unannounced', latin1('km;text\n0;oued cass\xe9'), 'km;text\n0;oued cassé', 'é'],
  [
    'a bad byte in UTF-8',
    Buffer.concat([Buffer.from('é a'), latin1('\xff'), Buffer.from('b')]),
    'é a\ufffdb',
    '\ufffd',
  ],
  ['a lone surrogate in UTF-16', Buffer.from('\ufeffa\ud800b', 'utf16le'), 'a\ufffdb', '\ufffd'],
  ['UTF-16 cut in a character', Buffer.from('\ufeffab', 'utf16le').subarray(0, 5), 'a\ufffd', '\ufffd'],
  [
    'an unknown encoding',
    latin1('<?xml encoding="klingon"?><a/>'),
    '<?xml encoding="klingon"?><a/>',
    'klingon',
  ],
  [
    'UTF-8 that is declared as Latin-1',
    Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>gué</a>'),
    '<?xml version="1.0" encoding="ISO-8859-1"?><a>gué</a>',
    'é',
  ],
  [
    'bytes that are not the declared ones',
    latin1('<?xml encoding="euc-jp"?><a>\xff</a>'),
    '<?xml encoding="euc-jp"?><a>\ufffd</a>',
    '\ufffd',
  ],
];

test.each(damaged)('%s is said, and read as well as can be', (_, bytes, text, shown) => {
  const { source, diagnostics } = decode(bytes, 'file');
  expect(source?.text).toBe(text);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['bad-encoding']);
  const span = diagnostics[0]?.span;
  expect(text.slice(span?.start, span?.end)).toBe(shown);
});

describe('what is no text', () => {
  test.each([
    ['a zero byte', Buffer.from('roadbook\0'), 'this is a binary file, not a roadbook'],
    ['ZIP', latin1('PK\x03\x04\x14\0\0\0'), /ZIP archive/],
    ['PDF', latin1('%PDF-1.7\n\0'), /this is a PDF, not a roadbook/],
    ['PNG', latin1('\x89PNG\r\n\x1a\n\0\0\0\r'), /PNG/],
    ['a zero character in UTF-16', Buffer.from('\ufeffa\0', 'utf16le'), /binary file/],
  ])('%s', (_, bytes, message) => {
    const { source, diagnostics } = decode(bytes, 'file');
    expect(source).toBeNull();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.rule).toBe('binary-file');
    expect(diagnostics[0]?.message).toMatch(message);
  });
});

test('any bytes give a text or a reason, and every place lies in the text', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.constantFrom('', '\ufeff', '<?xml encoding="big5"?>'),
      (tail, head) => {
        const { source, diagnostics } = decode(Buffer.concat([Buffer.from(head), tail]), 'file');
        if (source === null) expect(diagnostics).toHaveLength(1);
        for (const { span } of source ? diagnostics : []) {
          expect(span && span.start >= 0 && span.end <= (source?.text.length ?? 0)).toBe(true);
        }
      },
    ),
    { seed: 6, numRuns: 1000 },
  );
});
