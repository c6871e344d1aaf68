import { symbolOf } from '../../model/lexicon.ts';
import { formatDistance } from '../../model/units.ts';
import { statusOf } from '../../nav/view.ts';
import type { StageNote } from '../../stage/stage.ts';
import { paragraph } from '../../text/cells.ts';
import { filled, type Line, type Span, span } from '../frame.ts';
import { type Draw, type Picture, speedText, speedUnit } from '../picture.ts';
import { over, plain, type Style } from '../style.ts';

/** FIA-style books shade a note that is followed by another within this distance, metres. */
const close = 300;

/** The note so many places behind the one in hand; null past the end of the book. */
function noteAt({ stage, view }: Picture, place: number): StageNote | null {
  return stage.notes[view.hand + place] ?? null;
}

/** Side bar of the zones a note lies in, and at its middle what became of it. */
export function side(place: number): Draw {
  return (picture, { height }) => {
    const stop = noteAt(picture, place);
    if (!stop) return [];
    const { look, stage } = picture;
    const zone = stage.zones.find(({ from, to }) => stop.at >= from && stop.at <= to);
    const style = zone?.kind === 'speed' ? look.theme.speedZone : look.theme.timedZone;
    const bar = zone ? [span(look.marks.side, style)] : [span(' ')];
    const lines = Array.from({ length: height }, (): Line => bar);
    lines[0] = [...bar, status(picture, stop)];
    return lines;
  };
}

function status({ state, look }: Picture, { index }: StageNote): Span {
  const { theme, marks } = look;
  switch (statusOf(state, index)) {
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
  return (picture, { width, height }) => {
    const stop = noteAt(picture, place);
    if (!stop)
      return place === 0 || noteAt(picture, place - 1) ? [[span('  end', picture.look.theme.faint)]] : [];
    const lines = boxLines(picture, stop, width, height);
    const style = boxStyle(picture, place, stop);
    return Array.from({ length: height }, (_, row) => tinted(lines[row] ?? [], width, style));
  };
}

function boxStyle({ stage, look }: Picture, place: number, stop: StageNote): Style {
  const following = stage.notes[stop.index + 1];
  if (following && following.at - stop.at < close) return look.theme.close;
  return place === 0 ? look.theme.hand : look.theme.box;
}

function tinted(line: Line, width: number, style: Style): Line {
  return filled(
    line.map(({ text, style: own }) => span(text, over(style, own))),
    width,
    style,
  );
}

function boxLines({ stage, look }: Picture, stop: StageNote, width: number, height: number): Line[] {
  const { units } = stage.roadbook;
  const { theme } = look;
  const total = stop.measured ? formatDistance(stop.printed, units) : look.marks.dash;
  const number = String(stop.number);
  const room = width - 2;
  const first: Line = [
    span(` ${number}`, theme.faint),
    span(total.padStart(Math.max(total.length + 1, room - number.length)), theme.strong),
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
    span(` ${name === null ? type : `${type} ${look.safe(name)}`} `, look.theme.waypoint(type)),
  ]);
}

/** What the crew reads out: danger, CAP, what is imposed, the text, the symbols. */
export function description(place: number): Draw {
  return (picture, { width, height }) => {
    const stop = noteAt(picture, place);
    if (!stop) return [];
    const { look } = picture;
    const head = calls(picture, stop);
    const style = place === 0 ? look.theme.strong : look.theme.text;
    const text = look.safe(stop.note.text ?? '');
    const symbols = symbolWords(picture, stop);
    if (height === 1)
      return [[...head, ...(head.length > 0 ? [span('  ')] : []), span(text || symbols, style)]];
    const lines: Line[] = head.length > 0 ? [head] : [];
    const paragraphs = [
      { text, style },
      { text: symbols, style: look.theme.faint },
    ];
    for (const one of paragraphs) {
      const rows = paragraph(one.text, width, height - lines.length, look.marks.more);
      lines.push(...rows.map((row) => [span(row, one.style)]));
    }
    return lines;
  };
}

function symbolWords({ look }: Picture, { note }: StageNote): string {
  return look.safe(note.symbols.map((id) => symbolOf(id)?.words.en ?? id).join(', '));
}

/** The line of marks over a note's text. */
function calls({ stage, look }: Picture, { danger, cap, note }: StageNote): Line {
  const { units } = stage.roadbook;
  const { theme, marks } = look;
  const parts: Span[] = [];
  if (danger !== null) parts.push(span('!'.repeat(danger), theme.danger));
  if (cap !== null) parts.push(span(`CAP ${degrees(cap)}${marks.degree}`, theme.cap));
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
