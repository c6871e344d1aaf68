import { randomFrom } from '../../src/odometer/random.ts';

/** A JSON text as programs and people write it: objects and lists in each other, most of it right, with a slip here and there. */
export function jsonSource(seed: number): string {
  const random = randomFrom(seed);
  const oneOf = <T>(choices: readonly [T, ...T[]]): T =>
    choices[Math.floor(random() * choices.length)] ?? choices[0];
  const slips = random() < 0.8 ? 0 : 0.04;
  const slip = () => random() < slips;
  const gap = () => (random() < 0.7 ? '' : slip() ? oneOf(oddGaps) : oneOf(gaps));
  const spaced = (part: string) => `${gap()}${part}${gap()}`;

  const text = (): string =>
    `"${Array.from({ length: Math.floor(random() * 4) }, () => oneOf(slip() ? oddPieces : pieces)).join('')}"`;
  const value = (depth: number): string => {
    if (slip()) return oneOf(odd);
    const kind = random();
    const count = Math.floor(random() * 4);
    if (depth > 0 && kind < 0.25) {
      const items = Array.from({ length: count }, () => spaced(value(depth - 1)));
      return `[${items.join(',') || gap()}]`;
    }
    if (depth > 0 && kind < 0.6) {
      const first = Math.floor(random() * keys.length);
      const entries = Array.from({ length: count }, (_, i) => {
        const key = slip() ? oneOf(oddKeys) : `"${keys[(first + i) % keys.length]}"`;
        return `${spaced(key)}:${spaced(value(depth - 1))}`;
      });
      return `{${entries.join(',') || gap()}}`;
    }
    return kind < 0.8 ? text() : oneOf(words);
  };
  return spaced(value(5));
}

const keys = ['a', 'km', 'text', '', '10', '9', 'a\\u0062', '\\"', 'é', '{', ':', 'b\\\\'] as const;
const oddKeys = ['a', '"a"', '"__proto__"', '"constructor"', '"\\u0061"', "'a'", '1', '"prototype"'] as const;
const gaps = [' ', '\n', '\t', '\r\n', '  '] as const;
const oddGaps = ['\u00a0', '/* x */', '// x\n', ',', '\f', '\ufeff'] as const;
const pieces = [
  ...[
    'x',
    ' ',
    ':',
    '{',
    '}',
    '[',
    ']',
    ',',
    '//',
    '/*',
    "'",
    'é',
    '\u{1f42a}',
    '\u2028',
    '\u007f',
    '\ufeff',
  ],
  ...[
    '\\"',
    '\\\\',
    '\\/',
    '\\b',
    '\\n',
    '\\u0000',
    '\\u00e9',
    '\\ud83d',
    '\\uD83D\\uDC2A',
    '": '.replace('"', '\\"'),
  ],
] as const;
const oddPieces = ['\\x', '\n', '\\u12', '"', '\t', '\\', '\u0001'] as const;
const words = [
  ...['0', '-0', '1', '-12.50', '1e3', '1E-7', '1e400', '12345678901234567890', '0.1', '5e-324', '-1.5e+2'],
  ...['true', 'false', 'null', '[]', '{}', '""'],
] as const;
const odd = [
  '01',
  '1.',
  '.5',
  '+1',
  'NaN',
  'True',
  '-',
  '[1,]',
  '{,}',
  "'x'",
  '{"a"}',
  '',
  '1 2',
  '"',
  ']',
] as const;
