import type { Act } from '../nav/event.ts';
import type { KeyHint } from './picture.ts';
import type { ViewName } from './ui.ts';

/** An act before it has a time. */
export type ActAtOnce = Act extends infer A ? (A extends Act ? Omit<A, 't'> : never) : never;

/** What a key can do. */
export type Deed =
  | { readonly does: 'act'; readonly act: ActAtOnce }
  /** Confirms the note looked at, and follows again. */
  | { readonly does: 'here' }
  | { readonly does: 'ask'; readonly about: 'set' | 'calibrate' }
  /** An act that asks for the key once more. */
  | { readonly does: 'sure'; readonly act: ActAtOnce }
  /** Shows another view; the next one without a name. */
  | { readonly does: 'view'; readonly view: ViewName | null }
  | { readonly does: 'write' | 'mark' | 'theme' | 'palette' | 'remote' | 'help' | 'quit' }
  | { readonly does: 'pause' | 'faster' | 'slower' | 'repaint' | 'suspend' };

export interface Binding {
  /** As `decode` names them; any of them does it. */
  readonly keys: readonly string[];
  /** As the help prints them. */
  readonly shown: string;
  /** One or two words, for the line of hints. */
  readonly short: string;
  /** What it does, for help and README. */
  readonly says: string;
  readonly deed: Deed;
}

export interface BindingGroup {
  readonly title: string;
  readonly bindings: readonly Binding[];
}

/**
 * Every key of the cockpit: help, hints, tests and README read this table. One act a key. What sets a distance asks for
 * it first, what changes how distances run stays on the screen as a badge, and `u` takes each of them back.
 */
export const keyTable: readonly BindingGroup[] = [
  {
    title: 'The note',
    bindings: [
      act(['space'], 'space', 'confirm', 'This is the note: total as printed, partial 0', {
        type: 'confirm',
      }),
      plain(
        ['enter'],
        'enter',
        'we are here',
        'The same for the note looked at: found again after being lost',
        'here',
      ),
      act(['l'], 'l', 'lost', 'Where are we? The notes that fit the distance run', {
        type: 'lost',
        on: true,
      }),
      act(['b'], 'b', 'back', 'Back at the last sure note: what was run since is a detour', {
        type: 'return',
      }),
      act(['down', 'j', 'wheel-down'], '↓ j', 'next', 'Look one note ahead; following stops', {
        type: 'scroll',
        by: 1,
      }),
      act(['up', 'k', 'wheel-up'], '↑ k', 'previous', 'Look one note back', { type: 'scroll', by: -1 }),
      act(['pgdn'], 'PgDn', '4 ahead', 'Look four notes ahead', { type: 'scroll', by: 4 }),
      act(['pgup'], 'PgUp', '4 back', 'Look four notes back', { type: 'scroll', by: -4 }),
      act(
        ['f', 'home', 'esc'],
        'f Home',
        'follow',
        'Follow the odometer again; confirming, or reaching the note, does it too',
        { type: 'follow' },
      ),
      plain(['a'], 'a', 'write', 'Words of your own to the note, kept beside the file', 'write'),
      plain(['m'], 'm', 'mark', 'Mark the note, or take the mark away', 'mark'),
    ],
  },
  {
    title: 'The odometer',
    bindings: [
      act(['+', '=', 'right'], '+ →', '+0.01', 'A hundredth more: 10 m, or 0.01 mi', {
        type: 'nudge',
        metres: 10,
      }),
      act(['-', '_', 'left'], '- ←', '-0.01', 'A hundredth less', { type: 'nudge', metres: -10 }),
      act(['>', '.'], '>', '+0.001', 'A thousandth more: 1 m, or 0.001 mi', { type: 'nudge', metres: 1 }),
      act(['<', ','], '<', '-0.001', 'A thousandth less', { type: 'nudge', metres: -1 }),
      act(['}'], '}', '+0.1', 'A tenth more: 100 m, or 0.1 mi', { type: 'nudge', metres: 100 }),
      act(['{'], '{', '-0.1', 'A tenth less', { type: 'nudge', metres: -100 }),
      {
        keys: ['t'],
        shown: 't',
        short: 'trip 0',
        says: 'Partial to 0; it asks for the key once more',
        deed: { does: 'sure', act: { type: 'trip-reset' } },
      },
      ask('s', 'set', 'Set the total to a printed distance', 'set'),
      act(['z'], 'z', 'freeze', 'Freeze while searching: the wheel turns, distances stand', {
        type: 'freeze',
      }),
      act(['r'], 'r', 'reverse', 'Going back on the track: distances count down', { type: 'reverse' }),
      ask('c', 'calibrate', 'Wheel scale from a true distance since the partial was 0', 'calibrate'),
      act(['u', 'backspace'], 'u', 'undo', 'Take the last act back', { type: 'undo' }),
    ],
  },
  {
    title: 'The picture',
    bindings: [
      look('v', 'next view', 'The next of the four views', null),
      look('1', 'cockpit', 'Cockpit: figures, the note in hand large, the next ones', 'cockpit'),
      look('2', 'list', 'List: as many notes as fit', 'list'),
      look('3', 'note', 'One note large, its letters spelt out', 'note'),
      look('4', 'overview', 'The whole stage: where you are, zones, dangers, fuel', 'overview'),
      plain(['n'], 'n', 'light', 'Night, day, high contrast, no colours', 'theme'),
    ],
  },
  {
    title: 'The drive',
    bindings: [
      plain(['p'], 'p', 'pause', 'Pause the simulation, or go on', 'pause'),
      plain(['['], '[', 'slower', 'Time at half the pace', 'slower'),
      plain([']'], ']', 'faster', 'Time at twice the pace', 'faster'),
      plain([':', '/', 'tab'], ': Tab', 'find', 'Find an act by its name, and do it', 'palette'),
      plain(
        ['x'],
        'x',
        'six keys',
        'Remote: arrows, enter and esc (or 1 to 6) act and no other key',
        'remote',
      ),
      plain(['?', 'h', 'f1'], '?', 'keys', 'This list', 'help'),
      plain(['ctrl-l'], 'Ctrl-L', 'repaint', 'Draw the screen anew', 'repaint'),
      plain(['ctrl-z'], 'Ctrl-Z', 'suspend', 'Back to the shell; fg returns', 'suspend'),
      plain(['q', 'ctrl-c'], 'q', 'quit', 'Quit; it asks first', 'quit'),
    ],
  },
];

const byKey = new Map(
  keyTable.flatMap(({ bindings }) => bindings.flatMap((b) => b.keys.map((key) => [key, b] as const))),
);

/** What a key does; null for one that does nothing. */
export function deedOf(key: string): Deed | null {
  return byKey.get(key)?.deed ?? null;
}

/** The binding whose key is `key`, for hints. */
export function bindingOf(key: string): Binding | null {
  return byKey.get(key) ?? null;
}

/** Whether it would turn the odometer: in a rehearsal the simulated one is right already. */
export function turnsOdometer(deed: Deed): boolean {
  switch (deed.does) {
    case 'act':
      return deed.act.type !== 'scroll' && deed.act.type !== 'follow';
    case 'here':
    case 'ask':
    case 'sure':
      return true;
    default:
      return false;
  }
}

/** The table as a rehearsal has it: its own keys first, and none that turns the odometer. */
export function rehearsalTable(keys: readonly KeyHint[]): readonly BindingGroup[] {
  const own = keys.map(([key, what]) => plain([], key, what, what, 'help'));
  const left = keyTable.map(({ title, bindings }) => ({
    title,
    bindings: bindings.filter(({ deed }) => !turnsOdometer(deed)),
  }));
  return [{ title: 'The rehearsal', bindings: own }, ...left].filter(({ bindings }) => bindings.length > 0);
}

function act(keys: string[], shown: string, short: string, says: string, what: ActAtOnce): Binding {
  return { keys, shown, short, says, deed: { does: 'act', act: what } };
}

function ask(key: string, short: string, says: string, about: 'set' | 'calibrate'): Binding {
  return { keys: [key], shown: key, short, says, deed: { does: 'ask', about } };
}

function look(key: string, short: string, says: string, view: ViewName | null): Binding {
  return { keys: [key], shown: key, short, says, deed: { does: 'view', view } };
}

function plain(
  keys: string[],
  shown: string,
  short: string,
  says: string,
  does: Exclude<Deed['does'], 'act' | 'sure' | 'ask' | 'view'>,
): Binding {
  return { keys, shown, short, says, deed: { does } };
}
