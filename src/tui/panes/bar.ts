import { span } from '../frame.ts';
import { type Draw, toGoText } from '../picture.ts';

/** The bar shows this much road at most, metres. */
const reach = 1000;

/**
 * Counts down to the next note: as long as the road left, the last kilometre or, where notes are closer, the last leg.
 * Its shaded end is where the note may be, two sigma either way; a tick stands at the announcing distance.
 */
export const countdownBar: Draw = ({ view, state, stage, look }, { width }) => {
  const { theme, marks } = look;
  if (view.next === null || view.toNext === null || width < 10) return [];
  const leg = stage.notes[view.next]?.partial ?? reach;
  const length = Math.max(50, Math.min(reach, leg));
  const scale = ` ${toGoText(length, stage.roadbook.units)} `;
  const cells = width - scale.length - 1;
  const cellOf = (metres: number) => Math.max(0, Math.min(cells, Math.round((metres / length) * cells)));
  const sure = cellOf(view.toNext - 2 * view.sigma);
  const band = cellOf(view.toNext + 2 * view.sigma);
  const near = cellOf(state.settings.nearMetres);
  const rest = Array.from({ length: cells - band }, (_, i) => (band + i === near ? marks.tick : marks.rule));
  return [
    [
      span(' '),
      span(marks.full.repeat(sure), theme.bar),
      span(marks.shade.repeat(band - sure), theme.band),
      span(rest.join(''), theme.faint),
      span(scale, theme.faint),
    ],
  ];
};
