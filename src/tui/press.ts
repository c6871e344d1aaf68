import { metresFromPrinted, metresPerMile, type Units } from '../model/units.ts';
import type { Stage } from '../stage/stage.ts';
import { type ActAtOnce, type Deed, deedOf } from './keys.ts';
import { themeNames } from './theme.ts';
import { type Overlay, type Ui, viewNames } from './ui.ts';

/** What is left to others once the screen has taken its part of a key. */
export type Command = Exclude<Deed['does'], 'act' | 'here' | 'ask' | 'view' | 'theme' | 'help'>;

/** What came of a key: the screen's memory after it, what to tell the navigator, what to do. */
export interface Pressed {
  readonly ui: Ui;
  readonly acts: readonly ActAtOnce[];
  readonly command: Command | null;
}

/** What a key's meaning depends on. */
interface Where {
  readonly stage: Stage;
  /** The note looked at; null while following. */
  readonly look: number | null;
  /** A finished drive needs no second question to quit. */
  readonly finished: boolean;
}

/** A key, given to whatever is on top of the picture. Pure. */
export function press(ui: Ui, key: string, where: Where): Pressed {
  const { overlay } = ui;
  switch (overlay?.kind) {
    case undefined:
      return pressed(ui, key, where);
    case 'help':
      return key === 'ctrl-c' ? open(ui, { kind: 'quit' }) : close(ui);
    case 'quit':
      if (key === 'y' || key === 'Y' || key === 'ctrl-c') return { ui, acts: [], command: 'quit' };
      return close(ui);
    case 'doubted':
    case 'lost':
      return answered(ui, overlay, key);
    case 'ask':
      return typed(ui, overlay, key, where.stage);
  }
}

function pressed(ui: Ui, key: string, { stage, look, finished }: Where): Pressed {
  const deed = deedOf(key);
  if (deed === null) return { ui, acts: [], command: null };
  switch (deed.does) {
    case 'act':
      return { ui, acts: [onThePage(deed.act, stage.roadbook.units)], command: null };
    case 'here':
      if (look === null) return { ui, acts: [{ type: 'confirm' }], command: null };
      return { ui, acts: [{ type: 'confirm', note: look }, { type: 'follow' }], command: null };
    case 'ask':
      return open(ui, { kind: 'ask', about: deed.about, typed: '' });
    case 'view':
      return { ui: { ...ui, view: deed.view ?? after(viewNames, ui.view) }, acts: [], command: null };
    case 'theme':
      return { ui: { ...ui, theme: after(themeNames, ui.theme) }, acts: [], command: null };
    case 'help':
      return open(ui, { kind: 'help' });
    case 'quit':
      return finished ? { ui, acts: [], command: 'quit' } : open(ui, { kind: 'quit' });
    default:
      return { ui, acts: [], command: deed.does };
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

/** Which note was it? A figure takes one of those that may be, y the doubted one all the same, b goes back. */
function answered(ui: Ui, overlay: Overlay & { kind: 'doubted' | 'lost' }, key: string): Pressed {
  const { kind, fits } = overlay;
  if (key === 'ctrl-c') return open(ui, { kind: 'quit' });
  if (kind === 'doubted' && (key === 'y' || key === 'Y')) {
    return close(ui, { type: 'confirm', note: overlay.note, sure: true });
  }
  if (kind === 'lost' && key === 'b') return close(ui, { type: 'return' });
  if (kind === 'lost' && key === 'l') return close(ui, { type: 'lost', on: false });
  const chosen = /^[1-9]$/.test(key) ? fits[Number(key) - 1] : undefined;
  if (chosen !== undefined) return close(ui, { type: 'confirm', note: chosen.note, sure: true });
  return key === 'esc' || key === 'n' || key === 'q' ? close(ui) : { ui, acts: [], command: null };
}

const longest = 9;

function typed(ui: Ui, overlay: Overlay & { kind: 'ask' }, key: string, stage: Stage): Pressed {
  const { about, typed: text } = overlay;
  if (key === 'esc') return close(ui);
  if (key === 'ctrl-c') return open(ui, { kind: 'quit' });
  if (key === 'backspace') return open(ui, { ...overlay, typed: text.slice(0, -1) });
  if (key === 'enter') {
    const metres = distanceOf(text, stage);
    if (metres === null) return text === '' ? close(ui) : { ui, acts: [], command: null };
    return close(ui, { type: about, metres });
  }
  const longer = text + (key === ',' ? '.' : key);
  const fits = longer.length <= longest && /^\d*\.?\d*$/.test(longer);
  return fits ? open(ui, { ...overlay, typed: longer }) : { ui, acts: [], command: null };
}

/** What was typed, in metres; null while it is no distance. */
function distanceOf(text: string, { roadbook }: Stage): number | null {
  return /\d/.test(text) ? metresFromPrinted(Number(text), roadbook.units) : null;
}

function open(ui: Ui, overlay: Overlay): Pressed {
  return { ui: { ...ui, overlay }, acts: [], command: null };
}

function close(ui: Ui, ...acts: readonly ActAtOnce[]): Pressed {
  return { ui: { ...ui, overlay: null }, acts, command: null };
}
