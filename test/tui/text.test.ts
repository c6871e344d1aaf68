import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitted, paragraph, shown, widthOf, wrapped } from '../../src/text/cells.ts';
import { speaksUnicode } from '../../src/text/locale.ts';
import { bigFigures, figureRows } from '../../src/tui/figures.ts';
import { cut, lineWidth, span } from '../../src/tui/frame.ts';
import { hasColours, lookOf } from '../../src/tui/look.ts';
import { symbolWords } from '../../src/tui/panes/note.ts';
import { toGoText } from '../../src/tui/picture.ts';
import { stageOf } from '../support/drive.ts';

const text = fc
  .array(fc.constantFrom('a', 'oued', 'L', 'between', '沙漠', 'à', '–', 'kpR;', '12.34'), { maxLength: 20 })
  .map((words) => words.join(' '));
const room = fc.record({ width: fc.integer({ min: 10, max: 40 }), count: fc.integer({ min: 1, max: 4 }) });

describe('text in little room', () => {
  test('is broken between words, every word whole and in order', () => {
    fc.assert(
      fc.property(text, room, (text, { width }) => {
        const lines = wrapped(text, width);
        expect(lines.join(' ')).toBe(text);
        expect(Math.max(0, ...lines.map(widthOf))).toBeLessThanOrEqual(width);
      }),
      { seed: 1 },
    );
  });

  test('loses whole words from its end, and says so', () => {
    fc.assert(
      fc.property(text, room, (text, { width, count }) => {
        const lines = paragraph(text, width, count, '…');
        expect(lines.length).toBeLessThanOrEqual(count);
        expect(Math.max(0, ...lines.map(widthOf))).toBeLessThanOrEqual(width);
        const kept = lines.join(' ');
        if (kept === text) return;
        expect(kept.endsWith('…')).toBe(true);
        expect(`${text} `.startsWith(`${kept.slice(0, -1)} `)).toBe(true);
      }),
      { seed: 2 },
    );
  });

  test('a line of several looks is cut the same way', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), room, (texts, { width }) => {
        const line = texts.map((one, i) => span(`${one} `, i));
        const short = cut(line, width, '…');
        expect(lineWidth(short) <= width || lineWidth(short) === lineWidth(line)).toBe(true);
        const all = line.map((part) => part.text).join('');
        const kept = short.map((part) => part.text).join('');
        if (kept === all) return;
        expect(all.startsWith(kept.slice(0, -1))).toBe(true);
        expect(all[kept.length - 1]).toBe(' ');
      }),
      { seed: 3 },
    );
  });

  test('a word longer than the line is cut, as nothing else can be done', () => {
    expect(wrapped('Llanfairpwllgwyngyll gate', 8)).toEqual(['Llanfair', 'pwllgwyn', 'gyll', 'gate']);
    expect(fitted('Llanfairpwllgwyngyll', 8, '…')).toBe('Llanfai…');
  });
});

test.each([
  [
    '\x1b]0;title\x07red\x1b[31m',
    '\\u{1b}]0;title\\u{7}red\\u{1b}[31m',
    '\\u{1b}]0;title\\u{7}red\\u{1b}[31m',
  ],
  ['Été – « oued »…', 'Été – « oued »…', 'Ete - ? oued ?...'],
  ['沙漠', '沙漠', '??'],
])('%j from a file is shown as %j, in ASCII as %j', (text, unicode, ascii) => {
  expect(shown(text, false)).toBe(unicode);
  expect(shown(text, true)).toBe(ascii);
});

test.each([
  [0, '0 m', '0.00 mi'],
  [14, '10 m', '0.01 mi'],
  [994, '990 m', '0.62 mi'],
  [996, '1.00 km', '0.62 mi'],
  [12_344, '12.34 km', '7.67 mi'],
])('%d m to go is %s, or %s', (metres, metric, imperial) => {
  expect(toGoText(metres, 'metric')).toBe(metric);
  expect(toGoText(metres, 'imperial')).toBe(imperial);
});

describe('big figures', () => {
  const drawn = (ascii: boolean, rows: number) =>
    bigFigures('0123456789.-', rows, 0, lookOf('plain', ascii))
      .map((line) => line.map((part) => part.text).join(''))
      .join('\n');

  test.each([3, 5, 7, 9])('%d rows high', async (rows) => {
    await expect(`${drawn(false, rows)}\n`).toMatchFileSnapshot(`../golden/tui/figures-${rows}.txt`);
  });

  test.each([
    [false, [3, 5, 7, 9]],
    [true, [5, 7, 9]],
  ])('can be told apart at every height that is used (ASCII %s)', (ascii, heights) => {
    for (const rows of heights) {
      const figures = Array.from('0123456789-', (figure) =>
        bigFigures(figure, rows, 0, lookOf('plain', ascii))
          .map((line) => line.map((part) => part.text).join(''))
          .join('\n'),
      );
      expect(new Set(figures).size).toBe(figures.length);
    }
  });

  test('are as high as there is room for', () => {
    expect(figureRows('240', { width: 30, height: 20 }, false)).toBe(7);
    expect(figureRows('240', { width: 30, height: 6 }, false)).toBe(5);
    expect(figureRows('240', { width: 14, height: 6 }, false)).toBe(3);
    expect(figureRows('240', { width: 14, height: 6 }, true)).toBeNull();
    expect(figureRows('240', { width: 30, height: 2 }, false)).toBeNull();
  });
});

describe('what the terminal is trusted with', () => {
  test.each<[Record<string, string>, boolean]>([
    [{ LANG: 'en_GB.UTF-8' }, true],
    [{ LANG: 'C' }, false],
    [{ LC_ALL: 'C', LANG: 'en_GB.UTF-8' }, false],
    [{ LC_ALL: '', LC_CTYPE: 'fr_FR.utf8' }, true],
    [{}, true],
    [{ TMUX: '/tmp/tmux' }, false],
    [{ LANG: 'C.UTF-8', TERM: 'linux' }, false],
    [{ LANG: 'C.UTF-8', TERM: 'dumb' }, false],
  ])('%j: more than ASCII %s', (env, expected) => {
    expect(speaksUnicode(env)).toBe(expected);
  });

  test.each<[Record<string, string>, boolean]>([
    [{ TERM: 'xterm-256color' }, true],
    [{ TERM: 'xterm', NO_COLOR: '1' }, false],
    [{ TERM: 'xterm', NO_COLOR: '' }, true],
    [{ TERM: 'dumb' }, false],
    [{ TERM: 'vt100' }, false],
  ])('%j: colours %s', (env, expected) => {
    expect(hasColours(env)).toBe(expected);
  });
});

describe('the symbols of a note in words', () => {
  const said = (note: Parameters<typeof stageOf>[0][number]) => {
    const [stop] = stageOf([{ distance: 0, ...note }]).notes;
    return stop && symbolWords({ look: lookOf('night', false) }, stop);
  };

  test.each([
    ['those in its tulip too, which a small one cannot show', { symbols: ['camp'] }, 'bivouac, water tank'],
    ['not what the text says already', { text: 'Water tank onR' }, ''],
    ['nor twice', { symbols: ['water-tank'] }, 'water tank'],
  ])('%s', (_, note, words) => {
    const tank = { symbol: 'water-tank', at: [0.8, 0.4] as [number, number] };
    const tulip = { entry: {}, exit: { angle: 0 }, symbols: [tank] };
    expect(said({ ...note, tulip })).toBe(words);
  });
});
