import { randomFrom } from '../../src/odometer/random.ts';

/** An XML text as programs may write it: elements, texts, sections and references in each other, most of it right, with a slip here and there. */
export function markup(seed: number): string {
  const random = randomFrom(seed);
  const oneOf = <T>(choices: readonly [T, ...T[]]): T =>
    choices[Math.floor(random() * choices.length)] ?? choices[0];
  const slips = random() < 0.8 ? 0 : 0.04;
  const slip = () => random() < slips;
  const some = (most: number, part: () => string): string =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, part).join('');

  const attributes = (): string => {
    const first = Math.floor(random() * names.length);
    const count = random() < 0.5 ? 0 : 1 + Math.floor(random() * 3);
    return Array.from({ length: count }, (_, i) => {
      const name = slip() ? oneOf(oddAttributes) : `${names[(first + i) % names.length]}${oneOf(signs)}`;
      const quote = random() < 0.7 ? '"' : "'";
      const inside = some(3, () => (slip() ? oneOf(odd) : oneOf(values)));
      return `${slip() ? '' : oneOf(gaps)}${name}${quote}${inside.replaceAll(quote, '&apos;')}${quote}`;
    }).join('');
  };
  const element = (depth: number): string => {
    const name = oneOf(names);
    const tag = `<${name}${attributes()}${oneOf(ends)}`;
    if (random() < 0.25) return `${tag}/>`;
    return `${tag}>${some(4, () => part(depth))}</${slip() ? oneOf(names) : name}${oneOf(ends)}>`;
  };
  const part = (depth: number): string => {
    if (slip()) return oneOf(odd);
    const kind = random();
    if (depth > 0 && kind < 0.4) return element(depth - 1);
    if (kind < 0.8) return oneOf(texts);
    return oneOf(sections);
  };
  const outside = () => (slip() ? oneOf(odd) : oneOf(between));
  const prolog = random() < 0.5 ? oneOf(prologs) : '';
  return `${prolog}${some(2, outside)}${element(4)}${some(2, outside)}`;
}

const names = ['a', 'b-c', 'gpx', 'wpt', 'openrally:cap', 'x:y', '_z', 'A.1'] as const;
const oddAttributes = ['1="', 'a', 'é=', '=', 'a b='] as const;
const signs = ['=', '=', ' = ', '\n=', '=\t'] as const;
const gaps = [' ', ' ', '  ', '\n ', '\t', '\r\n'] as const;
const ends = ['', '', '', ' ', '\n', '\r'] as const;
const values = [
  ...['1', 'x y', '  ', 'é', '\u{1f42a}', '>', ']]>', '\n', '\t', '\r\n', '\r', '"', "'"],
  ...['&amp;', '&lt;', '&quot;', '&#10;', '&#x41;', '&#x1F42A;', '&#13;'],
] as const;
const texts = [
  ...[
    'x',
    ' ',
    '\n',
    '\r\n  ',
    '\r',
    '\t',
    ' y z ',
    'é–',
    '\u{1f42a}',
    '>',
    ']',
    '"',
    "'",
    '\u2028',
    '\u0085',
  ],
  ...['&amp;', '&gt;', '&lt;', '&apos;', '&#65;', '&#x20;', '&#10;', '&#13;', '&#xA;'],
] as const;
const sections = [
  ...[
    '<![CDATA[]]>',
    '<![CDATA[ ]]>',
    '<![CDATA[<a>&amp;]]]]>',
    '<![CDATA[x\r\ny\r]]>',
    '<![CDATA[data:,]]>',
  ],
  ...['<!---->', '<!-- x -->', '<!-- <a> & ]]> -->', '<!--\r-->', '<?p?>', '<?p q ?>', '<?p \r\n q?r > ?>'],
] as const;
const between = ['\n', ' ', '\r\n', '<!-- x -->', '<?p q?>'] as const;
const prologs = [
  '<?xml version="1.0"?>',
  '<?xml version="1.0" encoding="UTF-8"?>\n',
  "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\r\n",
] as const;
const odd = [
  ...[
    '&',
    '&b;',
    '&#0;',
    '&#xD800;',
    '&#1114112;',
    '&#x110000;',
    '&;',
    '&#;',
    '&amp',
    ']]>',
    '<',
    '</a>',
    '<a>',
  ],
  ...[
    '<!-- -- -->',
    '<!--',
    '-->',
    '<![CDATA[',
    '<?xml x?>',
    '<?p:q r?>',
    '<?',
    '<!DOCTYPE a>',
    '< a/>',
    '<a / >',
  ],
  ...[
    '\u0000',
    '\u0001',
    '\ufffe',
    '\ud83d',
    '<é/>',
    '<a b="1" b="2"/>',
    '<a b="1"c="2"/>',
    '<a b=1/>',
    '<-a/>',
  ],
] as const;
