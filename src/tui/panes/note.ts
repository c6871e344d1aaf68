import { symbolOf } from '../../model/lexicon.ts';
import { formatDistance } from '../../model/units.ts';
import { type NoteStatus, statusOf } from '../../nav/view.ts';
import type { Stage, StageNote } from '../../stage/stage.ts';
import { paragraph } from '../../text/cells.ts';
import { type Annotation, annotationOf } from '../annotations.ts';
import { bigFigures, figureRows } from '../figures.ts';
import { beside, filled, type Line, type Span, span } from '../frame.ts';
import type { Look } from '../look.ts';
import { type Draw, type Picture, speedText, speedUnit } from '../picture.ts';
import { over, plain, type Style, underline } from '../style.ts';
import { waypointStyle } from '../theme.ts';
import { pictured } from './pictured.ts';
import { remembered } from './remembered.ts';

/** FIA-style books shade a note that is followed by another within this distance, metres. */
const close = 300;

/** All that a note's row is drawn of. */
interface Row extends Pick<Picture, 'stage' | 'look'> {
  readonly index: number;
  readonly own: Annotation;
  readonly status: NoteStatus;
}

/** The row so many places behind the one in hand, which may lie past the end of the book. */
function rowAt(place: number): (picture: Picture) => Row {
  return ({ stage, state, view, own, look }) => {
    const index = view.hand + place;
    return { stage, look, index, own: annotationOf(own, index), status: statusOf(state, index) };
  };
}

/** Side bar of the zones a note lies in, and at its middle what became of it. */
export function side(place: number): Draw {
  return remembered(rowAt(place), ({ stage, look, index, status }, { height }) => {
    const stop = stage.notes[index];
    if (!stop) return [];
    // A limit first: of zones over each other it is the one that costs.
    const zone = stage.zones
      .filter(({ from, to }) => stop.at >= from && stop.at <= to)
      .toSorted((a, b) => Number(b.limitKmh !== null) - Number(a.limitKmh !== null))[0];
    const style = zone?.kind === 'speed' ? look.theme.speedZone : look.theme.timedZone;
    const bar = zone ? [span(look.marks.zone[zone.kind], style)] : [span(' ')];
    const lines = Array.from({ length: height }, (): Line => bar);
    lines[0] = [...bar, statusMark(status, look)];
    return lines;
  });
}

function statusMark(status: NoteStatus, { theme, marks }: Look): Span {
  switch (status) {
    case 'next':
      return span(marks.current, theme.strong);
    case 'confirmed':
      return span(marks.confirmed, theme.good);
    case 'passed':
    case 'skipped':
      return span(marks.missed, theme.faint);
    case 'reached':
    case 'ahead':
      return span(' ');
  }
}

/** The distance box: number, total, partial, waypoint. */
export function distances(place: number): Draw {
  return remembered(rowAt(place), (row, { width, height }) => {
    const { stage, look, index } = row;
    const stop = stage.notes[index];
    if (!stop) return place === 0 || index === stage.notes.length ? [[span('  end', look.theme.faint)]] : [];
    const lines = boxLines(row, stop, width, height);
    const style = boxStyle(row, place, stop);
    return Array.from({ length: height }, (_, y) => tinted(lines[y] ?? [], width, style));
  });
}

function boxStyle({ stage, look }: Row, place: number, stop: StageNote): Style {
  const { theme } = look;
  if (stop.danger === 3) return theme.extreme;
  const turn = stop.index % 2 === 0 ? 0 : 1;
  if (isClose(stage, stop)) return theme.close[turn];
  return place === 0 ? theme.hand : theme.box[turn];
}

/** Whether the following note comes so soon that it must be called with this one. */
function isClose(stage: Stage, { index, at }: StageNote): boolean {
  const following = stage.notes[index + 1];
  return following !== undefined && following.at - at < close;
}

function tinted(line: Line, width: number, style: Style): Line {
  return filled(
    line.map(({ text, style: own }) => span(text, over(style, own))),
    width,
    style,
  );
}

function boxLines({ stage, look, own }: Row, stop: StageNote, width: number, height: number): Line[] {
  const { units } = stage.roadbook;
  const { theme } = look;
  const total = stop.measured ? formatDistance(stop.printed, units) : look.marks.dash;
  const marked = own.marked ? look.marks.mark : '';
  const number = `${stop.number}${isClose(stage, stop) ? look.marks.close : ''}${marked}`;
  const room = width - 2;
  const first: Line = [
    span(` ${number}`),
    span(' '.repeat(Math.max(1, room - number.length - total.length))),
    // The red line under the kilometres that stands for danger 2 in the lexicon.
    span(total, stop.danger === 2 ? over(underline, theme.danger) : theme.strong),
  ];
  const partial: Line = [span(formatDistance(stop.partial, units).padStart(room + 1))];
  const marks = waypointMarks({ look }, stop);
  const reset: Line[] =
    stop.note.reset === null
      ? []
      : [[span(` ${look.marks.reset} ${formatDistance(stop.note.reset, units)}`, theme.warning)]];
  if (height === 1) return [first];
  if (height === 2) return [first, ...(marks.length > 0 ? marks : [partial])];
  return [first, partial, ...reset, ...marks];
}

function waypointMarks({ look }: Pick<Picture, 'look'>, { note }: StageNote): Line[] {
  return note.waypoints.map(({ type, name }) => [
    span(' '),
    span(` ${name === null ? type : `${type} ${look.safe(name)}`} `, waypointStyle(look.theme, type)),
  ]);
}

/** What the crew reads out: danger, CAP, what is imposed, the text, the symbols. */
export function description(place: number): Draw {
  return remembered(rowAt(place), (row, { width, height }) => {
    const { stage, look, own, index } = row;
    const stop = stage.notes[index];
    if (!stop) return [];
    const large = height >= roomy ? largeCap(row, stop, width) : [];
    const head = calls(row, stop, large.length > 0);
    const style = place === 0 ? look.theme.strong : look.theme.text;
    const text = look.safe(stop.note.text ?? '');
    const symbols = symbolWords(row, stop);
    if (height === 1)
      return [[...head, ...(head.length > 0 ? [span('  ')] : []), span(text || symbols, style)]];
    const lines: Line[] = [...(head.length > 0 ? [head] : []), ...large];
    const paragraphs = [
      ...(own.text === null ? [] : [{ text: look.safe(own.text), style: look.theme.mark }]),
      { text, style },
      { text: symbols, style: look.theme.faint },
    ];
    const image = text === '' ? stop.note.pictures.text : null;
    for (const one of paragraphs) {
      const rows = paragraph(one.text, width, height - lines.length, look.marks.more);
      lines.push(...rows.map((row) => [span(row, one.style)]));
    }
    // Not wider than such a picture is, so that it stands by its note.
    const rest = { width: Math.min(width, (height - lines.length) * 6), height: height - lines.length };
    if (image !== null && rest.height > 0) {
      lines.push(...(pictured(image, rest, look) ?? [[span('image', look.theme.faint)]]));
    }
    return lines;
  });
}

/** From so many rows on the CAP has figures of its own. */
const roomy = 9;

function largeCap({ look }: Row, { cap }: StageNote, width: number): Line[] {
  if (cap === null) return [];
  const rows = figureRows('000', { width: width - 5, height: look.ascii ? 5 : 3 }, look.ascii);
  if (rows === null) return [];
  const figures = bigFigures(degrees(cap), rows, look.theme.cap, look);
  return [...beside({ lines: [[span('CAP', look.theme.cap)]], width: 5 }, { lines: figures, width: 20 }), []];
}

/**
 * The symbols of a note in the lexicon's words, those in its tulip too: a small drawing leaves them out. Not what the text
 * says already.
 */
export function symbolWords({ look }: Pick<Picture, 'look'>, { note }: StageNote): string {
  const drawn = note.tulip?.symbols.map(({ symbol }) => symbol) ?? [];
  const ids = [...note.symbols, ...drawn].filter((id) => !id.startsWith('danger-'));
  const words = new Set(ids.map((id) => symbolOf(id)?.words.en ?? id));
  const text = (note.text ?? '').toLowerCase();
  return look.safe([...words].filter((word) => !hasWord(text, word.toLowerCase())).join(', '));
}

/** Whether words begin somewhere in the text with this one: `bump` in “2 speed bumps”, not in “abump”. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/\p{L}/u.test(text[at - 1] ?? ' ')) return true;
  }
  return false;
}

/** The line of marks over a note's text. */
function calls({ stage, look }: Row, { danger, cap, note }: StageNote, capApart: boolean): Line {
  const { units } = stage.roadbook;
  const { theme, marks } = look;
  const parts: Span[] = [];
  if (danger !== null) parts.push(span('!'.repeat(danger), theme.danger));
  if (cap !== null && !capApart) parts.push(span(`CAP ${degrees(cap)}${marks.degree}`, theme.cap));
  if (note.averageCap !== null) {
    parts.push(span(`avg ${degrees(note.averageCap)}${marks.degree}`, theme.cap));
  }
  if (note.limitKmh !== null) {
    parts.push(span(`${speedText(note.limitKmh, units)} ${speedUnit(units)}`, theme.limit));
  }
  if (note.stopSeconds !== null) {
    parts.push(span(note.stopSeconds === 0 ? 'STOP' : `STOP ${note.stopSeconds} s`, theme.danger));
  }
  if (note.services.length > 0) parts.push(span(note.services.join(' '), theme.good));
  if (note.change !== null) parts.push(span(note.change, theme.badge));
  return parts.flatMap((part, i) => (i === 0 ? [part] : [span('  ', plain), part]));
}

function degrees(cap: number): string {
  return String(cap).padStart(3, '0');
}
