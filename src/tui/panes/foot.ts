import { fitted, widthOf } from '../../text/cells.ts';
import { type Line, lineWidth, type Size, type Span, span } from '../frame.ts';
import { bindingOf } from '../keys.ts';
import type { Look } from '../look.ts';
import type { Draw, KeyHint, Picture } from '../picture.ts';
import type { Style } from '../style.ts';
import { nameOfAct, type Saying } from '../words.ts';
import { remembered } from './remembered.ts';

/** For so many lines more, what lasts stands beside what is said where there is one row; of less room nothing can be read. */
const lasting = 5;
const leastBeside = 20;

/** What was said last, newest at the bottom. */
export const messages: Draw = remembered(messagesOf, ({ said, look }, { width, height }) => {
  if (height === 1) return [oneRow(said, look, width)];
  const lines = said.slice(0, height).map((saying, i): Line => {
    const style = i === 0 ? tone(saying.tone, look) : look.theme.faint;
    return [span(` ${fitted(saying.text, width - 2, look.marks.more)} `, style)];
  });
  while (lines.length < height) lines.push([]);
  return lines.reverse();
});

function oneRow([newest, ...before]: readonly Saying[], look: Look, width: number): Line {
  if (newest === undefined) return [];
  const text = fitted(newest.text, width - 2, look.marks.more);
  const line = [span(` ${text} `, tone(newest.tone, look))];
  const beside = before.slice(0, lasting).find(({ lasts }) => lasts);
  const room = width - lineWidth(line) - 2;
  if (beside === undefined || newest.lasts || room < leastBeside) return line;
  const kept = fitted(beside.text, room, look.marks.more);
  return [...line, span(' '.repeat(room - widthOf(kept) + 1)), span(kept, tone(beside.tone, look))];
}

function messagesOf({ ui, look }: Picture) {
  return { said: ui.said, look };
}

function tone(name: Saying['tone'], { theme }: Look): Style {
  switch (name) {
    case 'info':
      return theme.text;
    case 'good':
      return theme.good;
    case 'warning':
      return theme.warning;
    case 'alarm':
      return theme.alarm;
  }
}

/** Room for `? keys  q quit`: the way to the list of all keys is never left out. */
const kept = 17;

/** The keys most needed now, as many as fit. Looking elsewhere, how to come back stands first. */
export const hints: Draw = remembered(hintsOf, hintLine);

function hintLine({ away, badge, undoes, remote, paced, drill, look }: Hints, { width }: Size): Line[] {
  const { theme } = look;
  const line: Span[] = away ? [span(badge, theme.badge), span(' ')] : [];
  if (remote) return [[...line, ...sixKeys(look, away, drill)]];
  const items = [
    ...(away ? ['f', ...(drill ? [] : ['enter'])] : []),
    ...(drill ? ['p', 'down', 'v', 'n', 'a'] : ['space', '+', 't', 'u', 'down', 'v', 'z', 'a', 's', 'r']),
    ...(paced && !drill ? ['p'] : []),
    ...['?', 'q'],
  ].flatMap((key) => bindingOf(key) ?? []);
  line.push(...keysOf(drill ?? [], look));
  let used = lineWidth(line);
  for (const { keys, shown, short } of items) {
    const name = ` ${keys.includes('+') ? '+ -' : asciiOr(shown, look.ascii)}`;
    const text = ` ${short.replace(/^\+/, '')}${keys.includes('u') ? undoes : ''} `;
    const wide = widthOf(name) + text.length;
    const last = keys.includes('?') || keys.includes('q');
    if (used + wide > width - (last ? 0 : kept)) continue;
    line.push(span(name, theme.key), span(text, theme.faint));
    used += wide;
  }
  return [line];
}

type Hints = ReturnType<typeof hintsOf>;

function hintsOf({ view, ui, look, source, drill }: Picture) {
  return {
    away: !view.following && ui.overlay === null,
    badge: view.hand >= (view.next ?? 0) ? ' LOOKING AHEAD ' : ' LOOKING BACK ',
    undoes: view.undoes === null ? '' : ` ${nameOfAct(view.undoes)}`,
    remote: ui.remote,
    paced: source.rate !== null,
    drill,
    look,
  };
}

/** What the six keys of a remote do. */
function sixKeys(look: Look, away: boolean, drill: Picture['drill']): Line {
  const { ascii } = look;
  const [act] = drill ?? [];
  const turning: readonly KeyHint[] = [
    [ascii ? 'Left Right' : '← →', '-+ 0.01'],
    ['enter', away ? 'we are here' : 'confirm'],
  ];
  const keys: readonly KeyHint[] = [
    [ascii ? 'Up Down' : '↑ ↓', 'look'],
    ...(drill === null ? turning : act === undefined ? [] : [['enter', act[1]] as const]),
    ['esc', away ? 'follow' : 'menu'],
  ];
  return keysOf(keys, look);
}

function keysOf(keys: readonly KeyHint[], { theme }: Look): Span[] {
  return keys.flatMap(([key, what]) => [span(` ${key}`, theme.key), span(` ${what} `, theme.faint)]);
}

/** The first of a binding's keys, in ASCII the first that can be printed. */
function asciiOr(shown: string, ascii: boolean): string {
  const names = shown.split(' ');
  return names.find((name) => !ascii || /^[ -~]+$/.test(name)) ?? '';
}
