import { formatDistance } from '../../model/units.ts';
import type { StageNote } from '../../stage/stage.ts';
import { beside, cut, type Line, type Size, type Span, span } from '../frame.ts';
import { type Draw, type Picture, speedText, speedUnit, toGoText } from '../picture.ts';
import { waypointStyle } from '../theme.ts';
import { remembered } from './remembered.ts';

/** Where the list is read from: in steps of the page's own, metres, as its distances are printed. */
interface Here extends Pick<Picture, 'stage' | 'look'> {
  readonly reading: number;
}

/** Of fuel, dangers of level 2 and 3, waypoints and zones, those still to come, in their order. */
export const ahead: Draw = remembered(
  ({ stage, look, view }): Here => ({ stage, look, reading: Math.round(view.reading / 10) * 10 }),
  listed,
);

function listed(here: Here, { width, height }: Size): Line[] {
  const rows = height - 2;
  if (width < 2 * column) return [tank(here), [], ...coming(here, rows)].slice(0, height);
  const all = coming(here, 2 * rows);
  const half = Math.floor(width / 2);
  const left = all.slice(0, rows).map((line) => cut(line, half - 2, here.look.marks.more));
  const right = all.slice(rows);
  return [tank(here), [], ...beside({ lines: left, width: half }, { lines: right, width: width - half })];
}

/** Cells that a column of what is coming needs. */
const column = 75;

function coming(here: Here, most: number): Line[] {
  const { stage, reading, look } = here;
  const lines: Line[] = [];
  for (const stop of stage.notes) {
    if (lines.length >= most) break;
    if (stop.at < reading) continue;
    const what = why(here, stop);
    if (what.length === 0) continue;
    const distance = toGoText(stop.at - reading, stage.roadbook.units).padStart(10);
    lines.push([
      span(` ${distance}`, look.theme.strong),
      span(`  note ${String(stop.number).padEnd(4)} `, look.theme.faint),
      ...what,
    ]);
  }
  return lines;
}

/** The road since the last refuelling, and to the next; against the range that the book asks for, where it names one. */
function tank({ stage, reading, look }: Here): Line {
  const { units, fuelRange } = stage.roadbook;
  const { theme } = look;
  const pumps = stage.notes.filter(({ note }) => note.services.includes('fuel')).map(({ at }) => at);
  const last = pumps.findLast((at) => at <= reading) ?? 0;
  const next = pumps.find((at) => at > reading);
  const since = reading - last;
  const used = `${formatDistance(since, units)}${fuelRange === null ? '' : ` of ${formatDistance(fuelRange, units)}`}`;
  const to = next === undefined ? stage.length : next;
  const short = fuelRange !== null && to - last > fuelRange;
  const goal = next === undefined ? 'finish' : 'fuel';
  return [
    span(' FUEL      ', theme.faint),
    span(`${used} ${units === 'metric' ? 'km' : 'mi'}`, theme.strong),
    span(' on this tank', theme.text),
    span(`  ${goal} in ${toGoText(Math.max(0, to - reading), units)}`, theme.text),
    ...(short ? [span('  '), span(' BEYOND THE RANGE ', theme.alarm)] : []),
  ];
}

function why({ stage, look }: Here, stop: StageNote): Span[] {
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
