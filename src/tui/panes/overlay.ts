import { formatDistance } from '../../model/units.ts';
import { type Fit, reasonOf } from '../../nav/fits.ts';
import { wrapped } from '../../text/cells.ts';
import { filled, type Line, lineWidth, type Size, span } from '../frame.ts';
import { type Binding, keyTable } from '../keys.ts';
import type { Look } from '../look.ts';
import { type Draw, type Picture, shortDistance, toGoText } from '../picture.ts';
import { over } from '../style.ts';
import type { Overlay } from '../ui.ts';

/** The overlay, framed, in the middle of its pane. */
export const overlay: Draw = (picture, size) => {
  if (picture.ui.overlay === null) return [];
  const inside = { width: Math.max(1, size.width - 4), height: Math.max(1, size.height - 2) };
  return framed(content(picture, picture.ui.overlay, inside), size, picture.look);
};

/** Cells the overlay wants on a screen of this size, its frame included. */
export function overlaySize(picture: Picture, screen: Size): Size {
  if (picture.ui.overlay === null) return { width: 0, height: 0 };
  const inside = { width: Math.max(1, screen.width - 6), height: Math.max(1, screen.height - 2) };
  const lines = content(picture, picture.ui.overlay, inside);
  const width = Math.max(...lines.map(lineWidth)) + 4;
  return { width: Math.min(width, screen.width), height: Math.min(lines.length + 2, screen.height) };
}

/** The overlay's lines alone, for a terminal that only writes lines. */
export function overlayText(picture: Picture): string[] {
  if (picture.ui.overlay === null) return [];
  const lines = content(picture, picture.ui.overlay, { width: 76, height: 60 });
  return lines.map((line) => line.map(({ text }) => text).join(''));
}

function framed(lines: readonly Line[], { width, height }: Size, { theme, marks }: Look): Line[] {
  const [upperLeft, upperRight, lowerLeft, lowerRight, across, down] = marks.frame;
  const style = theme.overlay;
  const edge = (left: string, right: string): Line => [
    span(`${left}${across.repeat(Math.max(0, width - 2))}${right}`, style),
  ];
  const rows = Array.from({ length: Math.max(0, height - 2) }, (_, i): Line => {
    const line = (lines[i] ?? []).map(({ text, style: own }) => span(text, over(style, own)));
    return [span(`${down} `, style), ...filled(line, width - 4, style), span(` ${down}`, style)];
  });
  return [edge(upperLeft, upperRight), ...rows, edge(lowerLeft, lowerRight)];
}

function content(picture: Picture, about: Overlay, inside: Size): Line[] {
  switch (about.kind) {
    case 'help':
      return help(picture.look, inside);
    case 'quit':
      return question(picture, inside, 'Quit the drive?', ['y quit', 'n drive on']);
    case 'doubted':
      return doubted(picture, about, inside);
    case 'lost':
      return whereAreWe(picture, about, inside);
    case 'ask':
      return asked(picture, about, inside);
  }
}

function question({ look }: Picture, { width }: Size, text: string, answers: readonly string[]): Line[] {
  return [
    ...wrapped(text, width).map((row): Line => [span(row, look.theme.strong)]),
    ...answers.map((answer) => keyed(answer, look)),
  ];
}

/** `y quit` with its key marked. */
function keyed(answer: string, { theme }: Look): Line {
  const gap = answer.indexOf(' ');
  return [span(answer.slice(0, gap), theme.key), span(answer.slice(gap))];
}

function doubted(picture: Picture, about: Overlay & { kind: 'doubted' }, inside: Size): Line[] {
  const { stage, look } = picture;
  const { units } = stage.roadbook;
  const named = (index: number) => {
    const stop = stage.notes[index];
    return stop ? `${stop.number} at ${formatDistance(stop.printed, units)}` : '?';
  };
  const off = Math.abs(about.off);
  const away = off < 1000 ? shortDistance(off, units) : toGoText(off, units);
  const text = `Note ${named(about.note)}? It should be ${away} ${about.off > 0 ? 'further on' : 'back'}.`;
  const answers = [
    ...fitting(picture, about.fits),
    'y yes, that note all the same',
    'esc nothing: keep the reading',
  ];
  return question(picture, inside, look.safe(text), answers);
}

function whereAreWe(picture: Picture, { fits }: Overlay & { kind: 'lost' }, inside: Size): Line[] {
  const answers = [
    ...fitting(picture, fits),
    'b back at the last sure place: what was run since is a detour',
    'l not lost: drive on by the odometer',
    'esc still lost: no note is called',
  ];
  return question(picture, inside, 'Where are we?', answers);
}

/** The notes it may be, best first, each with its key and the reason. */
function fitting({ stage, look }: Picture, fits: readonly Fit[]): string[] {
  return fits.map((fit, i) => look.safe(`${i + 1} ${reasonOf(stage, fit)}`));
}

function asked(picture: Picture, { about, typed }: Overlay & { kind: 'ask' }, inside: Size): Line[] {
  const { look, stage } = picture;
  const unit = stage.roadbook.units === 'metric' ? 'km' : 'mi';
  const text =
    about === 'set' ? `Total as printed, ${unit}` : `True distance since the partial was 0, ${unit}`;
  return [
    ...wrapped(text, inside.width).map((row): Line => [span(row, look.theme.strong)]),
    [span('> ', look.theme.key), span(typed, look.theme.strong), span('_', look.theme.faint)],
    keyed(about === 'set' ? 'enter set it' : 'enter calibrate', look),
    keyed('esc leave it', look),
  ];
}

/** All keys: a line each with what they do, else in columns, else run on. */
function help(look: Look, inside: Size): Line[] {
  const long = listed(look);
  if (long.length <= inside.height && Math.max(...long.map(lineWidth)) <= inside.width) return long;
  const columns = inColumns(look, inside.width);
  if (columns.length <= inside.height && Math.max(...columns.map(lineWidth)) <= inside.width) return columns;
  const all = keyTable.flatMap(({ bindings }) => bindings.map((b) => `${keyName(b, look)} ${b.short}`));
  return wrapped(all.join(', '), inside.width).map((row): Line => [span(row)]);
}

function listed(look: Look): Line[] {
  return keyTable.flatMap(({ title, bindings }, i): Line[] => [
    ...(i === 0 ? [] : [[]]),
    [span(title, look.theme.strong)],
    ...bindings.map((b): Line => [span(keyName(b, look).padEnd(10), look.theme.key), span(b.says)]),
  ]);
}

function inColumns(look: Look, width: number): Line[] {
  const column = Math.min(26, Math.floor(width / keyTable.length));
  const height = Math.max(...keyTable.map(({ bindings }) => bindings.length));
  const titles = keyTable.flatMap(({ title }) => filled([span(title, look.theme.strong)], column, 0));
  const rows = Array.from({ length: height }, (_, row) =>
    keyTable.flatMap(({ bindings }): Line => {
      const binding = bindings[row];
      if (!binding) return [span(' '.repeat(column))];
      return filled([span(keyName(binding, look).padEnd(8), look.theme.key), span(binding.short)], column, 0);
    }),
  );
  return [titles, ...rows];
}

function keyName({ shown }: Binding, { ascii }: Look): string {
  return ascii ? shown.replace('↓', 'Down').replace('↑', 'Up') : shown;
}
