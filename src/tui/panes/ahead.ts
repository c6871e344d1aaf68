import { formatDistance } from '../../model/units.ts';
import type { StageNote } from '../../stage/stage.ts';
import { beside, cut, type Line, type Span, span } from '../frame.ts';
import { type Draw, type Picture, speedText, speedUnit, toGoText } from '../picture.ts';
import { waypointStyle } from '../theme.ts';

/** Of fuel, dangers of level 2 and 3, waypoints and zones, those still to come, in their order. */
export const ahead: Draw = (picture, { width, height }) => {
  const rows = height - 2;
  if (width < 2 * column) return [tank(picture), [], ...coming(picture, rows)].slice(0, height);
  const all = coming(picture, 2 * rows);
  const half = Math.floor(width / 2);
  const left = all.slice(0, rows).map((line) => cut(line, half - 2, picture.look.marks.more));
  const right = all.slice(rows);
  return [tank(picture), [], ...beside({ lines: left, width: half }, { lines: right, width: width - half })];
};

/** Cells that a column of what is coming needs. */
const column = 75;

function coming(picture: Picture, most: number): Line[] {
  const { stage, view, look } = picture;
  const lines: Line[] = [];
  for (const stop of stage.notes) {
    if (lines.length >= most) break;
    if (stop.at < view.reading) continue;
    const what = why(picture, stop);
    if (what.length === 0) continue;
    const distance = toGoText(stop.at - view.reading, stage.roadbook.units).padStart(10);
    lines.push([
      span(` ${distance}`, look.theme.strong),
      span(`  note ${String(stop.number).padEnd(4)} `, look.theme.faint),
      ...what,
    ]);
  }
  return lines;
}

/** The road since the last refuelling, and to the next; against the range that the book asks for, where it names one. */
function tank({ stage, view, look }: Picture): Line {
  const { units, fuelRange } = stage.roadbook;
  const { theme } = look;
  const pumps = stage.notes.filter(({ note }) => note.services.includes('fuel')).map(({ at }) => at);
  const last = pumps.findLast((at) => at <= view.reading) ?? 0;
  const next = pumps.find((at) => at > view.reading);
  const since = view.reading - last;
  const used = `${formatDistance(since, units)}${fuelRange === null ? '' : ` of ${formatDistance(fuelRange, units)}`}`;
  const to = next === undefined ? stage.length : next;
  const short = fuelRange !== null && to - last > fuelRange;
  const goal = next === undefined ? 'finish' : 'fuel';
  return [
    span(' FUEL      ', theme.faint),
    span(`${used} ${units === 'metric' ? 'km' : 'mi'}`, theme.strong),
    span(' on this tank', theme.text),
    span(`  ${goal} in ${toGoText(Math.max(0, to - view.reading), units)}`, theme.text),
    ...(short ? [span('  '), span(' BEYOND THE RANGE ', theme.alarm)] : []),
  ];
}

function why({ stage, look }: Picture, stop: StageNote): Span[] {
  const { theme } = look;
  const { units } = stage.roadbook;
  const { note, danger } = stop;
  const parts = [
    ...note.waypoints.map(({ type, name }) =>
      span(` ${name === null ? type : `${type} ${look.safe(name)}`} `, waypointStyle(theme, type)),
    ),
    ...(danger !== null && danger > 1 ? [span('!'.repeat(danger), theme.danger)] : []),
    ...(note.limitKmh === null
      ? []
      : [span(`${speedText(note.limitKmh, units)} ${speedUnit(units)}`, theme.limit)]),
    ...(note.services.includes('fuel') ? [span('fuel', theme.good)] : []),
  ];
  if (parts.length === 0) return [];
  return [...parts.flatMap((part) => [part, span(' ')]), span(look.safe(note.text ?? ''), theme.text)];
}
