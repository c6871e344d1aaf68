import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Chart, Layer, Series } from './story.ts';

interface PlotSize {
  readonly columns: number;
  readonly rows: number;
}

/** A chart in character cells: braille, or in ASCII letters; a scale on the left and one below. */
export function plot(chart: Chart, { columns, rows }: PlotSize, ascii: boolean): string[] {
  const y = scaleLinear().domain(chart.y.domain).nice(4);
  const ticks = y.ticks(4);
  const labels = ticks.map(y.tickFormat(4)).map((text) => text.replace('−', ascii ? '-' : '−'));
  const margin = Math.max(...labels.map(({ length }) => length)) + 1;
  const grid = gridOf(Math.max(8, columns - margin - 1), rows, ascii);
  const x = scaleLinear().domain(chart.x.domain);
  for (const layer of chart.layers)
    draw(grid, layer, x.range([0, grid.width - 1]), y.range([grid.height - 1, 0]));
  const rowOf = (tick: number) => Math.floor(y(tick) / grid.perCell.high);
  const edge = ascii ? '|' : '│';
  const body = grid.lines().map((line, row) => {
    const tick = ticks.findIndex((one) => rowOf(one) === row);
    return `${(labels[tick] ?? '').padStart(margin)}${tick >= 0 && !ascii ? '┤' : edge}${line.trimEnd()}`;
  });
  return [...body, ...scaleBelow(chart, x.range([0, grid.columns - 1]), margin, grid.columns, ascii)];
}

interface Grid {
  readonly columns: number;
  /** In dots. */
  readonly width: number;
  readonly height: number;
  readonly perCell: { readonly wide: number; readonly high: number };
  dot(x: number, y: number, mark: string): void;
  /** A character over whatever is drawn. */
  sign(x: number, y: number, mark: string): void;
  lines(): string[];
}

// Dots of a braille cell by row and column (Unicode 16, block U+2800).
const brailleBits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

function gridOf(columns: number, rows: number, ascii: boolean): Grid {
  const wide = ascii ? 1 : 2;
  const high = ascii ? 1 : 4;
  const bits = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
  const signs = Array.from({ length: rows }, () => new Array<string>(columns).fill(''));
  const at = (x: number, y: number): [number, number] => [Math.floor(y / high), Math.floor(x / wide)];
  return {
    columns,
    width: columns * wide,
    height: rows * high,
    perCell: { wide, high },
    dot(x, y, mark) {
      const [row, column] = at(x, y);
      const line = bits[row];
      const letters = signs[row];
      if (!line || !letters || column < 0 || column >= columns) return;
      if (ascii) letters[column] = mark;
      else line[column] = (line[column] ?? 0) | (brailleBits[Math.floor(y) % 4]?.[Math.floor(x) % 2] ?? 0);
    },
    sign(x, y, mark) {
      const [row, column] = at(x, y);
      const letters = signs[row];
      if (letters && column >= 0 && column < columns) letters[column] = ascii && mark === '•' ? 'o' : mark;
    },
    lines: () =>
      bits.map((line, row) =>
        line
          .map((bit, column) => signs[row]?.[column] || (bit === 0 ? ' ' : String.fromCharCode(0x2800 + bit)))
          .join(''),
      ),
  };
}

/** How points are shown; in ASCII too but for the first. */
const signs: Readonly<Record<Series, string>> = {
  measured: '•',
  limit: '=',
  expected: '.',
  over: '!',
  doubted: 'x',
};

/** What the signs of a plot mean: of those that are in it. */
export function legend({ layers }: Chart, ascii: boolean): string {
  const named = layers.flatMap(({ kind, as, label, points }) => {
    if (points.length === 0 || kind === 'line' || kind === 'steps') return [];
    const sign = kind === 'band' ? (ascii ? '.' : '⠒') : ascii && as === 'measured' ? 'o' : signs[as];
    return [`${sign} ${label}`];
  });
  return named.join(', ');
}

type Scale = ScaleLinear<number, number>;

function draw(grid: Grid, layer: Layer, x: Scale, y: Scale): void {
  switch (layer.kind) {
    case 'line':
    case 'steps': {
      const mark = layer.as === 'limit' ? '=' : '*';
      let before: readonly [number, number] | null = null;
      for (const point of layer.points) {
        const here: readonly [number, number] | null = point && [x(point[0]), y(point[1])];
        if (here && before) {
          const corner = layer.kind === 'steps' ? ([here[0], before[1]] as const) : before;
          stroke(grid, before, corner, mark);
          stroke(grid, corner, here, mark);
        }
        before = here;
      }
      return;
    }
    case 'band':
      for (const [at, low, high] of layer.points) {
        grid.dot(x(at), y(low), '.');
        grid.dot(x(at), y(high), '.');
      }
      return;
    case 'dots':
      for (const point of layer.points) grid.sign(x(point.x), y(point.y), signs[layer.as]);
  }
}

function stroke(
  grid: Grid,
  from: readonly [number, number],
  to: readonly [number, number],
  mark: string,
): void {
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]))));
  for (let i = 0; i <= steps; i++) {
    const share = i / steps;
    grid.dot(from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share, mark);
  }
}

/** The axis below: a line and its figures, the unit behind the last. */
function scaleBelow(chart: Chart, x: Scale, margin: number, columns: number, ascii: boolean): string[] {
  const ticks = x.ticks(Math.max(2, Math.floor(columns / 12)));
  const format = x.tickFormat(Math.max(2, Math.floor(columns / 12)));
  const rule: string[] = new Array<string>(columns).fill(ascii ? '-' : '─');
  const words: string[] = new Array<string>(columns + 8).fill(' ');
  for (const [i, tick] of ticks.entries()) {
    const column = Math.round(x(tick));
    rule[column] = ascii ? '+' : '┬';
    const text = i === ticks.length - 1 ? `${format(tick)} ${chart.x.label}` : format(tick);
    const from = Math.max(0, Math.min(columns - text.length, column - Math.floor(format(tick).length / 2)));
    for (const [k, letter] of [...text].entries()) words[from + k] = letter;
  }
  const corner = ascii ? '+' : '└';
  return [
    `${' '.repeat(margin)}${corner}${rule.join('')}`,
    `${' '.repeat(margin + 1)}${words.join('').trimEnd()}`,
  ];
}
