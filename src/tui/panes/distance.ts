import type { View } from '../../nav/view.ts';
import { bigFigures, figureRows } from '../figures.ts';
import { beside, type Line, type Size, span } from '../frame.ts';
import { type Draw, type Picture, shortDistance, toGo } from '../picture.ts';
import type { Style } from '../style.ts';
import { remembered } from './remembered.ts';

/** Cells for the unit and the uncertainty behind the figures. */
const beyond = 9;

/** What stands there: the figures change every ten metres, the rest less often. */
interface ToNext extends Pick<Picture, 'look'>, Pick<View, 'phase'> {
  readonly figure: string;
  readonly unit: string;
  readonly sigma: string;
  /** The note must lie behind: the lost drive on beyond the one that is still the next. */
  readonly isPast: boolean;
}

const nothing = { figure: '', unit: '' };

/** The distance to the next note, as large as there is room for, with what it may be wrong by. */
export const toNext: Draw = remembered(({ view, look, stage }) => {
  const { units } = stage.roadbook;
  const sigma = `${look.marks.plusMinus}${shortDistance(view.sigma, units)}`;
  const { figure, unit } = view.toNext === null ? nothing : toGo(view.toNext, units);
  const isPast = (view.toNext ?? 0) < -10 - 2 * view.sigma;
  return { figure, unit, sigma, isPast, phase: view.phase, look };
}, drawn);

function drawn(about: ToNext, size: Size): Line[] {
  const { look, figure, unit, sigma } = about;
  if (figure === '') return ended(about, size);
  const style = phaseStyle(about);
  const highest = (side: number) =>
    figureRows(figure, { width: size.width - 2 - side, height: size.height }, look.ascii);
  const rows = highest(beyond);
  if (rows === null) {
    const narrow = highest(unit.length);
    if (narrow === null) return small(figure, unit, sigma, style, size);
    const lines = bigFigures(figure, narrow, style, look);
    const width = (lines[0]?.[0]?.text.length ?? 0) + 1;
    const below = [...Array.from({ length: narrow - 1 }, (): Line => []), [span(unit, style)]];
    return beside({ lines: [], width: 1 }, { lines, width }, { lines: below, width: unit.length });
  }
  const lines = bigFigures(figure, rows, style, look);
  const width = (lines[0]?.[0]?.text.length ?? 0) + 1;
  const side: Line[] = Array.from({ length: rows }, () => []);
  side[0] = phaseWord(about);
  side[rows - 2] = [span(unit, style)];
  side[rows - 1] = [span(sigma, look.theme.faint)];
  return beside({ lines: [], width: 1 }, { lines, width: width + 1 }, { lines: side, width: beyond });
}

function small(figure: string, unit: string, sigma: string, style: Style, { width }: Size): Line[] {
  const text = `${figure} ${unit}`;
  if (text.length > width) return [[span(figure, style)]];
  return [[span(text, style), ...(text.length + sigma.length < width ? [span(` ${sigma}`)] : [])]];
}

function ended({ look }: ToNext, { width }: Size): Line[] {
  const text = 'No note ahead';
  return [[], [span(width > text.length ? ` ${text}` : 'END', look.theme.strong)]];
}

function phaseStyle({ phase, look }: ToNext): Style {
  const { theme } = look;
  switch (phase) {
    case 'at':
      return theme.at;
    case 'ready':
      return theme.ready;
    case 'far':
    case null:
      return theme.far;
  }
}

function phaseWord({ phase, isPast, look }: ToNext): Line {
  switch (phase) {
    case 'at':
      return [span(isPast ? 'PAST' : 'HERE?', look.theme.at)];
    case 'ready':
      return [span('READY', look.theme.ready)];
    case 'far':
    case null:
      return [];
  }
}
