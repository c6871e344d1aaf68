import { Option } from 'commander';
import type { Io, Output } from './command.ts';

export type ColourChoice = 'auto' | 'always' | 'never';

/** `--color`, for every verb that paints. */
export const colourOption = () =>
  new Option('--color <when>', 'paint the output').choices(['auto', 'always', 'never']).default('auto');

/** Paint a stream? `--color=always` wins; else NO_COLOR (no-color.org), a dumb terminal and a pipe each say no. */
export function wantsColour(choice: ColourChoice, stream: Output, env: Io['env']): boolean {
  if (choice !== 'auto') return choice === 'always';
  return stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
}
