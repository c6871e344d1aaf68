import type { Rect, Size } from './frame.ts';
import { countdownBar } from './panes/bar.ts';
import { toNext } from './panes/distance.ts';
import { hints, messages } from './panes/foot.ts';
import { gauges, gaugesAlone, trips } from './panes/gauges.ts';
import { least } from './panes/least.ts';
import { description, distances, side } from './panes/note.ts';
import { title } from './panes/title.ts';
import { tulip } from './panes/tulip.ts';
import type { Draw, Slot } from './picture.ts';
import * as plan from './plan.ts';

/**
 * The first frame, before Ink is loaded: figures and the note in hand, each where Ink will put it. What it leaves out is
 * there some tens of milliseconds later.
 */
export function opening(size: Size, isBare: boolean): Slot[] {
  const { width, height } = size;
  if (plan.isTiny(size)) return [slot(least, 0, 0, width, height)];
  const figures = plan.figureRowsFor(size);
  const { messages: said, hints: keys } = plan.feetOf(size);
  const wide = plan.isWide(size);
  const hand = wide ? plan.wideRows(size).hand : plan.noteRows(size).hand;
  return [
    slot(title, 0, 0, width, 1),
    ...(wide ? wideFigures(size, figures) : tallFigures(size, figures)),
    ...note({ x: 0, y: figures + 2, width: wide ? plan.leftWidth(size) : width, height: hand }, isBare),
    slot(messages, 0, height - said - keys, width, said),
    ...(keys > 0 ? [slot(hints, 0, height - 1, width, 1)] : []),
  ];
}

function tallFigures(size: Size, figures: number): Slot[] {
  const left = plan.toNextWidth(size, figures);
  const rest = size.width - left;
  return [
    slot(toNext, 0, 1, left, figures),
    ...(figures < 7
      ? [slot(gauges, left, 1, rest, figures)]
      : [
          slot(trips, left, 1, plan.tripsWidth, figures),
          slot(gaugesAlone, left + plan.tripsWidth, 1, rest - plan.tripsWidth, figures),
        ]),
    slot(countdownBar, 0, figures + 1, size.width, 1),
  ];
}

function wideFigures(size: Size, figures: number): Slot[] {
  const left = plan.leftWidth(size);
  const first = Math.floor(left * 0.6);
  return [
    slot(toNext, 0, 1, first, figures),
    slot(trips, first, 1, left - first, figures),
    slot(countdownBar, 0, figures + 1, left, 1),
  ];
}

function note({ x, y, width, height }: Rect, isBare: boolean): Slot[] {
  const [bar, box, square] = plan.noteColumns({ width, height }, isBare);
  const text = bar + box + 1 + (isBare ? 0 : square + 1);
  return [
    { ...slot(side(0), x, y, bar, height), place: 0 },
    { ...slot(distances(0), x + bar, y, box, height), place: 0 },
    ...(isBare
      ? []
      : [{ ...slot(tulip(0), x + bar + box + 1, y, square, height), place: 0, pictured: true }]),
    { ...slot(description(0), x + text, y, width - text, height), place: 0 },
  ];
}

function slot(draw: Draw, x: number, y: number, width: number, height: number): Slot {
  return { draw, rect: { x, y, width, height }, place: null, pictured: false };
}
