import { formatDistance } from '../../model/units.ts';
import { fitted } from '../../text/cells.ts';
import { type Line, span } from '../frame.ts';
import { type Draw, toGo } from '../picture.ts';

/** What is left when there is no room for a picture: to the next note, the total, then the note in words. */
export const least: Draw = ({ view, stage, look, ui }, { width, height }) => {
  const { units } = stage.roadbook;
  const { theme, marks, safe } = look;
  const next = view.toNext === null ? null : toGo(view.toNext, units);
  const figure = next === null ? 'END' : `${next.figure} ${next.unit}`;
  const total = formatDistance(view.total, units);
  const stop = stage.notes[view.hand];
  const danger = stop?.danger ? '!'.repeat(stop.danger) : '';
  const first: Line = [
    span(figure.length <= width ? figure : (next?.figure ?? figure).slice(0, width), theme.far),
    ...(figure.length + 1 + danger.length <= width ? [span(` ${danger}`, theme.danger)] : []),
  ];
  const cap = stop?.cap == null ? '' : ` CAP ${String(stop.cap).padStart(3, '0')}`;
  const lines: Line[] = [
    first,
    [span(total.length <= width ? total : '', theme.strong)],
    [span(stop ? fitted(`${stop.number}${cap} ${safe(stop.note.text ?? '')}`, width, marks.more) : '')],
    ...(view.limit ? [[span(fitted(view.limit.over ? 'OVER LIMIT' : 'LIMIT', width, ''), theme.alarm)]] : []),
    ...(ui.said[0] ? [[span(fitted(ui.said[0].text, width, marks.more), theme.faint)]] : []),
  ];
  return lines.slice(0, height);
};
