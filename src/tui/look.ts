import type { ZoneKind } from '../stage/stage.ts';
import { shown } from '../text/cells.ts';
import { type Theme, type ThemeName, themes } from './theme.ts';

/** The characters that pictures are made of. */
export interface Marks {
  readonly full: string;
  readonly upper: string;
  readonly lower: string;
  readonly shade: string;
  readonly rule: string;
  readonly tick: string;
  readonly more: string;
  readonly plusMinus: string;
  readonly times: string;
  readonly dash: string;
  readonly degree: string;
  /** Side bars of zones: a kind is told by its pattern too. */
  readonly zone: Readonly<Record<ZoneKind, string>>;
  /** Behind the number of a note that another follows closely. */
  readonly close: string;
  /** Behind the number of a note that the crew marked. */
  readonly mark: string;
  readonly here: string;
  readonly heavy: string;
  readonly current: string;
  readonly confirmed: string;
  readonly missed: string;
  readonly reset: string;
  /** Upper left, upper right, lower left, lower right, horizontal, vertical. */
  readonly frame: readonly [string, string, string, string, string, string];
}

const unicode: Marks = {
  full: '█',
  upper: '▀',
  lower: '▄',
  shade: '▒',
  rule: '─',
  tick: '┬',
  more: '…',
  plusMinus: '±',
  times: '×',
  dash: '–',
  degree: '°',
  zone: { speed: '█', neutralisation: '▒', transfer: '┊' },
  close: '»',
  mark: '◆',
  here: '▼',
  heavy: '━',
  current: '▶',
  confirmed: '✓',
  missed: '✗',
  reset: '↺',
  frame: ['╭', '╮', '╰', '╯', '─', '│'],
};

const ascii: Marks = {
  full: '#',
  upper: '#',
  lower: '#',
  shade: ':',
  rule: '-',
  tick: '+',
  more: '...',
  plusMinus: '+-',
  times: 'x',
  dash: '-',
  degree: '',
  zone: { speed: '#', neutralisation: '%', transfer: ':' },
  close: '>',
  mark: '*',
  here: 'V',
  heavy: '=',
  current: '>',
  confirmed: 'v',
  missed: 'x',
  reset: '@',
  frame: ['+', '+', '+', '+', '-', '|'],
};

/** How everything is drawn: colours, characters, and what becomes of a file's text. */
export interface Look {
  /** Tells looks apart. */
  readonly name: string;
  readonly theme: Theme;
  readonly ascii: boolean;
  readonly marks: Marks;
  /** Text from a file, made harmless and fit for the character set. */
  readonly safe: (text: string) => string;
}

export function lookOf(theme: ThemeName, onlyAscii: boolean): Look {
  return {
    name: onlyAscii ? `${theme} ascii` : theme,
    theme: themes[theme],
    ascii: onlyAscii,
    marks: onlyAscii ? ascii : unicode,
    safe: (text) => shown(text, onlyAscii),
  };
}

/** Looks by theme, each made once. */
export function looksOf(onlyAscii: boolean): (theme: ThemeName) => Look {
  const made = new Map<ThemeName, Look>();
  return (theme) => {
    const look = made.get(theme) ?? lookOf(theme, onlyAscii);
    made.set(theme, look);
    return look;
  };
}

type Env = Readonly<Record<string, string | undefined>>;

/** Whether colours are wanted and there. */
export function hasColours(env: Env): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return env.TERM !== 'dumb' && !/mono|vt100|vt102|vt220/.test(env.TERM ?? '');
}
