// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what a terminal is sent
import { Terminal } from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blank, type Frame, put, type Size } from '../../src/tui/frame.ts';
import { difference } from '../../src/tui/painter.ts';
import { bold, dim, ink, inverse, paper, plain, type Style, underline } from '../../src/tui/style.ts';
import { frameOf } from './moments.ts';

/** What a terminal shows, cell by cell: the text and its look. */
function screen(terminal: Terminal): string[] {
  const { active } = terminal.buffer;
  const cells: string[] = [];
  for (let y = 0; y < terminal.rows; y++) {
    const line = active.getLine(active.baseY + y);
    for (let x = 0; x < terminal.cols; x++) {
      const cell = line?.getCell(x);
      if (!cell) throw new Error(`no cell ${x},${y}`);
      const colour = (isDefault: boolean, value: number) => (isDefault ? 0 : value + 1);
      const style =
        colour(cell.isFgDefault(), cell.getFgColor()) |
        (colour(cell.isBgDefault(), cell.getBgColor()) << 9) |
        (cell.isBold() ? bold : 0) |
        (cell.isDim() ? dim : 0) |
        (cell.isUnderline() ? underline : 0) |
        (cell.isInverse() ? inverse : 0);
      cells.push(`${cell.getWidth() === 0 ? '' : cell.getChars() || ' '} ${style}`);
    }
  }
  return cells;
}

function wanted(frame: Frame): string[] {
  return frame.text.map((text, at) => `${text} ${frame.style[at]}`);
}

function write(terminal: Terminal, bytes: string): Promise<void> {
  return new Promise((done) => terminal.write(bytes, done));
}

function terminalOf({ width, height }: Size): Terminal {
  return new Terminal({ cols: width, rows: height, allowProposedApi: true, scrollback: 100 });
}

const styles: Style[] = [
  plain,
  bold,
  dim | ink(1),
  ink(9) | paper(3),
  ink(208) | bold | inverse,
  paper(255),
  underline | ink(231),
];
const words = ['a', 'xyz', ' ', '     ', '沙漠', 'é', '█▀▄', '⠿⡇', '字', 'long words here', '한'];

const span = fc.record({ text: fc.constantFrom(...words), style: fc.constantFrom(...styles) });
const sketch = fc.array(
  fc.record({ x: fc.nat(20), y: fc.nat(6), line: fc.array(span, { minLength: 1, maxLength: 4 }) }),
  { maxLength: 5 },
);
const size = fc.record({ width: fc.integer({ min: 2, max: 22 }), height: fc.integer({ min: 1, max: 7 }) });

/** Draws the sketch over a copy of the last frame, or on an empty one. */
function sketched(
  under: Frame | null,
  { width, height }: Size,
  marks: readonly { x: number; y: number; line: { text: string; style: Style }[] }[],
): Frame {
  const frame = under
    ? { ...under, text: [...under.text], style: [...under.style] }
    : blank({ width, height });
  for (const { x, y, line } of marks) put(frame, { x, y, width, height }, [line]);
  return frame;
}

test('a terminal that gets the differences shows the frames, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(
      size,
      fc.array(fc.tuple(sketch, fc.boolean()), { minLength: 1, maxLength: 8 }),
      async (size, steps) => {
        const terminal = terminalOf(size);
        let shown: Frame | null = null;
        for (const [marks, fresh] of steps) {
          const frame: Frame = sketched(fresh ? null : shown, size, marks);
          await write(terminal, `\x1b[?7l${difference(shown, frame)}`);
          expect(screen(terminal)).toEqual(wanted(frame));
          shown = frame;
        }
      },
    ),
    { numRuns: 150, seed: 11 },
  );
});

test('after a change of size the whole screen is right, over whatever stood there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(size, sketch), { minLength: 2, maxLength: 5 }), async (steps) => {
      const terminal = terminalOf({ width: 80, height: 24 });
      await write(terminal, '\x1b[?1049h\x1b[?7l');
      let shown: Frame | null = null;
      for (const [size, marks] of steps) {
        terminal.resize(size.width, size.height);
        const frame: Frame = sketched(null, size, marks);
        await write(terminal, difference(shown, frame));
        expect(screen(terminal)).toEqual(wanted(frame));
        shown = frame;
      }
    }),
    { numRuns: 100, seed: 12 },
  );
});

describe('what is written', () => {
  const near = frameOf('near', { width: 80, height: 24 });

  test('nothing, for the same frame', () => {
    expect(difference(near, frameOf('near', { width: 80, height: 24 }))).toBe('');
  });

  test('the changed cells alone, in one synchronised piece', () => {
    const after = { ...near, text: [...near.text] };
    after.text[5 * 80 + 40] = 'X';
    expect(difference(near, after)).toBe('\x1b[?2026h\x1b[6;41HX\x1b[?2026l');
  });

  test('a whole frame clears neither the screen nor the scrollback', () => {
    const bytes = difference(null, near);
    expect(bytes).not.toMatch(/\x1b\[[0-3]?J/);
    expect(bytes).not.toContain('\x1bc');
  });

  test('behind a character whose width terminals disagree about, the next cell is still at its place', async () => {
    const frame = blank({ width: 12, height: 1 });
    put(frame, { x: 0, y: 0, width: 12, height: 1 }, [[{ text: '👩‍🚀👍 ab', style: plain }]]);
    const terminal = terminalOf({ width: 12, height: 1 });
    await write(terminal, difference(null, frame));
    expect(screen(terminal).slice(5, 7)).toEqual(['a 0', 'b 0']);
  });
});
