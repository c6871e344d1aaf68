import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readRoadbook } from '../../src/formats/read.ts';
import { roadbookTable, type TableOptions } from '../../src/print/table.ts';
import { compile } from '../../src/stage/compile.ts';
import { widthOf } from '../../src/text/cells.ts';
import { stageOf } from '../support/drive.ts';
import { inProcess, root } from '../support/run.ts';

const file = `${root}roadbooks/shakedown.roadbook.yaml`;

async function table(options: Partial<TableOptions>): Promise<string[]> {
  const { roadbook } = await readRoadbook(await readFile(file), file);
  if (!roadbook) throw new Error('the sample does not read');
  const lines = roadbookTable(compile(roadbook), {
    columns: 80,
    ascii: false,
    tulips: true,
    range: [0, roadbook.notes.length - 1],
    ...options,
  });
  return [...lines].map((line) => line.map(({ text }) => text).join(''));
}

describe('the roadbook as a table', () => {
  it.each([
    ['80', { columns: 80 }],
    ['160', { columns: 160 }],
    ['48-ascii', { columns: 48, ascii: true }],
    ['100-without-tulips', { columns: 100, tulips: false }],
  ] as const)('%s', async (name, options) => {
    const lines = await table(options);
    for (const line of lines) expect(widthOf(line.trimEnd())).toBeLessThanOrEqual(options.columns);
    const text = `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
    await expect(text).toMatchFileSnapshot(`../golden/show/shakedown-${name}.txt`);
  });

  it('lets no control character of the file through', () => {
    const stage = stageOf([{ distance: 0, text: 'a\u001b]52;c;eA==\u0007b\u202ec', symbols: ['\u001b[2J'] }]);
    const options = { columns: 80, ascii: false, tulips: true, range: [0, 0] } as const;
    const text = [...roadbookTable(stage, options)]
      .flat()
      .map((part) => part.text)
      .join('');
    expect(text).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
    expect(text).toContain('\\u{1b}');
  });
});

describe('roadbook show', () => {
  it('--format json is a roadbook that reads back the same', async () => {
    const { stdout, code } = await inProcess(['show', file, '--format', 'json']);
    expect(code).toBe(0);
    const shown = JSON.parse(stdout);
    expect(shown).toMatchObject({ roadbook: 1, notes: expect.any(Array) });
    expect(shown.notes[1]).toMatchObject({ number: 2, distance: 360, partial: 360, danger: null });
    const again = await inProcess(['show', '-', '--format', 'json'], { input: stdout });
    expect(again.stdout).toBe(stdout);
  });

  it('shows some notes by the numbers on the page', async () => {
    const { stdout } = await inProcess(['show', file, '--notes', '4-5', '--no-tulips']);
    expect(stdout).toContain('kpR, P-- RP');
    expect(stdout).not.toContain('START SS');
  });

  it('has no colour in a pipe, and some with --color=always', async () => {
    expect((await inProcess(['show', file])).stdout).not.toContain('\u001b');
    expect((await inProcess(['show', file, '--color=always'])).stdout).toContain('\u001b[1m');
  });

  it.each([
    [['show'], /missing required argument/],
    [['show', file, '--notes', '9-4'], /as 40-60/],
    [['show', 'roadbooks'], /folder/],
  ])('%j is a wrong call', async (args, message) => {
    const { code, stderr } = await inProcess(args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});
