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
  readonly side: string;
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
  side: '▌',
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
  side: '|',
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

type Env = Readonly<Record<string, string | undefined>>;

/** Whether colours are wanted and there. */
export function hasColours(env: Env): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return env.TERM !== 'dumb' && !/mono|vt100|vt102|vt220/.test(env.TERM ?? '');
}
