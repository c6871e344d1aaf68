import { formatDistance, metresFromPrinted, metresPerMile, type Units } from '../model/units.ts';
import type { Stage } from '../stage/stage.ts';
import { type Annotation, type Annotations, annotationOf } from './annotations.ts';
import { type ActAtOnce, type Deed, deedOf } from './keys.ts';
import { found } from './palette.ts';
import { remoteAnswer, remoteKey } from './remote.ts';
import { themeNames } from './theme.ts';
import { type Overlay, type Ui, viewNames } from './ui.ts';

/** What is left to others once the screen has taken its part of a key. */
export type Command = 'quit' | 'pause' | 'faster' | 'slower' | 'repaint' | 'suspend';

/** What came of a key: the screen's memory after it, what to tell the navigator, what to write, what to do. */
export interface Pressed {
  readonly ui: Ui;
  readonly acts: readonly ActAtOnce[];
  readonly own: (Partial<Annotation> & { readonly note: number }) | null;
  readonly command: Command | null;
}

/** What a key's meaning depends on. */
export interface Where {
  readonly stage: Stage;
  /** The note looked at; null while following. */
  readonly look: number | null;
  /** The note shown: the one looked at or the one ahead. */
  readonly hand: number;
  /** As printed at this place, metres. */
  readonly total: number;
  readonly own: Annotations;
  /** A finished drive needs no second question to quit. */
  readonly finished: boolean;
  /** A rehearsal: the odometer is not the crew's to turn. */
  readonly rehearsed: boolean;
}

/** A key, given to whatever is on top of the picture. Pure. */
export function press(ui: Ui, given: string, where: Where): Pressed {
  const { overlay } = ui;
  const key = ui.remote && overlay?.kind !== 'write' ? remoteKey(given) : given;
  if (key === null) return stay(ui);
  if (overlay !== null && key === 'ctrl-c' && overlay.kind !== 'quit') return open(ui, { kind: 'quit' });
  switch (overlay?.kind) {
    case undefined:
      return ui.remote && key === 'esc' && where.look === null
        ? open(ui, { kind: 'palette', typed: '', chosen: 0 })
        : pressed(ui, key, where);
    case 'help':
      return close(ui);
    case 'quit':
      if (/^[yY]$|^ctrl-c$/.test(key) || (ui.remote && key === 'enter')) return obeyed(ui, 'quit');
      return close(ui);
    case 'sure':
      return key === overlay.key || key === 'enter' || /^[yY]$/.test(key)
        ? close(ui, overlay.act)
        : close(ui);
    case 'doubted':
    case 'lost':
      return answered(ui, overlay, key);
    case 'ask':
      return asked(ui, overlay, key, where);
    case 'palette':
      return chosen(ui, overlay, key, where);
    case 'write':
      return written(ui, overlay, key);
  }
}

function pressed(ui: Ui, key: string, where: Where): Pressed {
  const deed = deedOf(key);
  return deed === null ? stay(ui) : done(ui, deed, key, where);
}

/** Does what a key or the palette asks for. */
function done(ui: Ui, deed: Deed, key: string, { stage, look, hand, own, finished }: Where): Pressed {
  switch (deed.does) {
    case 'act':
      return acted(ui, onThePage(deed.act, stage.roadbook.units));
    case 'sure':
      return open(ui, { kind: 'sure', key, act: deed.act });
    case 'here':
      return acted(ui, look === null ? { type: 'confirm' } : { type: 'confirm', note: look });
    case 'ask':
      return open(ui, { kind: 'ask', about: deed.about, typed: '' });
    case 'view':
      return stay({ ...ui, view: deed.view ?? after(viewNames, ui.view) });
    case 'theme':
      return stay({ ...ui, theme: after(themeNames, ui.theme) });
    case 'remote':
      return stay({ ...ui, remote: !ui.remote });
    case 'write':
      return open(ui, { kind: 'write', note: hand, typed: annotationOf(own, hand).text ?? '' });
    case 'mark':
      return { ...stay(ui), own: { note: hand, marked: !annotationOf(own, hand).marked } };
    case 'palette':
      return open(ui, { kind: 'palette', typed: '', chosen: 0 });
    case 'help':
      return open(ui, { kind: 'help' });
    case 'quit':
      return finished ? obeyed(ui, 'quit') : open(ui, { kind: 'quit' });
    default:
      return obeyed(ui, deed.does);
  }
}

/** The one behind it, from the last on to the first. */
function after<T>(all: readonly T[], one: T): T {
  return all[(all.indexOf(one) + 1) % all.length] ?? one;
}

/** A nudge is a step of the page's own figures: the table has it in metres for a page of kilometres. */
function onThePage(act: ActAtOnce, units: Units): ActAtOnce {
  if (act.type !== 'nudge' || units === 'metric') return act;
  return { ...act, metres: (act.metres * metresPerMile) / 1000 };
}

/** The palette: letters narrow it down, arrows choose, enter does it. */
function chosen(ui: Ui, overlay: Overlay & { kind: 'palette' }, key: string, where: Where): Pressed {
  const { typed } = overlay;
  const bindings = found(typed, where.rehearsed);
  const move = (by: number) => {
    const to = Math.max(0, Math.min(bindings.length - 1, overlay.chosen + by));
    return open(ui, { ...overlay, chosen: to });
  };
  switch (key) {
    case 'esc':
      return close(ui);
    case 'up':
      return move(-1);
    case 'down':
    case 'tab':
      return move(1);
    case 'left':
    case 'pgup':
      return move(-5);
    case 'right':
    case 'pgdn':
      return move(5);
    case 'enter': {
      const binding = bindings[overlay.chosen];
      const closed = { ...ui, overlay: null };
      return binding ? done(closed, binding.deed, binding.keys[0] ?? '', where) : stay(ui);
    }
    default: {
      const longer = edited(typed, key, 24);
      return longer === null ? stay(ui) : open(ui, { kind: 'palette', typed: longer, chosen: 0 });
    }
  }
}

/** Cells that words of the crew's own may be long. */
const longestWords = 120;

function written(ui: Ui, overlay: Overlay & { kind: 'write' }, key: string): Pressed {
  if (key === 'esc') return close(ui);
  if (key === 'enter') {
    return { ...close(ui), own: { note: overlay.note, text: overlay.typed.trim() || null } };
  }
  const longer = edited(overlay.typed, key, longestWords);
  return longer === null ? stay(ui) : open(ui, { ...overlay, typed: longer });
}

/** The text with a character typed or taken away; null for a key that is neither, or where there is no room. */
function edited(text: string, key: string, most: number): string | null {
  if (key === 'backspace') return Array.from(text).slice(0, -1).join('');
  if (key === 'ctrl-u') return '';
  const character = key === 'space' ? ' ' : key;
  const isOne = Array.from(character).length === 1 && character >= ' ';
  return isOne && text.length < most ? text + character : null;
}

/** Which note was it? A figure takes one of those that may be, y the doubted one all the same, b goes back. */
function answered(ui: Ui, overlay: Overlay & { kind: 'doubted' | 'lost' }, key: string): Pressed {
  const { kind, fits } = overlay;
  const isKey = (one: string) => key === one || (ui.remote && key === remoteAnswer(one));
  if (kind === 'doubted' && (isKey('y') || key === 'Y'))
    return close(ui, { type: 'confirm', note: overlay.note, sure: true });
  if (kind === 'lost' && isKey('b')) return close(ui, { type: 'return' });
  if (kind === 'lost' && isKey('l')) return close(ui, { type: 'lost', on: false });
  const chosen = key === 'enter' ? fits[0] : fits.find((_, i) => isKey(String(i + 1)));
  if (chosen !== undefined) return close(ui, { type: 'confirm', note: chosen.note, sure: true });
  return key === 'esc' || key === 'n' || key === 'q' ? close(ui) : stay(ui);
}

const longest = 9;

/** A distance is typed, or turned up and down from the reading by the arrows. */
function asked(ui: Ui, overlay: Overlay & { kind: 'ask' }, key: string, where: Where): Pressed {
  const { about, typed: text } = overlay;
  const { stage, total } = where;
  if (key === 'esc') return close(ui);
  if (key === 'enter') {
    const metres = distanceOf(text, stage);
    if (metres === null) return text === '' ? close(ui) : stay(ui);
    return close(ui, { type: about, metres });
  }
  const turn = turns[key];
  if (turn !== undefined) {
    const from = distanceOf(text, stage) ?? (about === 'set' ? total : 0);
    const metres = Math.max(0, from + metresFromPrinted(turn, stage.roadbook.units));
    return open(ui, { ...overlay, typed: formatDistance(metres, stage.roadbook.units) });
  }
  const longer = edited(text, key === ',' ? '.' : key, longest);
  return longer !== null && /^\d*\.?\d*$/.test(longer) ? open(ui, { ...overlay, typed: longer }) : stay(ui);
}

/** By how much an arrow turns a distance, in the page's own unit. */
const turns: Readonly<Record<string, number>> = { up: 0.01, down: -0.01, right: 0.1, left: -0.1 };

/** What was typed, in metres; null while it is no distance. */
function distanceOf(text: string, { roadbook }: Stage): number | null {
  return /\d/.test(text) ? metresFromPrinted(Number(text), roadbook.units) : null;
}

function stay(ui: Ui): Pressed {
  return { ui, acts: [], own: null, command: null };
}

function acted(ui: Ui, ...acts: readonly ActAtOnce[]): Pressed {
  return { ...stay(ui), acts };
}

function obeyed(ui: Ui, command: Command): Pressed {
  return { ...stay(ui), command };
}

function open(ui: Ui, overlay: Overlay): Pressed {
  return stay({ ...ui, overlay });
}

function close(ui: Ui, ...acts: readonly ActAtOnce[]): Pressed {
  return acted({ ...ui, overlay: null }, ...acts);
}
