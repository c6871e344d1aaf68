import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Alphabet, type Cell, tulipCells } from '../../src/tulip/cells.ts';
import { drawTulip } from '../../src/tulip/drawing.ts';
import { fromNotation } from '../../src/tulip/notation.ts';
import { toSvg } from '../../src/tulip/svg.ts';
import { junctions } from './junctions.ts';

const golden = (name: string) => join(import.meta.dirname, '../golden/tulip', name);

const sizes: [title: string, alphabet: Alphabet, columns: number, rows: number][] = [
  ['list', 'braille', 10, 5],
  ['cockpit', 'braille', 16, 8],
  ['large', 'braille', 30, 14],
  ['blocks', 'blocks', 16, 8],
  ['ASCII, list', 'ascii', 10, 5],
  ['ASCII, cockpit', 'ascii', 16, 8],
];

/** The characters, and beside them what each is coloured as by its first letter. */
function page(cells: Cell[][]): string {
  return cells
    .map((row) => {
      const styles = row.map(({ style }) =>
        style === null ? '·' : style === 'route' ? '#' : style.charAt(0),
      );
      return `|${row.map(({ char }) => char).join('')}|  ${styles.join('')}`;
    })
    .join('\n');
}

describe.each(Object.entries(junctions))('%s', (name, notation) => {
  const tulip = fromNotation(notation);

  test('in a terminal', async () => {
    const pages = sizes.map(
      ([title, alphabet, columns, rows]) =>
        `${title}\n${page(tulipCells(tulip, { alphabet, columns, rows }))}\n`,
    );
    await expect(`${JSON.stringify(notation)}\n\n${pages.join('\n')}`).toMatchFileSnapshot(
      golden(`${name}.txt`),
    );
  });

  test('as a picture', async () => {
    await expect(toSvg(drawTulip(tulip), { title: name })).toMatchFileSnapshot(golden(`${name}.svg`));
  });
});
