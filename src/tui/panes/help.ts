import { widthOf, wrapped } from '../../text/cells.ts';
import { beside, filled, type Line, lineWidth, type Size, span } from '../frame.ts';
import { type Binding, type BindingGroup, keyTable, rehearsalTable } from '../keys.ts';
import type { Look } from '../look.ts';
import type { Picture } from '../picture.ts';

/** All keys: a line each with what they do, else in columns, else packed, else run on. */
export function help({ look, drill }: Picture, inside: Size): Line[] {
  const groups = drill === null ? keyTable : rehearsalTable(drill);
  const long = listed(groups, look);
  if (long.length <= inside.height && Math.max(...long.map(lineWidth)) <= inside.width) return long;
  const columns = inColumns(groups, look);
  if (columns.length <= inside.height && Math.max(...columns.map(lineWidth)) <= inside.width) return columns;
  const grid = packed(groups, look, inside.width);
  if (grid.length <= inside.height) return grid;
  const all = groups.flatMap(({ bindings }) => bindings.map((b) => `${keyName(b, look)} ${b.short}`));
  return wrapped(all.join(', '), inside.width).map((row): Line => [span(row)]);
}

function listed(groups: readonly BindingGroup[], look: Look): Line[] {
  return groups.flatMap(({ title, bindings }, i): Line[] => [
    ...(i === 0 ? [] : [[]]),
    [span(title, look.theme.strong)],
    ...bindings.map((b): Line => [span(keyName(b, look).padEnd(10), look.theme.key), span(b.says)]),
  ]);
}

/** Down as many columns as there is width for, whatever the group. */
function packed(groups: readonly BindingGroup[], look: Look, width: number): Line[] {
  const cells = groups.flatMap(({ bindings }) =>
    bindings.map((b): Line => [span(keyName(b, look), look.theme.key), span(` ${b.short}`)]),
  );
  const inColumnsOf = (rows: number) =>
    Array.from({ length: Math.ceil(cells.length / rows) }, (_, i) => {
      const lines = cells.slice(i * rows, (i + 1) * rows);
      return { lines, width: Math.max(...lines.map(lineWidth)) + 2 };
    });
  const fits = (rows: number) => inColumnsOf(rows).reduce((sum, one) => sum + one.width, -2) <= width;
  const rows = cells.findIndex((_, i) => fits(i + 1)) + 1;
  return rows === 0 ? cells : beside(...inColumnsOf(rows));
}

/** A column a group, as wide as its keys and words. */
function inColumns(groups: readonly BindingGroup[], look: Look): Line[] {
  const height = Math.max(...groups.map(({ bindings }) => bindings.length));
  const columns = groups.map(({ title, bindings }) => {
    const keys = Math.max(...bindings.map((binding) => widthOf(keyName(binding, look)))) + 1;
    const words = Math.max(title.length - keys, ...bindings.map(({ short }) => short.length)) + 2;
    const lines: Line[] = bindings.map((binding) => [
      ...filled([span(keyName(binding, look), look.theme.key)], keys, 0),
      span(binding.short),
    ]);
    return { lines: [[span(title, look.theme.strong)], ...lines], width: keys + words };
  });
  return beside(...columns).slice(0, height + 1);
}

export function arrowOf(key: string, { ascii }: Look): string {
  const arrow = { up: '↑', down: '↓', left: '←', right: '→' }[key] ?? key;
  return ascii ? (arrowNames[arrow] ?? arrow) : arrow;
}

const arrowNames: Readonly<Record<string, string>> = { '↓': 'Down', '↑': 'Up', '←': 'Left', '→': 'Right' };

export function keyName({ shown }: Binding, { ascii }: Look): string {
  return ascii ? shown.replace(/[↓↑←→]/g, (arrow) => arrowNames[arrow] ?? '') : shown;
}
