import { formatDistance } from '../model/units.ts';
import { fitted, shown, widthOf, wrapped } from '../text/cells.ts';
import { describeTulip } from '../tulip/description.ts';
import type { Display } from './display.ts';
import { sizeOf } from './display.ts';
import { found } from './palette.ts';
import { symbolWords } from './panes/note.ts';
import { overlayText } from './panes/overlay.ts';
import { type Picture, shortDistance, speedText, speedUnit, toGoText } from './picture.ts';
import type { Terminal } from './terminal.ts';
import type { Overlay } from './ui.ts';
import type { Saying } from './words.ts';

/**
 * For a terminal that can only write lines (TERM=dumb): what is said and each note in hand on lines of their own, and the
 * figures on the last line, written over by a carriage return. No escape byte is ever sent.
 */
export function lineDisplay({ input, output }: Terminal): Display {
  let active = false;
  let said: Saying | null = null;
  let hand: number | null = null;
  let asked: string | null = null;
  let last = '';

  const lines = (picture: Picture): string[] => {
    const fresh: string[] = [];
    const { ui, view } = picture;
    const known = said === null ? ui.said.length : ui.said.indexOf(said);
    fresh.push(
      ...ui.said
        .slice(0, known < 0 ? ui.said.length : known)
        .reverse()
        .map(({ text }) => text),
    );
    said = ui.said[0] ?? null;
    if (view.hand !== hand) fresh.push(noteLine(picture));
    hand = view.hand;
    // Once a question: what is typed then stands on the last line.
    if (ui.overlay !== null && ui.overlay.kind !== asked) fresh.push(...overlayText(picture));
    asked = ui.overlay?.kind ?? null;
    const { width } = sizeOf(output);
    return fresh.flatMap((line) => wrapped(shown(line, true), width - 1));
  };

  return {
    enter() {
      active = true;
      input.setRawMode?.(true);
    },
    leave() {
      if (!active) return;
      active = false;
      output.write('\r\n');
      input.setRawMode?.(false);
    },
    lost() {
      active = false;
    },
    spoilt() {
      last = '';
    },
    placeAt: () => null,
    show(picture, ring) {
      const { width } = sizeOf(output);
      const above = lines(picture);
      const status = fitted(shown(statusLine(picture), true), width - 1, '');
      if (above.length === 0 && status === last && !ring) return;
      const wipe = ' '.repeat(Math.max(0, widthOf(last) - widthOf(status)));
      const clear = above.length > 0 ? `\r${' '.repeat(widthOf(last))}\r` : '\r';
      output.write(
        `${clear}${above.map((line) => `${line}\r\n`).join('')}${status}${wipe}${ring ? '\x07' : ''}`,
      );
      last = status;
    },
  };
}

function noteLine(picture: Picture): string {
  const { stage, view, look } = picture;
  const stop = stage.notes[view.hand];
  if (!stop) return 'end of the roadbook';
  const { units } = stage.roadbook;
  const { note } = stop;
  const place = `${formatDistance(stop.printed, units)} (${formatDistance(stop.partial, units)})`;
  const parts = [
    `${view.following ? '' : 'looking at '}note ${stop.number} ${place}`,
    ...note.waypoints.map(({ type, name }) => (name === null ? type : `${type} ${name}`)),
    ...(stop.danger === null ? [] : ['!'.repeat(stop.danger)]),
    ...(stop.cap === null ? [] : [`CAP ${String(stop.cap).padStart(3, '0')}`]),
    ...(note.limitKmh === null ? [] : [`${speedText(note.limitKmh, units)} ${speedUnit(units)}`]),
    ...(note.tulip === null ? [] : [describeTulip(note.tulip, 'en')]),
    ...(note.text === null ? [] : [look.safe(note.text)]),
    symbolWords(picture, stop),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function statusLine({ stage, view, source, ui, drill }: Picture): string {
  const { units } = stage.roadbook;
  if (ui.overlay !== null && 'typed' in ui.overlay) return typing(ui.overlay, drill !== null);
  const next = view.next === null ? null : stage.notes[view.next];
  const parts = [
    next && view.toNext !== null
      ? `note ${next.number} in ${toGoText(view.toNext, units)} +-${shortDistance(view.sigma, units)}`
      : 'no note ahead',
    `total ${formatDistance(view.total, units)}`,
    `partial ${formatDistance(view.partial, units)}`,
    ...(view.speedKmh === null ? [] : [`${speedText(view.speedKmh, units)} ${speedUnit(units)}`]),
    ...(view.limit ? [`${view.limit.over ? 'OVER ' : ''}limit ${speedText(view.limit.kmh, units)}`] : []),
    ...(view.lost ? ['LOST'] : []),
    ...(view.frozen ? ['FROZEN'] : []),
    ...(view.reversing ? ['REVERSE'] : []),
    ...(source.rate === 0 ? ['PAUSED'] : []),
    '? keys',
  ];
  return parts.join('  ');
}

/** What was typed so far, and of the palette the act that enter does. */
function typing(overlay: Overlay & { readonly typed: string }, rehearsed: boolean): string {
  const prompt = `> ${overlay.typed}`;
  if (overlay.kind !== 'palette') return prompt;
  const chosen = found(overlay.typed, rehearsed)[overlay.chosen];
  return `${prompt}  (${chosen ? `${chosen.short}: ${chosen.says}` : 'nothing of that name'})`;
}
