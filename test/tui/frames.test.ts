// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what a frame must not hold
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composed, slotsOf } from '../../src/tui/compose.ts';
import { type Frame, textOf } from '../../src/tui/frame.ts';
import { opening } from '../../src/tui/opening.ts';
import type { Picture } from '../../src/tui/picture.ts';
import { plain, transition } from '../../src/tui/style.ts';
import { themeNames } from '../../src/tui/theme.ts';
import { viewNames } from '../../src/tui/ui.ts';
import { contrastOf } from './contrast.ts';
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

/** Sizes that have layouts of their own. */
const layouts = [
  [60, 20],
  [80, 24],
  [120, 40],
  [200, 60],
] as const;

function golden(name: string) {
  return `../golden/tui/${name.replaceAll(' ', '-')}.txt`;
}

describe('what the crew sees', () => {
  test.each(names)('%s, at 80 by 24', async (name) => {
    await expect(drawn(frameOf(name, { width: 80, height: 24 }))).toMatchFileSnapshot(golden(name));
  });

  test.each<[MomentName, number, number]>([
    ['help', 60, 20],
    ['doubted', 60, 20],
    ['looking ahead', 120, 40],
    ['help', 120, 40],
    ['over the limit', 160, 50],
    ['over the limit', 45, 12],
    ['near', 30, 8],
    ['over the limit', 20, 4],
    ['near', 7, 2],
  ])('%s, at %i by %i', async (name, width, height) => {
    const text = textOf(frameOf(name, { width, height }));
    await expect(`${text}\n`).toMatchFileSnapshot(golden(`${name} ${width}x${height}`));
  });

  test.each(viewNames.flatMap((view) => layouts.map(([width, height]) => [view, width, height] as const)))(
    'the view %s at %i by %i',
    async (view, width, height) => {
      const text = textOf(frameOf('over the limit', { width, height }, { view }));
      await expect(`${text}\n`).toMatchFileSnapshot(golden(`view ${view} ${width}x${height}`));
    },
  );

  test.each(
    themeNames.flatMap((theme) =>
      (['over the limit', 'after the reset', 'doubted'] as const).map((name) => [theme, name] as const),
    ),
  )('the theme %s, %s', async (theme, name) => {
    const frame = frameOf(name, { width: 80, height: 24 }, { theme });
    await expect(drawn(frame)).toMatchFileSnapshot(golden(`theme ${theme} ${name}`));
  });

  test.each<MomentName>(['near', 'over the limit', 'help'])('%s, in ASCII', async (name) => {
    const frame = frameOf(name, { width: 80, height: 24 }, { theme: 'plain', ascii: true });
    await expect(`${textOf(frame)}\n`).toMatchFileSnapshot(golden(`${name} ascii`));
  });
});

test('with six keys the hints name the six', async () => {
  const frame = frameOf('looking ahead', { width: 80, height: 24 }, { remote: true });
  await expect(`${textOf(frame)}\n`).toMatchFileSnapshot(golden('remote'));
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

test('without colours there are none', () => {
  for (const view of viewNames) {
    for (const name of names) {
      const { style } = frameOf(name, { width: 80, height: 24 }, { theme: 'plain', view });
      expect(style.filter((one) => /[34]8;5|\b[349]\d\b/.test(transition(plain, one)))).toEqual([]);
    }
  }
});

test('in ASCII every cell is ASCII, in every moment and view', () => {
  for (const view of viewNames) {
    for (const name of names) {
      for (const [width, height] of [...layouts, [20, 5]] as const) {
        expect(textOf(frameOf(name, { width, height }, { ascii: true, view })), name).toMatch(/^[\n -~]*$/);
      }
    }
  }
});

// WCAG 2.2: 4.5 to 1 for text (1.4.3), 7 to 1 enhanced (1.4.6).
test.each([
  ['day', 4.5],
  ['contrast', 15],
] as const)('every text of the theme %s stands out at least %d to 1', (theme, least) => {
  for (const view of viewNames) {
    for (const name of names) {
      const frame = frameOf(name, { width: 120, height: 40 }, { theme, view });
      const poor = frame.text.flatMap((text, cell) => {
        const contrast = contrastOf(frame.style[cell] ?? plain);
        return /[\p{L}\p{N}]/u.test(text) && contrast < least ? [`${text} ${contrast.toFixed(1)}`] : [];
      });
      expect(poor, `${view}, ${name}`).toEqual([]);
    }
  }
});

/** The same book, of words alone. */
function bare(picture: Picture): Picture {
  const { roadbook } = picture.stage;
  const notes = roadbook.notes.map((note) => ({
    ...note,
    tulip: null,
    pictures: { tulip: null, text: null },
  }));
  return { ...picture, stage: { ...picture.stage, roadbook: { ...roadbook, notes } } };
}

test('a book without tulips gives their room to words', () => {
  const picture = bare(pictureOf('near'));
  const text = textOf(composed(picture, { width: 80, height: 24 }).frame);
  expect(text).toContain('L on small track, kpR of the cairn and follow the old fence');
  expect(text).not.toContain('⢸⡇');
});

test.each([false, true])('what the first frame shows stands where Ink puts it, bare: %s', (isBare) => {
  const picture = isBare ? bare(pictureOf('near')) : pictureOf('near');
  for (const [width, height] of [...layouts, [45, 12], [160, 50], [149, 33], [20, 4]]) {
    const size = { width: width ?? 0, height: height ?? 0 };
    const places = slotsOf(picture, size).map(({ rect, place }) => ({ ...rect, place }));
    for (const { rect, place } of opening(size, isBare)) expect(places).toContainEqual({ ...rect, place });
  }
});

test('any size is drawn, in any moment', () => {
  const size = fc.record({
    width: fc.integer({ min: 1, max: 220 }),
    height: fc.integer({ min: 1, max: 70 }),
  });
  fc.assert(
    fc.property(size, fc.constantFrom(...names), fc.constantFrom(...viewNames), (size, name, view) => {
      const frame = composed(pictureOf(name, { view }), size).frame;
      expect(frame.text.length).toBe(size.width * size.height);
      expect(
        frame.text.every((cell) => cell.length < 20 && !/[\u0000-\u001f\u007f-\u009f]/u.test(cell)),
      ).toBe(true);
    }),
    { numRuns: 80, seed: 6 },
  );
});
