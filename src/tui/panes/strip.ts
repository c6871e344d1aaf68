import { formatDistance, metresPerMile } from '../../model/units.ts';
import type { Stage, ZoneKind } from '../../stage/stage.ts';
import { type Line, type Span, span } from '../frame.ts';
import type { Draw, Picture } from '../picture.ts';
import type { Style } from '../style.ts';
import { waypointStyle } from '../theme.ts';

/** Where you are, the way with its sections, zones, waypoints, dangers, fuel, and the scale. */
export const stripRows = 9;

/** Columns of the rows' names. */
const label = 10;

/** The whole stage from left to right, to scale. */
export const strip: Draw = (picture, { width, height }) => {
  const cells = width - label - 1;
  if (cells < 10) return [];
  const { stage, view, look } = picture;
  const { theme, marks } = look;
  const row = strips(picture, cells);
  const here = cellOf(stage, cells, view.reading);
  const lines: Line[] = [
    named('', theme.strong, [span(' '.repeat(here)), span(marks.here, theme.strong)]),
    named('WAY', theme.faint, way(picture, cells, here)),
    named('LIMIT', theme.faint, zoneRow(picture, cells, ['speed'], theme.speedZone)),
    named('TIME', theme.faint, zoneRow(picture, cells, ['neutralisation', 'transfer'], theme.timedZone)),
    named('WAYPOINT', theme.faint, row(waypoints(picture))),
    named('DANGER', theme.faint, row(dangers(picture))),
    named('FUEL', theme.faint, row(fuel(picture))),
    named(stage.roadbook.units === 'metric' ? 'KM' : 'MI', theme.faint, scale(picture, cells)),
  ];
  return lines.slice(0, height);
};

/** A sign at a place of the stage; where several fall into one cell the weightiest stands. */
interface Sign {
  readonly at: number;
  readonly text: string;
  readonly style: Style;
  readonly weight: number;
}

function named(name: string, style: Style, line: Line): Line {
  return [span(` ${name}`.padEnd(label), style), ...line];
}

function cellOf({ length }: Stage, cells: number, at: number): number {
  return Math.max(0, Math.min(cells - 1, Math.round((at / Math.max(1, length)) * (cells - 1))));
}

function strips({ stage }: Picture, cells: number): (signs: readonly Sign[]) => Line {
  return (signs) => {
    const row: (Sign | undefined)[] = new Array(cells).fill(undefined);
    for (const sign of signs) {
      const cell = cellOf(stage, cells, sign.at);
      if ((row[cell]?.weight ?? -1) <= sign.weight) row[cell] = sign;
    }
    return row.map((sign): Span => (sign ? span(sign.text, sign.style) : span(' ')));
  };
}

/** Selective sections heavy, the rest thin; what is driven is bright. */
function way({ stage, look }: Picture, cells: number, here: number): Line {
  const { theme, marks } = look;
  const heavy = new Array<boolean>(cells).fill(stage.sections.length === 0);
  for (const { kind, from, to } of stage.sections) {
    if (kind !== 'selective') continue;
    heavy.fill(true, cellOf(stage, cells, from), cellOf(stage, cells, to) + 1);
  }
  return heavy.map((on, cell) =>
    span(on ? marks.heavy : marks.rule, cell <= here ? theme.strong : theme.faint),
  );
}

function zoneRow({ stage, look }: Picture, cells: number, kinds: readonly ZoneKind[], style: Style): Line {
  const row = new Array<string>(cells).fill(' ');
  for (const { kind, from, to } of stage.zones) {
    if (kinds.includes(kind))
      row.fill(look.marks.zone[kind], cellOf(stage, cells, from), cellOf(stage, cells, to) + 1);
  }
  return [span(row.join(''), style)];
}

function waypoints({ stage, look }: Picture): Sign[] {
  return stage.notes.flatMap(({ at, note }) =>
    note.waypoints
      .filter(({ type }) => !/^[DF][ZNT]$/.test(type))
      .map(({ type }) => ({
        at,
        // DSS, ASS, CP and TC by their first letter, WPM and its like by their last.
        text: (type.startsWith('WP') ? type.at(-1) : type[0]) ?? '?',
        style: waypointStyle(look.theme, type),
        weight: type.startsWith('WP') ? 0 : 1,
      })),
  );
}

function dangers({ stage, look }: Picture): Sign[] {
  const { theme } = look;
  return stage.notes.flatMap(({ at, danger }) =>
    danger === null
      ? []
      : [{ at, text: String(danger), style: danger === 3 ? theme.extreme : theme.danger, weight: danger }],
  );
}

function fuel({ stage, look }: Picture): Sign[] {
  return stage.notes.flatMap(({ at, note }) =>
    note.services.includes('fuel') ? [{ at, text: 'F', style: look.theme.good, weight: 0 }] : [],
  );
}

/** Round figures of the road behind them, far enough apart to be told from each other. */
function scale({ stage, look }: Picture, cells: number): Line {
  const { units } = stage.roadbook;
  const unit = units === 'metric' ? 1000 : metresPerMile;
  const least = (stage.length / unit / cells) * 9;
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((round) => round >= least) ?? 1000;
  let text = '';
  for (let at = 0; at * unit <= stage.length; at += step) {
    const cell = cellOf(stage, cells, at * unit);
    const figure = at === 0 ? '0' : formatDistance(at * unit, units).replace(/\.\d+$/, '');
    if (cell + figure.length <= cells) text = text.padEnd(cell) + figure;
  }
  return [span(text, look.theme.faint)];
}
