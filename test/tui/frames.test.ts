// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what a frame must not hold
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/tui/compose.tsx';
import { type Frame, textOf } from '../../src/tui/frame.ts';
import { plain, transition } from '../../src/tui/style.ts';
import { frameOf, type MomentName, moments, pictureOf } from './moments.ts';

const names = Object.keys(moments) as MomentName[];

/** The frame as it reads, then a letter for the look of every cell, then what the letters mean. */
function drawn(frame: Frame): string {
  const letters = new Map<number, string>([[plain, ' ']]);
  const rows: string[] = [];
  for (let y = 0; y < frame.height; y++) {
    let row = '';
    for (let x = 0; x < frame.width; x++) {
      const style = frame.style[y * frame.width + x] ?? plain;
      const letter = letters.get(style) ?? String.fromCharCode(96 + letters.size);
      letters.set(style, letter);
      row += letter;
    }
    rows.push(row.trimEnd());
  }
  const legend = [...letters]
    .filter(([style]) => style !== plain)
    .map(([style, letter]) => `${letter} ${transition(plain, style).slice(2, -1)}`);
  return `${textOf(frame)}\n${'='.repeat(frame.width)}\n${rows.join('\n')}\n${'='.repeat(frame.width)}\n${legend.join('\n')}\n`;
}

function golden(name: string) {
  return `../golden/tui/${name.replaceAll(' ', '-')}.txt`;
}

describe('what the crew sees', () => {
  test.each(names)('%s, at 80 by 24', async (name) => {
    await expect(drawn(frameOf(name, { width: 80, height: 24 }))).toMatchFileSnapshot(golden(name));
  });

  test.each<[MomentName, number, number]>([
    ['near', 60, 20],
    ['over the limit', 60, 20],
    ['help', 60, 20],
    ['doubted', 60, 20],
    ['looking ahead', 120, 40],
    ['near', 120, 40],
    ['over the limit', 120, 40],
    ['help', 120, 40],
    ['over the limit', 160, 50],
    ['near', 200, 60],
    ['over the limit', 45, 12],
    ['near', 30, 8],
    ['over the limit', 20, 4],
    ['near', 7, 2],
  ])('%s, at %i by %i', async (name, width, height) => {
    const text = textOf(frameOf(name, { width, height }));
    await expect(`${text}\n`).toMatchFileSnapshot(golden(`${name} ${width}x${height}`));
  });

  test.each<MomentName>(['near', 'over the limit', 'doubted'])('%s, without colour', async (name) => {
    const frame = frameOf(name, { width: 80, height: 24 }, { theme: 'plain' });
    await expect(drawn(frame)).toMatchFileSnapshot(golden(`${name} plain`));
    const colours = frame.style.filter((style) => /[34]8;5|\b[349]\d\b/.test(transition(plain, style)));
    expect(colours).toEqual([]);
  });

  test.each<MomentName>(['near', 'over the limit', 'help'])('%s, in ASCII', async (name) => {
    const frame = frameOf(name, { width: 80, height: 24 }, { theme: 'plain', ascii: true });
    await expect(`${textOf(frame)}\n`).toMatchFileSnapshot(golden(`${name} ascii`));
  });
});

test('every state is said in words, not by colour alone', () => {
  const text = (name: MomentName) => textOf(frameOf(name, { width: 80, height: 24 }));
  expect(text('over the limit')).toMatch(/OVER LIMIT[\s\S]*LIMIT +50 ends in 400 m/);
  expect(text('frozen in reverse')).toMatch(/FROZEN +REVERSE/);
  expect(text('looking ahead')).toContain('LOOKING AHEAD   f follow');
  expect(text('looking back')).toContain('LOOKING BACK   f follow');
  expect(text('neutralised')).toMatch(/NEUTRALISED[\s\S]*NEUTRAL +13:5\d/);
  expect(text('paused')).toContain('PAUSED');
  expect(text('finish')).toContain('FINISH');
  expect(text('at')).toMatch(/HERE\?[\s\S]*!! {2}CAP 168°/);
});

test('in ASCII every cell is ASCII, in every moment', () => {
  for (const name of names) {
    for (const [width, height] of [
      [60, 20],
      [80, 24],
      [120, 40],
      [200, 60],
      [20, 5],
    ] as const) {
      expect(textOf(frameOf(name, { width, height }, { ascii: true })), name).toMatch(/^[\n -~]*$/);
    }
  }
});

test('any size is drawn, in any moment', () => {
  const size = fc.record({
    width: fc.integer({ min: 1, max: 220 }),
    height: fc.integer({ min: 1, max: 70 }),
  });
  fc.assert(
    fc.property(size, fc.constantFrom(...names), fc.boolean(), (size, name, ascii) => {
      const frame = compose(pictureOf(name, { ascii }), size);
      expect(frame.text.length).toBe(size.width * size.height);
      expect(
        frame.text.every((cell) => cell.length < 20 && !/[\u0000-\u001f\u007f-\u009f]/u.test(cell)),
      ).toBe(true);
    }),
    { numRuns: 80, seed: 6 },
  );
});
