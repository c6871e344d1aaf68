import { formatDistance } from '../../model/units.ts';
import { type Fit, reasonOf } from '../../nav/fits.ts';
import { fitted, widthOf, wrapped } from '../../text/cells.ts';
import { filled, type Line, lineWidth, type Size, span } from '../frame.ts';
import type { Look } from '../look.ts';
import { found } from '../palette.ts';
import { type Draw, type Picture, shortDistance, toGoText } from '../picture.ts';
import { remoteAnswer } from '../remote.ts';
import { over } from '../style.ts';
import type { Overlay } from '../ui.ts';
import { nameOfAct } from '../words.ts';
import { arrowOf, help, keyName } from './help.ts';

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
  const lines = content(picture, picture.ui.overlay, { width: 200, height: 200 });
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
      return help(picture, inside);
    case 'quit':
      return picture.drill === null
        ? question(picture, inside, 'Quit the drive?', quitting(picture, 'quit', 'drive on'))
        : question(
            picture,
            inside,
            'Quit the rehearsal?',
            quitting(picture, 'quit, and see the score', 'go on'),
          );
    case 'doubted':
      return doubted(picture, about, inside);
    case 'lost':
      return whereAreWe(picture, about, inside);
    case 'ask':
      return asked(picture, about, inside);
    case 'sure':
      return sure(picture, about, inside);
    case 'palette':
      return palette(picture, about, inside);
    case 'write':
      return write(picture, about, inside);
  }
}

function quitting({ ui }: Picture, yes: string, no: string): readonly string[] {
  return ui.remote ? [`enter ${yes}`, `esc ${no}`] : [`y ${yes}`, `n ${no}`];
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

/** What the act takes away, and the key that does it all the same. */
function sure(picture: Picture, { key, act }: Overlay & { kind: 'sure' }, inside: Size): Line[] {
  const { units } = picture.stage.roadbook;
  const reading = act.type === 'trip-reset' ? ` (now ${formatDistance(picture.view.partial, units)})` : '';
  const name = nameOfAct(act.type);
  const text = `${name.charAt(0).toUpperCase()}${name.slice(1)}${reading}?`;
  return question(picture, inside, text, [
    picture.ui.remote ? 'enter do it' : `${key} or enter: do it`,
    'esc leave it',
  ]);
}

/** Rows of acts that the palette shows at most. */
const most = 9;

function palette(
  { look, drill }: Picture,
  { typed, chosen }: Overlay & { kind: 'palette' },
  inside: Size,
): Line[] {
  const { theme, marks } = look;
  const bindings = found(typed, drill !== null);
  const rows = Math.max(1, Math.min(most, inside.height - 2));
  const from = Math.max(0, Math.min(chosen - Math.floor(rows / 2), bindings.length - rows));
  const width = Math.min(inside.width, 72);
  const lines = bindings.slice(from, from + rows).map((binding, i): Line => {
    const name = `${binding.short.padEnd(12)}${keyName(binding, look).padEnd(9)}`;
    const text = name + fitted(binding.says, width - 2 - widthOf(name), marks.more);
    const isChosen = from + i === chosen;
    return [
      span(isChosen ? `${marks.current} ` : '  ', theme.key),
      span(text, isChosen ? theme.strong : theme.text),
    ];
  });
  const prompt: Line = [span('> ', theme.key), span(typed, theme.strong), span('_', theme.faint)];
  return [
    filled(prompt, width, 0),
    ...(lines.length > 0 ? lines : [[span('  nothing of that name', theme.faint)]]),
    [span('enter', theme.key), span(' does it  '), span('esc', theme.key), span(' leaves it')],
  ];
}

function write({ stage, look }: Picture, { note, typed }: Overlay & { kind: 'write' }, inside: Size): Line[] {
  const width = Math.min(inside.width, 60);
  const { theme } = look;
  const rows = wrapped(look.safe(`${typed}_`), width - 2);
  return [
    filled([span(`Your words to note ${stage.notes[note]?.number ?? '?'}`, theme.strong)], width, 0),
    ...rows.map((row, i): Line => [span(i === 0 ? '> ' : '  ', theme.key), span(row, theme.strong)]),
    keyed('enter keeps it beside the file', look),
    keyed('esc leaves it as it was', look),
  ];
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
  const answers = onRemote(picture, [
    ...fitting(picture, about.fits),
    'y yes, that note all the same',
    'esc nothing: keep the reading',
  ]);
  return question(picture, inside, look.safe(text), answers);
}

function whereAreWe(picture: Picture, { fits }: Overlay & { kind: 'lost' }, inside: Size): Line[] {
  const answers = onRemote(picture, [
    ...fitting(picture, fits),
    'b back at the last sure place: what was run since is a detour',
    'l not lost: drive on by the odometer',
    'esc still lost: no note is called',
  ]);
  return question(picture, inside, 'Where are we?', answers);
}

/** Answers by the keys that a remote has, those that it can give. */
function onRemote({ ui, look }: Picture, answers: readonly string[]): readonly string[] {
  if (!ui.remote) return answers;
  return answers.flatMap((answer) => {
    const gap = answer.indexOf(' ');
    const key = remoteAnswer(answer.slice(0, gap));
    return key === null ? [] : [`${arrowOf(key, look)}${answer.slice(gap)}`];
  });
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
    ...(picture.ui.remote ? [turning(look)] : []),
    keyed(about === 'set' ? 'enter set it' : 'enter calibrate', look),
    keyed('esc leave it', look),
  ];
}

/** How a distance is set without figures. */
function turning(look: Look): Line {
  const key = (name: string) => span(arrowOf(name, look), look.theme.key);
  return [
    key('up'),
    span(' '),
    key('down'),
    span(' by 0.01  '),
    key('left'),
    span(' '),
    key('right'),
    span(' by 0.1'),
  ];
}
