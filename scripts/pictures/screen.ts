import type { IBufferCell, Terminal } from '@xterm/headless';
import { forMarkup } from '../../src/text/escape.ts';
import { brailleBits } from '../../src/tulip/cell.ts';
import { cssOf } from './palette.ts';

/** A cell in units of the picture. */
const wide = 8;
const high = 17;

const ground = '#101214';
const ink = '#d8d8d8';

/** What a terminal shows, as SVG: blocks and braille as shapes, so that no font spoils them, and text as text. */
export function svgOf(terminal: Terminal, title: string): string {
  const { cols, rows } = terminal;
  const papers: string[] = [];
  const shapes = new Map<string, string[]>();
  const texts: string[] = [];
  for (let y = 0; y < rows; y++) {
    for (const run of runsOf(terminal, y)) {
      const { x, text, width, style } = run;
      if (style.paper !== ground) papers.push(rect(x, y, width, 1, style.paper));
      const drawn = shapesOf(text, x, y);
      const path = shapes.get(style.ink) ?? [];
      shapes.set(style.ink, path);
      path.push(drawn.path);
      if (drawn.rest.trim() !== '') texts.push(words(drawn.rest, x, y, width, style));
    }
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${cols * wide} ${rows * high}" role="img" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="13">`,
    `<title>${forMarkup(title)}</title>`,
    `<rect width="100%" height="100%" fill="${ground}"/>`,
    // Neighbours meet without a seam, whatever the picture is scaled to.
    `<g shape-rendering="crispEdges">${papers.join('')}</g>`,
    ...[...shapes].flatMap(([fill, path]) => {
      const d = path.join('');
      return d === '' ? [] : [`<path fill="${fill}" d="${d}"/>`];
    }),
    ...texts,
    '</svg>\n',
  ].join('\n');
}

interface Look {
  readonly ink: string;
  readonly paper: string;
  readonly bold: boolean;
  readonly underline: boolean;
  readonly dim: boolean;
}

interface Run {
  readonly x: number;
  readonly text: string;
  /** Cells. */
  readonly width: number;
  readonly style: Look;
}

/** A row's cells, neighbours of one look together. */
function runsOf(terminal: Terminal, y: number): Run[] {
  const line = terminal.buffer.active.getLine(terminal.buffer.active.baseY + y);
  const runs: Run[] = [];
  for (let x = 0; x < terminal.cols; x++) {
    const cell = line?.getCell(x);
    if (!cell || cell.getWidth() === 0) continue;
    const style = lookOf(cell);
    const text = cell.getChars() || ' ';
    const last = runs.at(-1);
    const same = last && last.x + last.width === x && JSON.stringify(last.style) === JSON.stringify(style);
    if (last && same && cell.getWidth() === 1) {
      runs[runs.length - 1] = { ...last, text: last.text + text, width: last.width + 1 };
    } else runs.push({ x, text, width: cell.getWidth(), style });
  }
  return runs;
}

function lookOf(cell: IBufferCell): Look {
  const front = cell.isFgDefault() ? ink : cssOf(cell.getFgColor());
  const back = cell.isBgDefault() ? ground : cssOf(cell.getBgColor());
  const inverse = cell.isInverse() !== 0;
  return {
    ink: inverse ? back : front,
    paper: inverse ? front : back,
    bold: cell.isBold() !== 0,
    underline: cell.isUnderline() !== 0,
    dim: cell.isDim() !== 0,
  };
}

function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x * wide}" y="${y * high}" width="${width * wide}" height="${height * high}" fill="${fill}"/>`;
}

function words(
  text: string,
  x: number,
  y: number,
  width: number,
  { ink, bold, dim, underline }: Look,
): string {
  const lead = text.length - text.trimStart().length;
  const shown = text.trim();
  const length = Math.max(1, width - lead - (text.length - text.trimEnd().length)) * wide;
  const attributes = [
    `x="${(x + lead) * wide}" y="${y * high + 13}" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="${ink}"`,
    bold ? ' font-weight="bold"' : '',
    dim ? ' opacity=".7"' : '',
    underline ? ' text-decoration="underline"' : '',
  ].join('');
  return `<text xml:space="preserve" ${attributes}>${forMarkup(shown)}</text>`;
}

/** Blocks and braille of a run as a path, and the run without them. */
function shapesOf(text: string, x: number, y: number): { path: string; rest: string } {
  let path = '';
  const rest = Array.from(text, (character, i) => {
    const drawn = shape(character, (x + i) * wide, y * high);
    if (drawn === null) return character;
    path += drawn;
    return ' ';
  }).join('');
  return { path, rest };
}

function shape(character: string, left: number, top: number): string | null {
  const box = (x: number, y: number, width: number, height: number) =>
    `M${left + x} ${top + y}h${width}v${height}h${-width}z`;
  switch (character) {
    case '█':
      return box(0, 0, wide, high);
    case '▀':
      return box(0, 0, wide, high / 2);
    case '▄':
      return box(0, high / 2, wide, high / 2);
    case '▒':
      return [0, 1, 2, 3, 4, 5, 6, 7]
        .map((row) => box((row % 2) * 2, row * 2.1, 2, 2) + box(4 + (row % 2) * 2, row * 2.1, 2, 2))
        .join('');
    case '━':
      return box(0, 7, wide, 3);
    case '─':
      return box(0, 8, wide, 1);
    default:
      return braille(character.codePointAt(0) ?? 0, box);
  }
}

function braille(code: number, box: (x: number, y: number, width: number, height: number) => string) {
  if (code < 0x2800 || code > 0x28ff) return null;
  const lit = brailleBits.filter((_, bit) => (code & (1 << bit)) !== 0);
  return lit.map(([column, row]) => box(column * 4 + 0.4, row * 4.25 + 0.5, 3.2, 3.2)).join('');
}
