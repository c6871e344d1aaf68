import { randomFrom } from '../../src/odometer/random.ts';

/** A YAML text as somebody may write it by hand: mappings and lists in each other, most of it right, with a slip here and there. */
export function outline(seed: number): string {
  const random = randomFrom(seed);
  const oneOf = <T>(choices: readonly [T, ...T[]]): T =>
    choices[Math.floor(random() * choices.length)] ?? choices[0];
  const slips = random() < 0.8 ? 0 : 0.05;
  const slip = () => random() < slips;

  const scalar = (inFlow: boolean): string => (slip() ? oneOf(odd) : oneOf(inFlow ? flowScalars : scalars));
  const flow = (depth: number): string => {
    const parts = Array.from({ length: Math.floor(random() * 4) }, () =>
      depth > 0 && random() < 0.3 ? flow(depth - 1) : scalar(true),
    );
    if (random() < 0.5) return `[${parts.join(oneOf([',', ', ', ' , ']))}]`;
    return `{ ${parts.map((part, i) => `${keys[(i + parts.length) % keys.length]}: ${part}`).join(', ')} }`;
  };
  const block = (indent: number, depth: number): string => {
    const margin = ' '.repeat(slip() ? Math.floor(random() * 6) : indent);
    const isList = random() < 0.4;
    const count = 1 + Math.floor(random() * 3);
    const first = Math.floor(random() * keys.length);
    return Array.from({ length: count }, (_, i) => {
      const key = slip() ? oneOf(oddKeys) : `${keys[(first + i) % keys.length]}:`;
      return `${random() < 0.1 ? oneOf(between) : ''}${margin}${isList ? '-' : key}${value(indent, depth, isList)}`;
    }).join('');
  };
  const value = (indent: number, depth: number, inList: boolean): string => {
    const end = slip() ? oneOf(oddEnds) : random() < 0.1 ? oneOf(ends) : '\n';
    const kind = random();
    const deeper = indent + 1 + Math.floor(random() * 3);
    if (depth > 0 && kind < 0.35) {
      if (inList && random() < 0.7) return ` ${block(indent + 2, depth - 1).trimStart()}`;
      return `${end}${block(!inList && random() < 0.2 ? indent : deeper, depth - 1)}`;
    }
    if (kind < 0.45) return ` ${oneOf(['|', '|-', '>', '>-', slip() ? '|+' : '|'])}\n${lines(deeper)}`;
    return kind < 0.6 ? ` ${flow(2)}${end}` : ` ${scalar(false)}${end}`;
  };
  const lines = (indent: number): string =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
      const margin = ' '.repeat(slip() ? Math.floor(random() * 6) : indent);
      return random() < 0.15 ? '\n' : `${margin}${oneOf(['x', 'x: y', '# x', ' x', '- x', 'x  '])}\n`;
    }).join('');

  const text = block(0, 3);
  return random() < 0.1 ? text.trimEnd() : text;
}

const keys = ['a', 'b-c', 'text', 'number', 'stage', 'km', 'name'];
const oddKeys = [
  'a :',
  'a',
  '"a":',
  'null:',
  'True:',
  '? a',
  'a:b:',
  'a b:',
  '<<:',
  '-',
  'toString:',
  '[a]:',
] as const;
const flowScalars = [
  '1',
  '-0.40',
  '007',
  'x',
  'x y',
  '""',
  `"q: [#] \\"r\\""`,
  `'p, q'`,
  '~',
  'null',
  'true',
  'é–',
] as const;
const scalars = [...flowScalars, 'x, [y] {z}', 'x:y #z', 'x#y', '1 2', '2026-10-12', '', "it's"] as const;
const odd = [
  '*a',
  '&a x',
  '!t x',
  'x: y',
  '"a" b',
  `'it''s'`,
  '[1',
  '}',
  '"\\x41"',
  '? x',
  '@x',
  '%x',
  '>x',
  '"',
  'x:',
  '\tx',
  '|',
  '#x',
  ',',
  ':',
  '-',
  '\u2028',
  '{a}',
  '{a: }',
  '[a: b]',
  '[,]',
  '[a,]',
  '- x',
  '...',
  '---',
] as const;
const ends = [' # c\n', '  \n', '\n\n', '\n# c\n', '\n      # c\n', ' \n   \n'] as const;
const oddEnds = ['#c\n', '\n---\n', '\r\n'] as const;
const between = ['\n', '# c\n', '   # c\n', '     \n'] as const;
