import { formatDistance } from '../../model/units.ts';
import { bigFigures, figureRows } from '../figures.ts';
import { beside, filled, type Line, lineWidth, type Span, span } from '../frame.ts';
import { countdown, type Draw, type Picture, speedText, speedUnit, toGoText } from '../picture.ts';
import { plain, type Style } from '../style.ts';
import { waypointStyle } from '../theme.ts';
import { remembered } from './remembered.ts';

/** Width of the names of the gauges. */
const label = 9;

/** Total and partial in figures of their own: for screens that are wide and high enough. */
export const trips: Draw = remembered(tripsOf, ({ total, partial, look }, { width, height }) => {
  const rowsEach = Math.floor((height - 1) / 2);
  const readings = [
    ['TOTAL', total],
    ['PARTIAL', partial],
  ] as const;
  return readings.flatMap(([name, figure], i): Line[] => {
    const rows = figureRows(figure, { width: width - label, height: rowsEach }, look.ascii);
    const names: Line[] = [[span(name, look.theme.faint)]];
    const figures =
      rows === null ? [[span(figure, look.theme.strong)]] : bigFigures(figure, rows, look.theme.strong, look);
    const block = beside({ lines: names, width: label }, { lines: figures, width: width - label });
    return i === 0 ? [...block, []] : block;
  });
});

function tripsOf({ view, look, stage }: Picture) {
  const { units } = stage.roadbook;
  return { total: formatDistance(view.total, units), partial: formatDistance(view.partial, units), look };
}

/** Everything the crew glances at beside the big figures, in the same order always. */
export const gauges: Draw = (picture, { width, height }) =>
  [...reading(picture, width), ...running(picture)].slice(0, height);

/** The same without total and partial, which stand beside it. */
export const gaugesAlone: Draw = (picture, { height }) => running(picture).slice(0, height);

function running(picture: Picture): Line[] {
  return [
    speed(picture),
    ...limit(picture),
    ...neutralisation(picture),
    ...leg(picture),
    ...fuel(picture),
    ...waypoint(picture),
    ...zones(picture),
  ];
}

function reading({ view, look, stage }: Picture, width: number): Line[] {
  const { units } = stage.roadbook;
  const { faint, strong } = look.theme;
  const total = [named('TOTAL', faint), span(formatDistance(view.total, units), strong)];
  const partial = [named('PARTIAL', faint), span(formatDistance(view.partial, units), strong)];
  const column = label + 8;
  if (width < column + lineWidth(partial)) return [total, partial];
  return [[...filled(total, column, plain), ...partial]];
}

function named(name: string, style: Style): Span {
  return span(name.padEnd(label), style);
}

function speed({ view, look, stage }: Picture): Line {
  const { units } = stage.roadbook;
  const { theme, marks } = look;
  const figure = view.speedKmh === null ? marks.dash : speedText(view.speedKmh, units);
  return [
    named('SPEED', theme.faint),
    span(`${figure.padStart(3)} ${speedUnit(units)}`, view.limit?.over ? theme.alarm : theme.strong),
  ];
}

/** The limit, and where it ends; within the clear radius of its marks it is not counted. */
function limit({ view, look, stage }: Picture): Line[] {
  if (!view.limit) return [];
  const { units } = stage.roadbook;
  const { kmh, toEnd, counted } = view.limit;
  const { theme } = look;
  return [
    [
      named('LIMIT', theme.faint),
      span(speedText(kmh, units).padStart(3), theme.limit),
      span(` ${counted ? 'ends in ' : ''}${toGoText(Math.max(0, toEnd), units)}`, theme.strong),
      ...(counted ? [] : [span(', not counted', theme.faint)]),
    ],
  ];
}

/** A transfer or liaison with a time: what is left of it, and how early or late the crew will be. */
function leg({ view, look }: Picture): Line[] {
  if (!view.leg) return [];
  const { theme } = look;
  const { msLeft, msEarly } = view.leg;
  const late = msLeft < 0 || (msEarly ?? 0) < 0;
  const forecast =
    msEarly === null ? '' : ` ${countdown(Math.abs(msEarly))} ${msEarly < 0 ? 'late' : 'early'}`;
  const left = `${msLeft < 0 ? '-' : ''}${countdown(Math.abs(msLeft))}`;
  return [
    [
      named('TIME', theme.faint),
      span(left, late ? theme.alarm : theme.strong),
      span(forecast, late ? theme.alarm : theme.faint),
    ],
  ];
}

/** What the tank still does, once that is less than what lies before the next fuel. */
function fuel({ view, look, stage }: Picture): Line[] {
  if (!view.fuel || view.fuel.left >= (view.fuel.toGo ?? 0)) return [];
  const { units } = stage.roadbook;
  const left = toGoText(Math.max(0, view.fuel.left), units);
  return [[named('FUEL', look.theme.faint), span(left, look.theme.alarm)]];
}

/** A running neutralisation, by the clock. */
function neutralisation({ view, look }: Picture): Line[] {
  if (!view.neutralisation) return [];
  const { theme } = look;
  const { msLeft } = view.neutralisation;
  const left = msLeft > 0 ? span(countdown(msLeft), theme.warning) : span('over, go', theme.good);
  return [[named('NEUTRAL', theme.faint), left]];
}

function waypoint({ view, look, stage }: Picture): Line[] {
  if (!view.waypoint) return [];
  const { note, type, toGo } = view.waypoint;
  // A rehearsal may hide it: then it is not told here either.
  const found = stage.notes[note]?.note.waypoints.find((w) => w.type === type);
  if (found === undefined) return [];
  const { name } = found;
  const { theme } = look;
  const mark = name === null ? type : `${type} ${look.safe(name)}`;
  const text = toGo < 0 ? 'behind' : toGoText(toGo, stage.roadbook.units);
  return [
    [
      named('WAYPOINT', theme.faint),
      span(` ${mark} `, waypointStyle(theme, type)),
      span(` ${text}`, theme.strong),
    ],
  ];
}

/** Zones without a limit: where they end. */
function zones({ view, look, stage }: Picture): Line[] {
  const closing = { speed: 'FZ', neutralisation: 'FN', transfer: 'FT' } as const;
  return view.zones
    .filter(({ zone }) => stage.zones[zone]?.limitKmh == null)
    .map(({ kind, toEnd }) => [
      named(closing[kind], look.theme.faint),
      span(`in ${toGoText(Math.max(0, toEnd), stage.roadbook.units)}`, look.theme.strong),
    ]);
}
